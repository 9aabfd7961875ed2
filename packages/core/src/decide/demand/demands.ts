/**
 * Compares what a case demands before and after a command: the gates of its loops, its grades and its deadlines. Gates,
 * dimensions and clocks are compared by name, so a change of the loop or of the version cannot be used to avoid one.
 */

import { grades } from "../../case/Grading.ts"
import { type ClockState, factsOf, live } from "../../case/track/Clocks.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { GradeState } from "../../case/track/Grade.ts"
import { line } from "../../draft/clockLine.ts"
import type { Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import type { Inputs, LoopClock } from "../../policy/Policy.ts"
import { choose, holds, loopOf } from "../../policy/Policy.ts"
import { withoutWait } from "../../rule/clock/extension.ts"
import type { Instant } from "../../time/Instant.ts"
import { isSame } from "../../time/Target.ts"
import { defined } from "../../value/Optional.ts"
import { nameOf } from "../../who/Signature.ts"
import * as Who from "../../who/Who.ts"

/** A dimension whose level is now weaker; without `to` it has no level any more. */
export interface WeakerGrade {
  readonly dimension: string
  readonly from: string
  readonly to?: string
}

/** A deadline that is now later; without `to` it is gone. `from` is null while the clock waits. */
export interface LaterDeadline {
  readonly clock: string
  readonly from: Instant | null
  readonly to?: Instant
}

/** What a case no longer demands. */
export interface Reduction {
  readonly gates: readonly string[]
  readonly grades: readonly WeakerGrade[]
  readonly clocks: readonly LaterDeadline[]
  /** The gates and clocks that are lost only because of another grade or of another lost gate. */
  readonly following: { readonly gates: ReadonlySet<string>; readonly clocks: ReadonlySet<string> }
}

/** Returns the gates that a loop demands, now or unless their condition turns out false. */
const demanded = (situation: Situation): readonly GateRule[] => {
  const { customerLoop, systemLoop } = situation.state.lifecycle
  return (Drafts.loop(situation)?.rule.gates ?? []).filter((rule) => {
    const isClosed = (rule.side === "customer-loop" ? customerLoop : systemLoop) !== undefined
    const gate = Gate.at(situation.state.gates, rule.name)
    if (isClosed || rule.optional || Gate.isSettled(gate)) return false
    return gate.status === "open" || holds(rule.when, Drafts.vector(situation)) !== "no"
  })
}

/** Returns the passed gates of a closed loop that a reopening would demand again. */
const demandedAgain = (situation: Situation): readonly GateRule[] =>
  (Drafts.loop(situation)?.rule.gates ?? []).filter(
    (rule) => !rule.optional && rule.when !== undefined && holds(rule.when, Drafts.vector(situation)) === "yes"
  )

/** Returns whether a reopening would no longer demand a gate. A gate of another loop is another gate. */
const isGoneAgain = (after: Situation, was: GateRule): boolean => {
  const is = Drafts.loop(after)?.gates.get(was.name)
  return is?.kind === was.kind && holds(is.when, Drafts.vector(after)) === "no"
}

/** Returns whether required signatures that nobody has given are no longer required. */
const lacksSignatures = (before: Situation, after: Situation, was: GateRule): boolean => {
  const is = Drafts.loop(after)?.gates.get(was.name)
  if (is === undefined || was.signOff.length === 0 || Gate.isSettled(Gate.at(after.state.gates, was.name))) return false
  // Who has to sign depends on the case only through its departments.
  if (is.signOff === was.signOff && !is.signOff.includes("departments")) return false
  const asked = new Set(Who.signatories(after.policy, after.state, is.signOff).map(nameOf))
  const { signatures } = Gate.at(before.state.gates, was.name)
  return Who.signatories(before.policy, before.state, was.signOff)
    .map(nameOf)
    .some((name) => !asked.has(name) && !signatures.includes(name))
}

/**
 * Returns whether a case that continues this one demands this gate or has passed it. A waiver there does not count,
 * since it was given for that case alone. A customer's answer there counts for another customer only while it is still
 * open.
 */
const isOwedThere = ({ policy, state, meta, kinds }: Situation, was: GateRule): boolean => {
  const { other, otherUnder = policy } = meta.gathered
  const there = loopOf(otherUnder, other?.lifecycle.loop)?.gates.get(was.name)
  if (other === undefined || there?.kind !== was.kind || there.optional) return false
  const { status } = Gate.at(other.gates, was.name)
  if (status === "waiting" || status === "open") return true
  const isAnswered = kinds[was.kind].facts.replies !== undefined
  const customer = other.feedback.receipt?.customer
  const isSame = customer !== undefined && customer === state.feedback.receipt?.customer
  return status === "passed" && (isSame || !isAnswered)
}

/** Returns whether a gate is no longer demanded. Lanes, passed gates and early ends have rules of their own. */
const isGone = (after: Situation, was: GateRule): boolean => {
  const is = Drafts.loop(after)?.gates.get(was.name)
  if (is === undefined || is.kind !== was.kind) return true
  const { status, because } = Gate.at(after.state.gates, was.name)
  const isMerged = after.state.relations.mergedInto !== undefined
  if (status === "not-needed" && because === "ended" && isMerged) return !isOwedThere(after, was)
  if (status === "not-needed") return because === "when" || because === "policy"
  // A gate that is not open yet is not needed as soon as its condition is false.
  const isUnneeded = status === "waiting" && holds(is.when, Drafts.vector(after)) === "no"
  return isUnneeded || ((status === "waiting" || status === "open") && is.optional)
}

/** Returns the grades to compare. A closed case keeps its grades, so the grades that it would get if reopened count. */
const gradesOf = (situation: Situation): GradeState =>
  situation.state.lifecycle.closedAt === undefined
    ? situation.state.grades
    : grades(situation.policy, Drafts.vector(situation), situation.state.grades)

const weakerGrades = (before: Situation, after: Situation): readonly WeakerGrade[] => {
  const [was, is] = [gradesOf(before), gradesOf(after)]
  return after.policy.bundle.grading.flatMap(({ name, levels }) => {
    const [from, to] = [was[name]?.level, is[name]?.level]
    if (from === undefined || from === to || !levels.includes(from)) return []
    const isWeaker = to === undefined || levels.indexOf(to) > levels.indexOf(from)
    return isWeaker ? [defined({ dimension: name, from, to })] : []
  })
}

/** Reasons for which a clock ends although nothing that it waited for was done. */
const givenUp: ReadonlySet<string> = new Set(["when", "no-target", "loop-changed", "policy"])

/** The causes of a deadline that follows from the inputs of the case. Other causes have rules of their own. */
const isByInputs: ReadonlySet<string> = new Set(["elapsed", "regraded", "policy"])

/** Returns the due of a running clock without the effect of later pauses, which have rules of their own. */
const dueIn = (situation: Situation, name: string, since?: ClockState): Instant | null | undefined => {
  const clock = situation.state.clocks[name]
  const rule = Drafts.loop(situation)?.clocks.get(name)
  if (!live(clock) || clock.timer !== undefined) return undefined
  if (rule === undefined) return clock.dueAt
  if (since === undefined || since.switches === clock.switches) return withoutWait(situation, rule, clock)
  const facts = { ...factsOf(clock), switches: since.switches }
  return withoutWait(situation, rule, {
    ...clock,
    switches: since.switches,
    dueAt: line(situation, rule, facts, clock.fired).dueAt
  })
}

/** Returns whether another promise covers what a deadline was for, and is due no later. */
const isReplaced = (after: Situation, gates: readonly string[], due: Instant | null): boolean =>
  gates.length > 0 &&
  [...(Drafts.loop(after)?.clocks.values() ?? [])].some(({ name, metByGates, metBy }) => {
    const now = dueIn(after, name) ?? null
    const isAbout = metByGates.length === metBy.length && metByGates.every((gate) => gates.includes(gate))
    return isAbout && metByGates.length > 0 && due !== null && now !== null && now <= due
  })

/** Returns whether the same promise was kept and now counts again from the next message or evidence. */
const isNextRun = (before: Situation, after: Situation, name: string): boolean => {
  const [was, is] = [before.state.clocks[name], after.state.clocks[name]]
  const [rule, now] = [before, after].map((x) => Drafts.loop(x)?.clocks.get(name)?.path)
  return rule === now && live(is) && is.setBy.cause === "elapsed" && is.startedAt > (was?.startedAt ?? is.startedAt)
}

const laterDeadlines = (before: Situation, after: Situation, lost: ReadonlySet<string>): readonly LaterDeadline[] =>
  Object.keys(before.state.clocks).flatMap((clock) => {
    const [was, is] = [before.state.clocks[clock], after.state.clocks[clock]]
    const due = was === is ? undefined : dueIn(before, clock, live(is) ? is : undefined)
    if (due === undefined || was === undefined || isNextRun(before, after, clock)) return []
    // A gate that is no longer demanded needs no deadline.
    const gates = Drafts.loop(before)?.clocks.get(clock)?.metByGates ?? []
    if (gates.length > 0 && gates.every((gate) => lost.has(gate))) return []
    if (!live(is))
      return givenUp.has(is?.endedBecause ?? "") && !isReplaced(after, gates, due) ? [{ clock, from: was.dueAt }] : []
    const now = dueIn(after, clock) ?? null
    const isLater = due !== null && now !== null && now > due && isByInputs.has(is.setBy.cause)
    return isLater ? [{ clock, from: was.dueAt, to: now }] : []
  })

/** Returns the input vector as if only grades, gates and clocks had changed. */
const derivedOnly = (before: Situation, after: Situation): Inputs => {
  const [was, is] = [Drafts.vector(before), Drafts.vector(after)]
  const { sources } = before.policy
  const isDerived = (slot: number): boolean => {
    const tag = sources[slot]?._tag
    return tag === "Level" || tag === "GateState" || tag === "ClockState" || tag === "Conclusion"
  }
  return was.map((code, slot) => (isDerived(slot) ? (is[slot] ?? code) : code))
}

/** Returns whether a gate is lost only because of another grade. An open gate is not: only a waiver takes it away. */
const gateFollows = (before: Situation, after: Situation, inputs: Inputs, gate: string): boolean => {
  const was = Drafts.loop(before)?.gates.get(gate)
  if (was === undefined || Gate.at(before.state.gates, gate).status === "open") return false
  if (Drafts.loop(after)?.gates.has(gate) === true) return holds(was.when, inputs) === "no"
  const loop = before.policy.bundle.loops.find(({ when }) => holds(when, inputs) === "yes")
  return loop?.name === after.state.lifecycle.loop
}

const clockFollows = (rule: LoopClock | undefined, after: Situation, inputs: Inputs, name: string): boolean => {
  if (rule === undefined) return false
  const is = after.state.clocks[name]
  if (holds(rule.when, inputs) === "no") return true
  const target = rule.within === undefined ? undefined : choose(rule.within, inputs)?.value
  return target === undefined ? rule.within !== undefined : live(is) && isSame(target, is.target)
}

/** Returns what a case demanded before and no longer demands; undefined if there is nothing. */
export const reduction = (before: Situation, after: Situation): Reduction | undefined => {
  const owed = demanded(before)
  const gone = owed.filter((was) => isGone(after, was))
  const less = owed.filter((was) => gone.includes(was) || lacksSignatures(before, after, was))
  const later = demandedAgain(before).filter((was) => !owed.includes(was) && isGoneAgain(after, was))
  const gates = [...less, ...later].map(({ name }) => name)
  const weaker = weakerGrades(before, after)
  const clocks = laterDeadlines(before, after, new Set(gone.map(({ name }) => name)))
  if (gates.length + weaker.length + clocks.length === 0) return undefined
  const following = follows(before, after, gates, clocks)
  const isAll = gates.length === following.gates.size && clocks.length === following.clocks.size
  return weaker.length === 0 && isAll ? undefined : { gates, grades: weaker, clocks, following }
}

const follows = (
  before: Situation,
  after: Situation,
  gates: readonly string[],
  clocks: readonly LaterDeadline[]
): Reduction["following"] => {
  // Under another version causes cannot be told apart, so each loss counts by itself.
  if (before.policy !== after.policy) return { gates: new Set(), clocks: new Set() }
  const inputs = derivedOnly(before, after)
  return {
    gates: new Set(gates.filter((gate) => gateFollows(before, after, inputs, gate))),
    clocks: new Set(
      clocks.flatMap(({ clock }) =>
        clockFollows(Drafts.loop(before)?.clocks.get(clock), after, inputs, clock) ? [clock] : []
      )
    )
  }
}
