import type { Case, EventNamed } from "../../case/Case.ts"
import { inputs } from "../../case/Inputs.ts"
import { live } from "../../case/track/Clocks.ts"
import { type GateState, at as gateAt, isSettled } from "../../case/track/Gate.ts"
import { actsAt } from "../../decide/permission.ts"
import { isMachine, nameOf, parse, system } from "../../people/Actor.ts"
import type { GateRule, LimitRule } from "../../policy/Bundle.ts"
import type { Policy } from "../../policy/Policy.ts"
import { holds, loopOf } from "../../policy/Policy.ts"
import { isSame } from "../../time/Target.ts"
import type { DeciderLaw } from "../History.ts"
import { first, run } from "../History.ts"
import type { Decider, TestDecision, TestWorld } from "../World.ts"

/**
 * Commands that have rules of their own, or that the engine gives. The demands that they remove are not judged again.
 */
const ownRules: ReadonlySet<string> = new Set([
  ...(["regrade", "waive", "extend", "close", "approve", "explain", "sign", "act-done", "pause", "resume"] as const),
  ...([
    "reopen",
    "deny",
    "spot-check",
    "compensate",
    "discount",
    "grant",
    "event",
    "time",
    "count",
    "progress"
  ] as const),
  ...(["absorb", "recurred", "flag", "erase", "delivered", "bounced", "move-calendar", "submit", "withdraw"] as const)
])

/** The commands that end a case early, each with its ending. */
const endings: Readonly<Record<string, string>> = { forward: "forwarded", "turn-away": "turned-away" }

/**
 * Returns whether the command's evidence is what a gate or an ending asks for. Other facts need authority of their own.
 */
const isOwn = ({ command, before, policy }: TestDecision): boolean => {
  if (ownRules.has(command.do)) return true
  const asked = (): readonly string[] => {
    const ending = endings[command.do]
    if (ending !== undefined) return policy.bundle.endings.find(({ name }) => name === ending)?.fields ?? []
    return loopOf(policy, before.lifecycle.loop)?.gates.get("gate" in command ? (command.gate ?? "") : "")?.fields ?? []
  }
  switch (command.do) {
    case "pass":
      return command.category === undefined && Object.keys(command.fields ?? {}).every((name) => asked().includes(name))
    case "forward":
    case "turn-away":
      return Object.keys(command.fields ?? {}).every((name) => asked().includes(name))
    case "reply":
      return command.facts === undefined
    default:
      return false
  }
}

/** A case with the policy version that it is read by. */
interface Read {
  readonly policy: Policy
  readonly state: Case
}

const rulesOf = ({ policy, state }: Read): readonly GateRule[] => loopOf(policy, state.lifecycle.loop)?.rule.gates ?? []

/** Returns the gates that a loop demands for certain. */
const demanded = (read: Read): readonly string[] => {
  const vector = inputs(read.policy, read.state)
  const { customerLoop, systemLoop } = read.state.lifecycle
  return rulesOf(read).flatMap((rule) => {
    const isClosed = (rule.side === "customer-loop" ? customerLoop : systemLoop) !== undefined
    const { status } = gateAt(read.state.gates, rule.name)
    const isOwed = status === "open" || (status === "waiting" && holds(rule.when, vector) === "yes")
    return !isClosed && !rule.optional && isOwed ? [rule.name] : []
  })
}

/** Returns whether a gate is gone. A gate of another kind with the same name is another gate. */
const isGone = (before: Read, after: Read, gate: string): boolean => {
  const [was, is] = [before, after].map((x) => rulesOf(x).find(({ name }) => name === gate))
  return is === undefined || was?.kind !== is.kind || gateAt(after.state.gates, gate).status === "not-needed"
}

type Reduced = EventNamed<"demands-reduced">

interface Trial {
  readonly world: TestWorld
  readonly decision: TestDecision
  readonly before: Read
  readonly after: Read
  readonly reduced: Reduced | undefined
}

/** Returns the limits of whoever gave the command, with powers lent on the case. */
const limitOf = ({ world: w, decision: { meta, policy, before } }: Trial): LimitRule | undefined => {
  const name = nameOf(meta.actor)
  const lent = before.ownership.lent.filter(({ to, until }) => to === name && until > meta.receivedAt)
  const roles = [...(w.people.find(({ id }) => id === name)?.roles ?? []), ...lent.flatMap((loan) => loan.roles)]
  const { limits } = meta.gathered.authority?.rule ?? policy.bundle.authority
  return limits.findLast(({ role }) => roles.includes(role))
}

const covers = (list: readonly string[] | "all" | undefined, names: readonly string[]): boolean =>
  list === "all" || (list !== undefined && list.length > 0 && names.every((name) => list.includes(name)))

/** Returns the levels before and after of the dimensions that a matrix gives, or of all if there is no matrix. */
const levelsOf = ({ before, after }: Trial): readonly string[] => {
  const { grading } = after.policy.bundle
  const derived = grading.filter(({ by }) => by === "matrix")
  return (derived.length > 0 ? derived : grading).flatMap(({ name }) =>
    [before.state.grades[name]?.level, after.state.grades[name]?.level].filter((level) => level !== undefined)
  )
}

/** Returns whether a recorded rule lets the actor decide because it names them. */
const isNamed = ({ world: w, decision: { meta, before, policy } }: Trial, why: string): boolean => {
  const roles = w.people.find(({ id }) => id === nameOf(meta.actor))?.roles ?? []
  const isFresh = before.authority.grants.length === 0 && Object.values(before.gates).every((gate) => !isByPerson(gate))
  if (why === "dictionary.review-by")
    return before.feedback.review !== undefined && roles.includes(before.feedback.review) && isFresh
  if (why === "dictionary.sure-above") return isFresh
  const fact = /^facts\.(.*)\.by$/.exec(why)?.[1]
  const by = fact === undefined ? undefined : policy.bundle.facts[fact]?.by
  if (by !== undefined)
    return by.some((who) => roles.includes(who) || (who === "automatic" && isMachine(nameOf(meta.actor))))
  return isFresh && [...policy.loops.values()].some(({ rule }) => rule.gates.some(({ path }) => path === why))
}

const isByPerson = ({ status, by }: GateState): boolean =>
  (status === "passed" || status === "explained" || status === "waived") && by !== undefined && !isMachine(by)

/**
 * Returns whether the record says who decided it, and whether they may: the host, a person whom a rule names, or a
 * holder of the power.
 */
const isDecided = (trial: Trial, may: (limit: LimitRule | undefined, roles: readonly string[]) => boolean): boolean => {
  const { reduced, decision } = trial
  if (reduced === undefined || reduced.by !== nameOf(decision.meta.actor)) return false
  if (isMachine(reduced.by)) return true
  if (reduced.powers.length === 0) return isNamed(trial, reduced.why ?? "")
  const roles = trial.world.people.find(({ id }) => id === reduced.by)?.roles ?? []
  return parse(reduced.by).kind === "person" && reduced.reason.trim() !== "" && may(limitOf(trial), roles)
}

/**
 * Returns whether grades changed and none is weaker. Demands that are lost with the change belonged to the weaker ones.
 */
const isStronger = (trial: Trial): boolean =>
  trial.before.state.grades !== trial.after.state.grades && weaker(trial).length === 0

const weaker = ({ before, after }: Trial): readonly string[] =>
  after.policy.bundle.grading.flatMap(({ name, levels }) => {
    const [was, is] = [before.state.grades[name]?.level, after.state.grades[name]?.level].map((level) =>
      levels.indexOf(level ?? "")
    )
    return was !== undefined && is !== undefined && was >= 0 && (is < 0 || is > was) ? [name] : []
  })

/** Returns whether a merged case continues in another one that demands the gate or has passed it. */
const goesOn = ({ decision: { meta, policy } }: Trial, rule: GateRule | undefined): boolean => {
  const { other, otherUnder = policy } = meta.gathered
  const there = loopOf(otherUnder, other?.lifecycle.loop)?.gates.get(rule?.name ?? "")
  if (other === undefined || there === undefined || there.kind !== rule?.kind || there.optional) return false
  return ["waiting", "open", "passed"].includes(gateAt(other.gates, there.name).status)
}

const takenAway = (trial: Trial, gate: string): string | undefined => {
  if (!isGone(trial.before, trial.after, gate)) return undefined
  const { status } = gateAt(trial.before.state.gates, gate)
  const { because } = gateAt(trial.after.state.gates, gate)
  const isMerged = trial.after.state.relations.mergedInto !== undefined
  const rule = rulesOf(trial.before).find(({ name }) => name === gate)
  if (because === "lane" || (because === "ended" && (!isMerged || goesOn(trial, rule)))) return undefined
  if (status !== "open" && isStronger(trial)) return undefined
  const isCovered = isDecided(trial, (limit) => {
    if (covers(limit?.waive, [gate])) return true
    // A gate that was not open yet may be lost with a grade, or with the gate that it waited for.
    const others = trial.reduced?.gates ?? []
    return (
      status !== "open" &&
      (covers(limit?.regrade, levelsOf(trial)) || others.some((one) => covers(limit?.waive, [one])))
    )
  })
  return isCovered && trial.reduced?.gates.includes(gate) === true ? undefined : `gate ${gate} was demanded and is gone`
}

const graded = (trial: Trial, dimension: string): string | undefined =>
  isDecided(trial, (limit) => covers(limit?.regrade, levelsOf(trial))) &&
  trial.reduced?.grades.some((one) => one.dimension === dimension) === true
    ? undefined
    : `${dimension} is weaker`

const byInputs: ReadonlySet<string> = new Set(["elapsed", "regraded", "policy"])
const givenUp: ReadonlySet<string> = new Set(["when", "no-target", "loop-changed", "policy"])

/** Returns whether a running deadline is later, or ended although what it waits for is still demanded. */
const isLater = ({ before, after }: Trial, name: string): boolean => {
  const [was, is] = [before.state.clocks[name], after.state.clocks[name]]
  if (!live(was) || was.timer !== undefined || was.dueAt === null || was === is) return false
  const due = was.dueAt
  const [own, now] = [before, after].map((x) => loopOf(x.policy, x.state.lifecycle.loop)?.clocks.get(name))
  const gates = own?.metByGates ?? []
  // The promise was kept, and counts again from the next message.
  if (own?.path === now?.path && live(is) && is.setBy.cause === "elapsed" && is.startedAt > was.startedAt) return false
  if (gates.length > 0 && gates.every((gate) => isGone(before, after, gate))) return false
  // The end of a pause moves a deadline by a rule of its own.
  const isWaited = live(is) && is.switches !== was.switches && isSame(is.target, was.target)
  if (isWaited) return false
  if (live(is)) return is.dueAt !== null && is.dueAt > due && byInputs.has(is.setBy.cause)
  const clocks = [...(loopOf(after.policy, after.state.lifecycle.loop)?.clocks.values() ?? [])]
  const isReplaced = clocks.some(({ name: other, metByGates, metBy }) => {
    const clock = after.state.clocks[other]
    const isAbout = metByGates.length === metBy.length && metByGates.length > 0
    return (
      live(clock) && isAbout && metByGates.every((gate) => gates.includes(gate)) && (clock.dueAt ?? Infinity) <= due
    )
  })
  return givenUp.has(is?.endedBecause ?? "") && !isReplaced
}

const postponed = (trial: Trial, name: string): string | undefined => {
  if (!isLater(trial, name) || isStronger(trial)) return undefined
  const clocks = loopOf(trial.before.policy, trial.before.state.lifecycle.loop)?.clocks
  const isCovered = isDecided(trial, (limit, roles) => {
    const rule = clocks?.get(name)
    const mayExtend = rule?.extend?.approve.some((role) => roles.includes(role)) === true
    return mayExtend || covers(limit?.regrade, levelsOf(trial)) || covers(limit?.waive, rule?.metByGates ?? [])
  })
  return isCovered && trial.reduced?.clocks.some(({ clock }) => clock === name) === true
    ? undefined
    : `${name} is due later`
}

/** Returns the case after everything due up to an instant has fired. */
const settled = (decider: Decider, { meta }: TestDecision, policy: Policy, state: Case, at: number): Case =>
  decider.step(policy, state, { do: "time" }, { ...meta, occurredAt: at, receivedAt: at, actor: system("timer") }).state

const passedOver = (world: TestWorld, decision: TestDecision, owed: ReadonlySet<string>): string | undefined => {
  const { step, command, meta } = decision
  const under = meta.gathered.leaves ?? decision.policy
  const now = actsAt(command, meta.occurredAt, meta.receivedAt)
  const before = { policy: under, state: settled(world.decider, decision, under, decision.before, now) }
  const reduced = step.events.find((event): event is Reduced => event.event === "demands-reduced")
  const x: Trial = { world, decision, before, after: { policy: decision.policy, state: step.state }, reduced }
  const gates = [...owed, ...demanded(before)].filter((gate) => !isGone(before, before, gate))
  return (
    first(gates, (gate) => takenAway(x, gate)) ??
    first(weaker(x), (dimension) => graded(x, dimension)) ??
    first(Object.keys(before.state.clocks), (name) => postponed(x, name))
  )
}

/** Returns the gates that are demanded after a decision, even if the case later says otherwise. */
const owedAfter = ({ policy, step: { state } }: TestDecision, owed: ReadonlySet<string>): ReadonlySet<string> => {
  const after = { policy, state }
  const all = new Set([...owed, ...demanded(after)])
  for (const gate of all) if (isSettled(gateAt(state.gates, gate)) || isGone(after, after, gate)) all.delete(gate)
  return all
}

/**
 * Law: no demand of a policy is lost without a decision. A demanded gate is passed, or removed by somebody who may: by
 * a command for it (`waive`, an ending, evidence), or by another command with the authority for it, recorded with a
 * reason. The same holds for weaker grades and later deadlines. It is judged here independently, from the states and
 * the people, by the limits in force.
 */
export const demandsAreKept: DeciderLaw = {
  name: "demands-are-kept",
  violation: (decider, history) => {
    const w = run(decider, history)
    const owed = new Map<string, ReadonlySet<string>>()
    return first(w.decisions, (decision) => {
      const { before, command, meta, step } = decision
      const had = owed.get(before.id) ?? new Set<string>()
      owed.set(before.id, owedAfter(decision, had))
      if (before.version === 0 || step.refusal !== undefined || isOwn(decision)) return undefined
      const found = passedOver(w, decision, had)
      return found === undefined
        ? undefined
        : `${before.id}: ${JSON.stringify(command)} of ${nameOf(meta.actor)}: ${found}`
    })
  }
}
