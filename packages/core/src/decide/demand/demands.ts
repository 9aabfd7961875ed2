/**
 * What a case demands, compared before and after a command: the gates that hold its loops, its grades, its deadlines.
 * Policies are compared by the names of gates, dimensions and clocks, so that a change of loop or of version is no way
 * around them.
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

/** A dimension whose level is weaker than before; without `to` it has none any more. */
export interface WeakerGrade {
  readonly dimension: string
  readonly from: string
  readonly to?: string
}

/** A deadline that lies later than before; without `to` nothing is due any more. `from`: null while the clock waits. */
export interface LaterDeadline {
  readonly clock: string
  readonly from: Instant | null
  readonly to?: Instant
}

/** What a case does not demand any more. */
export interface Reduction {
  readonly gates: readonly string[]
  readonly grades: readonly WeakerGrade[]
  readonly clocks: readonly LaterDeadline[]
  /** The gates and clocks that go with another grade, or with a gate that is owed no more. */
  readonly following: { readonly gates: ReadonlySet<string>; readonly clocks: ReadonlySet<string> }
}

/** Returns the gates that hold a loop, or will unless what they wait for says otherwise. */
const demanded = (situation: Situation): readonly GateRule[] => {
  const { customerLoop, systemLoop } = situation.state.lifecycle
  return (Drafts.loop(situation)?.rule.gates ?? []).filter((rule) => {
    const isClosed = (rule.side === "customer-loop" ? customerLoop : systemLoop) !== undefined
    const gate = Gate.at(situation.state.gates, rule.name)
    if (isClosed || rule.optional || Gate.isSettled(gate)) return false
    return gate.status === "open" || holds(rule.when, Drafts.vector(situation)) !== "no"
  })
}

/** Returns the gates that are shown or stand in a closed loop, and that a reopening would demand again. */
const demandedAgain = (situation: Situation): readonly GateRule[] =>
  (Drafts.loop(situation)?.rule.gates ?? []).filter(
    (rule) => !rule.optional && rule.when !== undefined && holds(rule.when, Drafts.vector(situation)) === "yes"
  )

/** A reopening would demand it no more. In another loop it is another gate. */
const isGoneAgain = (after: Situation, was: GateRule): boolean => {
  const is = Drafts.loop(after)?.gates.get(was.name)
  return is?.kind === was.kind && holds(is.when, Drafts.vector(after)) === "no"
}

/** Signatures that were asked for, that nobody has given, and that are not asked for any more. */
const lacksSignatures = (before: Situation, after: Situation, was: GateRule): boolean => {
  const is = Drafts.loop(after)?.gates.get(was.name)
  if (is === undefined || was.signOff.length === 0 || Gate.isSettled(Gate.at(after.state.gates, was.name))) return false
  // Who signs depends on the case only where its departments do.
  if (is.signOff === was.signOff && !is.signOff.includes("departments")) return false
  const asked = new Set(Who.signatories(after.policy, after.state, is.signOff).map(nameOf))
  const { signatures } = Gate.at(before.state.gates, was.name)
  return Who.signatories(before.policy, before.state, was.signOff)
    .map(nameOf)
    .some((name) => !asked.has(name) && !signatures.includes(name))
}

/**
 * Whether a case that another one goes on in owes this gate, or has shown it. What was let go there was let go for that
 * case alone; what the customer answers there counts for another customer only while it is still open.
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

/** A lane and a passed gate have rules of their own by which a gate is owed no more, and so has an early end. */
const isGone = (after: Situation, was: GateRule): boolean => {
  const is = Drafts.loop(after)?.gates.get(was.name)
  if (is === undefined || is.kind !== was.kind) return true
  const { status, because } = Gate.at(after.state.gates, was.name)
  const isMerged = after.state.relations.mergedInto !== undefined
  if (status === "not-needed" && because === "ended" && isMerged) return !isOwedThere(after, was)
  if (status === "not-needed") return because === "when" || because === "policy"
  // What is not opened yet waits for nothing: its condition says at once that it is not needed.
  const isUnneeded = status === "waiting" && holds(is.when, Drafts.vector(after)) === "no"
  return isUnneeded || ((status === "waiting" || status === "open") && is.optional)
}

/** A closed case keeps its grades; what counts is how it would be graded once it is open again. */
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

/** Reasons for which a deadline ends though nothing that it waited for was done. */
const givenUp: ReadonlySet<string> = new Set(["when", "no-target", "loop-changed", "policy"])

/** Causes by which a deadline lies where the inputs of the case put it; the others are rules of their own. */
const isByInputs: ReadonlySet<string> = new Set(["elapsed", "regraded", "policy"])

/** Returns the due of a clock that runs, as waits that began or ended since would move it: they have rules of their own. */
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

/** Another promise holds for what a deadline was about, and is due no later. */
const isReplaced = (after: Situation, gates: readonly string[], due: Instant | null): boolean =>
  gates.length > 0 &&
  [...(Drafts.loop(after)?.clocks.values() ?? [])].some(({ name, metByGates, metBy }) => {
    const now = dueIn(after, name) ?? null
    const isAbout = metByGates.length === metBy.length && metByGates.every((gate) => gates.includes(gate))
    return isAbout && metByGates.length > 0 && due !== null && now !== null && now <= due
  })

/** The same promise has been kept, and begins anew with what the next word, or the next showing, is counted from. */
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
    // A gate that is owed no more has no deadline.
    const gates = Drafts.loop(before)?.clocks.get(clock)?.metByGates ?? []
    if (gates.length > 0 && gates.every((gate) => lost.has(gate))) return []
    if (!live(is))
      return givenUp.has(is?.endedBecause ?? "") && !isReplaced(after, gates, due) ? [{ clock, from: was.dueAt }] : []
    const now = dueIn(after, clock) ?? null
    const isLater = due !== null && now !== null && now > due && isByInputs.has(is.setBy.cause)
    return isLater ? [{ clock, from: was.dueAt, to: now }] : []
  })

/** Returns the vector as it would be if nothing but grades, gates and clocks had changed. */
const derivedOnly = (before: Situation, after: Situation): Inputs => {
  const [was, is] = [Drafts.vector(before), Drafts.vector(after)]
  const { sources } = before.policy
  const isDerived = (slot: number): boolean => {
    const tag = sources[slot]?._tag
    return tag === "Level" || tag === "GateState" || tag === "ClockState" || tag === "Conclusion"
  }
  return was.map((code, slot) => (isDerived(slot) ? (is[slot] ?? code) : code))
}

/** A gate that is open stays, whatever the grade: only who may waive it takes it away. */
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

/** Returns what a case demanded before and does not afterwards; undefined where that is nothing. */
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
  // Under another version nothing can be told apart: every loss counts by itself.
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
