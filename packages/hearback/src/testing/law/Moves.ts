/** Finds all commands that anybody can give on a case now, as steps of a scenario. */
import {
  Actor,
  Allowed,
  type Bundle,
  type Case,
  defined,
  exampleEvidence,
  exampleValue,
  gateFacts,
  type Policy,
  Situation
} from "@hearback/core"
import { customerOf } from "../scenario/act/Actors.ts"
import type { VirtualWorld } from "../virtual/World.ts"
import type { Life, ScenarioStep } from "./Law.ts"

/** The name of the case in the scenario. */
export const caseName = "A"

/** Chooses one of the possible commands. */
interface Choice {
  /** Chooses who acts first. If they can do nothing, the next person is tried. */
  readonly who: number
  readonly which: number
  /** Chooses one of several arguments. */
  readonly how: number
  /** Whether only commands are used that bring the case nearer to its end, if there are any. */
  readonly forward: boolean
}

/** Returns a possible step; undefined if nobody can do anything. */
export const moveOn = async (
  world: VirtualWorld,
  state: Case.Case,
  choice: Choice
): Promise<ScenarioStep | undefined> => {
  const ids = [...new Set([state.ownership.owner, ...world.people.people.map(({ id }) => id)])]
  const staff = (await Promise.all(ids.map((id) => world.engine.staff.person(id)))).filter((one) => one !== undefined)
  const all = [...staff, customerOf(state)]
  const gathered = { people: await world.engine.staff.at(world.policy, world.now()), ledgers: {} }
  const inTurn = all.map((_, n) => all[(n + choice.who) % all.length]).filter((one) => one !== undefined)
  for (const verbs of choice.forward ? [forward, undefined] : [undefined])
    for (const actor of inTurn) {
      const seen = Situation.situationOf(world.policy, state, { actor, at: world.now(), gathered })
      const steps = Allowed.permissions(seen).flatMap((permission) => {
        if (!permission.offered || verbs?.has(permission.command) === false) return []
        const step = stepOf({ world, state, actor, how: choice.how }, permission)
        return step === undefined ? [] : [{ ...step, ...byOf(actor) }]
      })
      const step = pick(steps, choice.which)
      if (step !== undefined) return step
    }
  return undefined
}

/** Commands that bring a case nearer to its end. */
const forward: ReadonlySet<string> = new Set([
  "pass",
  "reply",
  "sign",
  "act-done",
  "approve",
  "accept",
  "take-up",
  "close"
])

const byOf = (actor: Actor.Actor): ScenarioStep => (actor.kind === "person" ? { by: actor.id } : { by: "customer" })

interface Moment {
  readonly world: VirtualWorld
  readonly state: Case.Case
  readonly actor: Actor.Actor
  readonly how: number
}

const pick = <T>(list: readonly T[], how: number): T | undefined => list[how % Math.max(1, list.length)]
const reason = "as found"

/** Amounts of money below and above usual limits. */
const amounts = [1, 100, 600, 5000, 60_000]

const stepOf = (moment: Moment, permission: Allowed.CommandPermission): ScenarioStep | undefined => {
  const { world, how, state } = moment
  const { bundle } = world.policy
  const { command, gate, clock, action } = permission
  const at = `${caseName}.${gate}`
  switch (command) {
    case "pass": {
      const evidence = evidenceOf(moment, gate ?? "")
      return evidence && { pass: at, ...evidence }
    }
    case "sign":
      return { sign: at }
    case "explain":
    case "waive":
      return { [command]: at, reason }
    case "reply": {
      const says = pick([...(gateFacts[ruleOf(world.policy, state, gate)?.kind ?? "result"].replies ?? [])], how)
      return says && { reply: gate === undefined ? caseName : at, says }
    }
    case "act-done":
      return { "act-done": gate === undefined ? caseName : at, ...defined({ action }) }
    case "write":
    case "note":
      return { [command]: caseName, text: "any news?" }
    case "compensate":
      return { compensate: caseName, amount: pick(amounts, how), reason }
    case "discount":
      return { discount: caseName, amount: pick(["1%", "10%", "60%"], how), reason }
    case "grant":
      return { grant: caseName, amount: pick([1, 10], how), reason }
    case "regrade":
      return { regrade: caseName, to: pick(levelsOf(bundle), how), reason }
    case "reclassify":
      return { reclassify: caseName, category: pick(bundle.dictionary.categories, how)?.name, reason }
    case "hand-over":
      return { "hand-over": caseName, to: pick(world.people.people, how)?.id, reason }
    case "reopen":
      return { reopen: caseName, because: "dissatisfied", reason }
    case "pause": {
      const because = pick(reasonsToWait(world.policy, state), how)
      return because === undefined ? undefined : { pause: caseName, reason: because }
    }
    case "split":
      return { split: caseName, verbatim: wordsOf(bundle, [how, how + 1]) }
    case "extend":
      return { extend: `${caseName}.${clock}`, by: "1 day", reason }
    case "approve":
    case "deny":
    case "accept":
    case "decline":
    case "take-up":
    case "close":
    case "withdraw":
    case "resume":
      return { [command]: caseName }
    default:
      // Commands about other cases, and reports of a host, are left to scenarios that people write.
      return undefined
  }
}

/** Returns a reason for which a running clock can pause. */
const reasonsToWait = (policy: Policy.Policy, { clocks, lifecycle }: Case.Case): readonly string[] => {
  const rules = [...(policy.loops.get(lifecycle.loop ?? "")?.clocks.values() ?? [])]
  const running = rules.filter(({ name }) => clocks[name]?.status === "running")
  return [...new Set(running.flatMap(({ pause }) => Object.keys(pause)))]
}

/** Returns the dimensions that can be set, because a matrix is never set by hand. */
const levelsOf = ({ grading }: Bundle.Bundle): readonly string[] => grading.flatMap(({ levels }) => levels)

const ruleOf = (policy: Policy.Policy, state: Case.Case, gate = ""): Bundle.GateRule | undefined =>
  policy.loops.get(state.lifecycle.loop ?? "")?.gates.get(gate)

const evidenceOf = ({ world, state, actor, how }: Moment, gate: string): ScenarioStep | undefined => {
  const rule = ruleOf(world.policy, state, gate)
  const circumstances = { by: Actor.nameOf(actor), now: world.now(), isSystemic: how % 2 === 1 }
  const evidence = rule && exampleEvidence(world.policy, state, rule, circumstances)
  if (evidence === undefined) return undefined
  const decision =
    evidence["decision"] === undefined ? undefined : (pick(rule?.oneOf ?? [], how) ?? evidence["decision"])
  const { fields, ...rest } = evidence
  return { ...asKeys(rest), ...defined({ decision, fields }) }
}

/** Returns a key of a step, written with hyphens. */
const asKeys = (evidence: object): ScenarioStep =>
  Object.fromEntries(
    Object.entries(evidence).map(([key, value]) => [key.replace(/[A-Z]/g, (at) => `-${at.toLowerCase()}`), value])
  )

/** Returns the first feedback of a customer: a channel, words of the policy's dictionary, facts of their types. */
export const openingOf = (
  { policy, people }: Pick<VirtualWorld, "policy" | "people">,
  life: Life,
  now: number
): ScenarioStep => {
  const { channels, facts } = policy.bundle
  const customer = pick([undefined, ...Object.keys(people.customers)], life.customer)
  const by = pick([undefined, ...people.people.map(({ id }) => id)], life.takenBy)
  const names = life.facts.flatMap((at) => pick(Object.keys(facts), at) ?? [])
  const told = [...new Set(names)].map((name, n) => [name, factValueOf(policy, name, now, life.facts[n] ?? 0)] as const)
  return {
    submit: caseName,
    ...defined({ by, customer, channel: pick(Object.keys(channels), life.channel) }),
    verbatim: wordsOf(policy.bundle, life.words),
    ...(told.length === 0 ? {} : { facts: Object.fromEntries(told) })
  }
}

const factValueOf = (policy: Policy.Policy, name: string, now: number, how: number) => {
  const fact = policy.bundle.facts[name]
  if (fact?.type._tag === "OneOf" || fact?.type._tag === "SomeOf") return pick(fact.type.values, how)
  if (fact?.kind === "money") return pick(amounts, how)
  if (fact?.kind === "yes-no") return how % 2 === 0
  return exampleValue(policy, name, now)
}

/** Returns words of the policy's dictionary: of categories, emotions and kinds. */
const wordsOf = ({ dictionary }: Bundle.Bundle, which: readonly number[]): string => {
  const { categories, emotions } = dictionary
  const known = [...categories, ...emotions].flatMap(({ words }) => words)
  const said = which.flatMap((at) => pick(known, at) ?? [])
  return said.length === 0 ? "hello" : said.join(" ")
}
