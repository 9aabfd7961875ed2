/**
 * A small engine as a pure function, for tests, laws and simulations: cases, problems and uses of authority in maps.
 * Commands between them are delivered at once, and due instants fire either at once or only with the next command.
 */

import type { Case, CaseEvent } from "../case/Case.ts"
import { due, empty, evolve, evolveAt } from "../case/Case.ts"
import type { Gathered, LedgerEntry, Meta } from "../case/Gathered.ts"
import type { Command } from "../case/generated/Command.ts"
import type { QueuedMessage } from "../case/track/Message.ts"
import { together } from "../case/track/Relations.ts"
import { permissions } from "../decide/allowedCommands.ts"
import * as Asked from "../decide/Customer.ts"
import { ledgerLine, outbound } from "../decide/outbox.ts"
import * as Problem from "../decide/Problem.ts"
import type { Step } from "../decide/step.ts"
import * as Decisions from "../decide/step.ts"
import { system } from "../people/Actor.ts"
import type { PersonState } from "../people/Person.ts"
import type { Policy } from "../policy/Policy.ts"
import { openingOf } from "../rule/relations/offshoot.ts"
import type { Instant } from "../time/Instant.ts"
import { fraction } from "../value/Hash.ts"
import { defined } from "../value/Optional.ts"
import { actor, people } from "./Cast.ts"

/** One decision with all of its inputs, so that it can be decided again. */
export interface TestDecision {
  readonly policy: Policy
  readonly before: Case
  readonly command: Command
  readonly meta: Meta
  readonly step: Step
}

/** The functions of a decider. A law may be checked for another one than the core's. */
export interface Decider {
  readonly step: typeof Decisions.step
  readonly evolve: typeof evolve
  readonly evolveAt: typeof evolveAt
  readonly due: typeof due
  readonly permissions: typeof permissions
}

/** The decider of this package. */
export const core: Decider = { step: Decisions.step, evolve, evolveAt, due, permissions }

/** The state of a world: its cases and everything else that was recorded. */
export interface TestWorld {
  readonly policy: Policy
  /** The policy versions that cases were moved to. */
  readonly versions: readonly Policy[]
  readonly people: readonly PersonState[]
  readonly decider: Decider
  readonly cases: ReadonlyMap<string, Case>
  readonly events: ReadonlyMap<string, readonly CaseEvent[]>
  readonly problems: ReadonlyMap<string, Problem.Problem>
  /** The questions that customers were asked, and their consents. */
  readonly customers: ReadonlyMap<string, Asked.SurveyCustomer>
  readonly ledgers: Readonly<Record<string, readonly LedgerEntry[]>>
  readonly letters: readonly (QueuedMessage & { readonly case: string })[]
  readonly decisions: readonly TestDecision[]
  /** The number of commands sent. It gives commands their ids, whether or not time has fired anything between. */
  readonly sent: number
  readonly now: Instant
}

/** A command to a case. `said`: when it happened, if that was before `at`. */
export interface SentCommand {
  readonly case: string
  readonly at: Instant
  readonly by: string
  readonly command: Command
  readonly said?: Instant
  readonly sameMatter?: Gathered["sameMatter"]
  /** The people of the directory for this command, if they are not those of the world. */
  readonly people?: readonly PersonState[]
  /** The exchange rates at that moment, and the authority in force if it is another one than the policy's. */
  readonly rates?: Gathered["rates"]
  readonly authority?: Gathered["authority"]
  /** The host's facts on record about the customer of the case. */
  readonly customer?: Gathered["customer"]
  /** The version of the policy or of its calendars to which a move leads. */
  readonly under?: Policy
}

/** Returns a world without cases. */
export const world = (policy: Policy, decider: Decider = core, staff: readonly PersonState[] = people): TestWorld => ({
  policy,
  versions: [],
  people: staff,
  decider,
  sent: 0,
  cases: new Map(),
  events: new Map(),
  problems: new Map(),
  customers: new Map(),
  ledgers: {},
  letters: [],
  decisions: [],
  now: 0
})

/** Returns a case of a world; a case without events if it does not exist. */
export const caseOf = (world: TestWorld, id: string): Case => world.cases.get(id) ?? empty(id)

/** Returns what was granted on the cases that are linked to a case, directly or through others. */
const onLinked = (world: TestWorld, id: string): NonNullable<Gathered["linked"]> => {
  const found = new Set([id])
  for (const one of found) for (const other of together(caseOf(world, one).relations)) found.add(other)
  found.delete(id)
  return [...found].flatMap((other) =>
    caseOf(world, other).authority.grants.map(({ power, amount }) => ({ case: other, power, amount }))
  )
}

const metaOf = (world: TestWorld, sent: SentCommand, id: string, leaves: Policy | undefined): Meta => ({
  id,
  occurredAt: sent.said ?? sent.at,
  receivedAt: sent.at,
  actor: sent.by === "system:problem" ? system("problem") : actor(sent.by, world.people),
  draw: fraction(JSON.stringify([sent.case, id])),
  gathered: {
    people: sent.people ?? world.people,
    ledgers: world.ledgers,
    linked: onLinked(world, sent.case),
    ...defined({ rates: sent.rates, authority: sent.authority, customer: sent.customer, leaves }),
    fresh: `${sent.case}-${world.sent}`,
    ...otherOf(world, sent.command),
    ...defined({ sameMatter: sent.sameMatter })
  }
})

/** Returns the other case of a command that concerns two. */
const otherOf = (world: TestWorld, command: Command): Pick<Gathered, "other" | "otherUnder"> => {
  const id = otherIn(command)
  const other = id === undefined ? undefined : world.cases.get(id)
  return other === undefined ? {} : { other, otherUnder: policyOf(world, other) }
}

const otherIn = (command: Command): string | undefined => {
  switch (command.do) {
    case "merge":
      return command.into
    case "absorb":
      return command.case
    case "set":
      return command.causeOf
    default:
      return undefined
  }
}

/** Returns the command that opens a case that came out of another one, from what that one recorded. */
const openedFrom = (world: TestWorld, sent: SentCommand): SentCommand => {
  const { command } = sent
  const opening =
    command.do === "submit" && command.of !== undefined
      ? openingOf(caseOf(world, command.of.case), sent.case)
      : undefined
  return opening === undefined ? sent : { ...sent, by: opening.by, command: opening.command, said: opening.receivedAt }
}

const withLedger = (world: TestWorld, step: Step): TestWorld["ledgers"] => {
  let { ledgers } = world
  for (const event of step.events) {
    const line = ledgerLine(step.state, event)
    if (line !== undefined) ledgers = { ...ledgers, [line.actor]: [...(ledgers[line.actor] ?? []), line.entry] }
  }
  return ledgers
}

/** Returns the events of a world with those of a step. Most steps that only tell the time have none. */
const withEvents = ({ events }: TestWorld, id: string, step: Step): TestWorld["events"] =>
  step.events.length === 0 && events.has(id)
    ? events
    : new Map(events).set(id, [...(events.get(id) ?? []), ...step.events])

/** Returns the policy that a case is pinned to. */
export const policyOf = (world: TestWorld, { policy: pin }: Case): Policy =>
  world.versions.find(({ bundle }) => bundle.content === pin?.content && bundle.calendarsHash === pin.calendars) ??
  world.policy

/** Decides a command. Before a case is moved to another version, what is due fires under the former one. */
const decide = (world: TestWorld, sent: SentCommand, id: string): { readonly world: TestWorld; readonly step: Step } =>
  sent.under === undefined
    ? decideUnder(settled(world, sent), policyOf(world, caseOf(world, sent.case)), sent, id)
    : decideUnder(
        { ...tell(world, sent.case, sent.at), versions: [...world.versions, sent.under] },
        sent.under,
        sent,
        id
      )

/** Fires what is due on the case that another one is merged into, before the merge. */
const settled = (world: TestWorld, { case: id, command, at }: SentCommand): TestWorld =>
  command.do === "merge" && command.into !== id && world.cases.has(command.into) ? tell(world, command.into, at) : world

const decideUnder = (
  world: TestWorld,
  policy: Policy,
  sent: SentCommand,
  id: string
): { readonly world: TestWorld; readonly step: Step } => {
  const before = caseOf(world, sent.case)
  const leaves = sent.under === undefined ? undefined : policyOf(world, before)
  const meta = metaOf(world, sent, id, leaves)
  const step = world.decider.step(policy, before, sent.command, meta)
  const out = step.events.flatMap((event) => outbound(step.state, event))
  const letters = out.flatMap((one) => (one.to === "channel" ? [{ ...one.message, case: sent.case }] : []))
  let next: TestWorld = {
    ...world,
    now: Math.max(world.now, sent.at),
    cases: step.state.version === 0 ? world.cases : new Map(world.cases).set(sent.case, step.state),
    events: withEvents(world, sent.case, step),
    ledgers: withLedger(world, step),
    letters: letters.length === 0 ? world.letters : [...world.letters, ...letters],
    decisions: [...world.decisions, { policy, before, command: sent.command, meta, step }]
  }
  for (const [i, one] of out.entries()) {
    if (one.to === "case" && (next.cases.has(one.case) || one.command.do === "submit")) {
      const told: SentCommand = { case: one.case, at: sent.at, by: "system:problem", command: one.command }
      next = decide(next, openedFrom(next, told), `${id}.${i}`).world
    }
    if (one.to === "erasure")
      next = decide(
        next,
        { case: one.case, at: sent.at, by: "system:retention", command: { do: "erase", reason: "retention" } },
        `${id}.${i}`
      ).world
    if (one.to === "problem") next = count(next, one.problem, one.command, sent.at, `${id}.${i}`)
    if (one.to === "customer") next = ask(next, one.customer, one.command, sent.at)
  }
  return { world: next, step }
}

const count = (world: TestWorld, id: string, command: Problem.ProblemCommand, at: Instant, key: string): TestWorld => {
  const { state, tell } = Problem.step(world.policy, world.problems.get(id) ?? Problem.empty(id), command, at)
  let next: TestWorld = { ...world, problems: new Map(world.problems).set(id, state) }
  for (const { case: member, command } of tell)
    next = decide(next, { case: member, at, by: "system:problem", command }, `${key}.${member}`).world
  return next
}

const ask = (world: TestWorld, id: string, command: Asked.CustomerCommand, at: Instant): TestWorld => {
  const { state } = Asked.step(world.policy, world.customers.get(id) ?? Asked.empty(id), command, at)
  return { ...world, customers: new Map(world.customers).set(id, state) }
}

/** Returns the next due instant of all cases, with its case. */
export const nextDue = (world: TestWorld): { readonly case: string; readonly at: Instant } | undefined => {
  let found: { case: string; at: Instant } | undefined
  for (const [id, state] of world.cases) {
    const at = world.decider.due(state)
    if (at !== null && (found === undefined || at < found.at)) found = { case: id, at }
  }
  return found
}

/** Fires everything that is due up to `until`, each mark at its own instant. */
export const tick = (world: TestWorld, until: Instant, most = 2_000): TestWorld => {
  let next = world
  for (let told = 0; ; told++) {
    const found = nextDue(next)
    if (found === undefined || found.at > until) return { ...next, now: Math.max(next.now, until) }
    if (told >= most) throw new Error(`time does not end: ${found.case} at ${found.at}`)
    const at = Math.max(found.at, next.now)
    next = tell(next, found.case, at)
  }
}

/** Tells the time to one case, whether or not anything is due. */
export const tell = (world: TestWorld, id: string, at: Instant): TestWorld =>
  decide(world, { case: id, at, by: "system:timer", command: { do: "time" } }, `t${at}`).world

/** Sends one command. With `prompt`, everything due before it fires first, at its own instant. */
export const send = (
  world: TestWorld,
  sent: SentCommand,
  ticks: "prompt" | "none" = "prompt"
): { readonly world: TestWorld; readonly step: Step } => {
  const ready = ticks === "prompt" ? tick(world, sent.at) : world
  return decide({ ...ready, sent: world.sent + 1 }, sent, `c${world.sent + 1}`)
}
