/**
 * The shell in miniature, as a pure function: cases, problems and ledgers in maps, word between them delivered at
 * once, time told either promptly or never. What a test, a law or a simulation needs to drive the deciders.
 */

import type { Case, CaseEvent } from "../case/Case.ts"
import { due, empty, evolve, evolveAt } from "../case/Case.ts"
import type { Gathered, LedgerEntry, Meta } from "../case/Gathered.ts"
import type { Command } from "../case/generated/Command.ts"
import type { Queued } from "../case/track/Message.ts"
import { together } from "../case/track/Relations.ts"
import { permissions } from "../decide/allowed.ts"
import * as Asked from "../decide/Customer.ts"
import { ledgerLine, outbound } from "../decide/outbound.ts"
import * as Problem from "../decide/Problem.ts"
import type { Step } from "../decide/step.ts"
import * as Decisions from "../decide/step.ts"
import { system } from "../people/Actor.ts"
import type { Person } from "../people/Person.ts"
import type { Policy } from "../policy/Policy.ts"
import { openingOf } from "../rule/relations/offshoot.ts"
import type { Instant } from "../time/Instant.ts"
import { fraction } from "../value/Hash.ts"
import { defined } from "../value/Optional.ts"
import { actor, people } from "./Cast.ts"

/** One decision, with everything that went into it: enough to decide again. */
export interface Decision {
  readonly policy: Policy
  readonly before: Case
  readonly command: Command
  readonly meta: Meta
  readonly step: Step
}

/** What a world runs on; a law may be held against another one. */
export interface Decider {
  readonly step: typeof Decisions.step
  readonly evolve: typeof evolve
  readonly evolveAt: typeof evolveAt
  readonly due: typeof due
  readonly permissions: typeof permissions
}

/** The decider of this package. */
export const core: Decider = { step: Decisions.step, evolve, evolveAt, due, permissions }

export interface World {
  readonly policy: Policy
  /** Versions that cases were moved to. */
  readonly versions: readonly Policy[]
  readonly people: readonly Person[]
  readonly decider: Decider
  readonly cases: ReadonlyMap<string, Case>
  readonly events: ReadonlyMap<string, readonly CaseEvent[]>
  readonly problems: ReadonlyMap<string, Problem.Problem>
  /** What customers were asked, and what of it they want. */
  readonly customers: ReadonlyMap<string, Asked.Asked>
  readonly ledgers: Readonly<Record<string, readonly LedgerEntry[]>>
  readonly letters: readonly (Queued & { readonly case: string })[]
  readonly decisions: readonly Decision[]
  /** How many commands were sent: their ids do not depend on how often the time was told. */
  readonly sent: number
  readonly now: Instant
}

/** A command on its way. `said` is when it happened, where that was before `at`. */
export interface Sent {
  readonly case: string
  readonly at: Instant
  readonly by: string
  readonly command: Command
  readonly said?: Instant
  readonly sameMatter?: Gathered["sameMatter"]
  /** Who knows them in the directory, where it is not everybody. */
  readonly people?: readonly Person[]
  /** What other currencies are worth at that moment, and the authority in force where it is another than the policy's. */
  readonly rates?: Gathered["rates"]
  readonly authority?: Gathered["authority"]
  /** What the host has on file of their customer. */
  readonly customer?: Gathered["customer"]
  /** The version of the policy, or of its calendars, that a move leads to. */
  readonly under?: Policy
}

export const world = (policy: Policy, decider: Decider = core, staff: readonly Person[] = people): World => ({
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

export const caseOf = (w: World, id: string): Case => w.cases.get(id) ?? empty(id)

/** What was granted on the cases linked to one, directly or through others. */
const onLinked = (w: World, id: string): NonNullable<Gathered["linked"]> => {
  const found = new Set([id])
  for (const one of found) for (const other of together(caseOf(w, one).relations)) found.add(other)
  found.delete(id)
  return [...found].flatMap((other) =>
    caseOf(w, other).authority.grants.map(({ power, amount }) => ({ case: other, power, amount }))
  )
}

const metaOf = (w: World, sent: Sent, id: string, leaves: Policy | undefined): Meta => ({
  id,
  occurredAt: sent.said ?? sent.at,
  receivedAt: sent.at,
  actor: sent.by === "system:problem" ? system("problem") : actor(sent.by, w.people),
  draw: fraction(JSON.stringify([sent.case, id])),
  gathered: {
    people: sent.people ?? w.people,
    ledgers: w.ledgers,
    linked: onLinked(w, sent.case),
    ...defined({ rates: sent.rates, authority: sent.authority, customer: sent.customer, leaves }),
    fresh: `${sent.case}-${w.sent}`,
    ...otherOf(w, sent.command),
    ...defined({ sameMatter: sent.sameMatter })
  }
})

/** The other case of a command that concerns two. */
const otherOf = (w: World, command: Command): Pick<Gathered, "other" | "otherUnder"> => {
  const id = otherIn(command)
  const other = id === undefined ? undefined : w.cases.get(id)
  return other === undefined ? {} : { other, otherUnder: policyOf(w, other) }
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

/** A case that came out of another is opened from what that one recorded. */
const openedFrom = (w: World, sent: Sent): Sent => {
  const { command } = sent
  const opening =
    command.do === "submit" && command.of !== undefined ? openingOf(caseOf(w, command.of.case), sent.case) : undefined
  return opening === undefined ? sent : { ...sent, by: opening.by, command: opening.command, said: opening.receivedAt }
}

const withLedger = (w: World, step: Step): World["ledgers"] => {
  let { ledgers } = w
  for (const event of step.events) {
    const line = ledgerLine(step.state, event)
    if (line !== undefined) ledgers = { ...ledgers, [line.actor]: [...(ledgers[line.actor] ?? []), line.entry] }
  }
  return ledgers
}

/** Most steps of which time is the command lead to nothing. */
const withEvents = ({ events }: World, id: string, step: Step): World["events"] =>
  step.events.length === 0 && events.has(id)
    ? events
    : new Map(events).set(id, [...(events.get(id) ?? []), ...step.events])

/** Returns the policy that a case is pinned to. */
export const policyOf = (w: World, { policy: pin }: Case): Policy =>
  w.versions.find(({ bundle }) => bundle.content === pin?.content && bundle.calendarsHash === pin.calendars) ?? w.policy

/** What is due has fired under the old version before a case is moved to another. */
const decide = (w: World, sent: Sent, id: string): { readonly world: World; readonly step: Step } =>
  sent.under === undefined
    ? decideUnder(settled(w, sent), policyOf(w, caseOf(w, sent.case)), sent, id)
    : decideUnder({ ...tell(w, sent.case, sent.at), versions: [...w.versions, sent.under] }, sent.under, sent, id)

/** The case that another is merged into is judged as it stands by then. */
const settled = (w: World, { case: id, command, at }: Sent): World =>
  command.do === "merge" && command.into !== id && w.cases.has(command.into) ? tell(w, command.into, at) : w

const decideUnder = (
  w: World,
  policy: Policy,
  sent: Sent,
  id: string
): { readonly world: World; readonly step: Step } => {
  const before = caseOf(w, sent.case)
  const leaves = sent.under === undefined ? undefined : policyOf(w, before)
  const meta = metaOf(w, sent, id, leaves)
  const step = w.decider.step(policy, before, sent.command, meta)
  const out = step.events.flatMap((event) => outbound(step.state, event))
  const letters = out.flatMap((one) => (one.to === "channel" ? [{ ...one.message, case: sent.case }] : []))
  let next: World = {
    ...w,
    now: Math.max(w.now, sent.at),
    cases: step.state.version === 0 ? w.cases : new Map(w.cases).set(sent.case, step.state),
    events: withEvents(w, sent.case, step),
    ledgers: withLedger(w, step),
    letters: letters.length === 0 ? w.letters : [...w.letters, ...letters],
    decisions: [...w.decisions, { policy, before, command: sent.command, meta, step }]
  }
  for (const [i, one] of out.entries()) {
    if (one.to === "case" && (next.cases.has(one.case) || one.command.do === "submit")) {
      const told: Sent = { case: one.case, at: sent.at, by: "system:problem", command: one.command }
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

const count = (w: World, id: string, command: Problem.ProblemCommand, at: Instant, key: string): World => {
  const { state, tell } = Problem.step(w.policy, w.problems.get(id) ?? Problem.empty(id), command, at)
  let next: World = { ...w, problems: new Map(w.problems).set(id, state) }
  for (const { case: member, command } of tell)
    next = decide(next, { case: member, at, by: "system:problem", command }, `${key}.${member}`).world
  return next
}

const ask = (w: World, id: string, command: Asked.AskedCommand, at: Instant): World => {
  const { state } = Asked.step(w.policy, w.customers.get(id) ?? Asked.empty(id), command, at)
  return { ...w, customers: new Map(w.customers).set(id, state) }
}

/** The next instant at which time itself is a command, over all cases. */
export const nextDue = (w: World): { readonly case: string; readonly at: Instant } | undefined => {
  let found: { case: string; at: Instant } | undefined
  for (const [id, state] of w.cases) {
    const at = w.decider.due(state)
    if (at !== null && (found === undefined || at < found.at)) found = { case: id, at }
  }
  return found
}

/** Tells the time to every case that has something due up to `until`, each at its own instant. */
export const tick = (w: World, until: Instant, most = 2_000): World => {
  let next = w
  for (let told = 0; ; told++) {
    const found = nextDue(next)
    if (found === undefined || found.at > until) return { ...next, now: Math.max(next.now, until) }
    if (told >= most) throw new Error(`time does not end: ${found.case} at ${found.at}`)
    const at = Math.max(found.at, next.now)
    next = tell(next, found.case, at)
  }
}

/** Tells the time to one case, whether or not anything is due. */
export const tell = (w: World, id: string, at: Instant): World =>
  decide(w, { case: id, at, by: "system:timer", command: { do: "time" } }, `t${at}`).world

/** Sends one command. Promptly: everything due before it has fired at its own instant. */
export const send = (
  w: World,
  sent: Sent,
  ticks: "prompt" | "none" = "prompt"
): { readonly world: World; readonly step: Step } => {
  const ready = ticks === "prompt" ? tick(w, sent.at) : w
  return decide({ ...ready, sent: w.sent + 1 }, sent, `c${w.sent + 1}`)
}
