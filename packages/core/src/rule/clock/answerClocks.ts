/**
 * Clocks that count from the customer's words to the next answer. Words are reported, so they may become known late and
 * in any order. The run of such a clock is therefore computed from all words, as if they had come in order.
 */

import { type ClockState, live } from "../../case/track/Clocks.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { isMachine } from "../../people/Actor.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import type { LoopClock } from "../../policy/Policy.ts"
import type { Trigger } from "../../policy/Trigger.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"

interface Run {
  readonly since: Instant
  readonly metAt?: Instant
}

const isOfWords = ({ from, metBy, repeats }: LoopClock): boolean =>
  !repeats && from.every(({ _tag }) => _tag === "CustomerWrote") && metBy.some(isAnswer)

const isAnswer = ({ _tag }: Trigger): boolean => _tag === "CustomerTold" || _tag === "Answered"

/** Returns when a gate told the customer; undefined if it did not. An automatic message is not an answer. */
const toldByGate = (
  situation: Situation,
  { name, tell }: GateRule,
  what: "CustomerTold" | "Answered"
): Instant | undefined => {
  const { status, settledAt, by } = Gate.at(situation.state.gates, name)
  const counts = what === "CustomerTold" || by === undefined || !isMachine(by)
  return tell !== undefined && status === "passed" && counts ? settledAt : undefined
}

const gatesOf = (situation: Situation): readonly GateRule[] => Drafts.loop(situation)?.rule.gates ?? []

/** Returns when the customer was told something: by staff, and by every gate that tells the customer. */
export const wordsTo = (situation: Situation, what: "CustomerTold" | "Answered"): readonly Instant[] => {
  const all = [...situation.state.conversation.told]
  for (const rule of gatesOf(situation)) {
    const at = toldByGate(situation, rule, what)
    if (at !== undefined) all.push(at)
  }
  return all.sort((a, b) => a - b)
}

const answerOf = ({ metBy }: LoopClock): "CustomerTold" | "Answered" =>
  metBy.some(({ _tag }) => _tag === "CustomerTold") ? "CustomerTold" : "Answered"

/** Returns the last run from an unanswered message to its answer, if there is an answer already. */
const lastRun = (draft: Draft, told: readonly Instant[]): Run | undefined => {
  let run: Run | undefined
  const later = draft.state.conversation.said.slice(1).filter(({ as, from }) => as !== "reply" && from === undefined)
  const wrote = later.map(({ at }) => at)
  for (const since of wrote.sort((a, b) => a - b)) {
    if (run !== undefined && (run.metAt === undefined || since <= run.metAt)) continue
    const metAt = told.find((at) => at >= since)
    run = defined({ since, metAt })
  }
  return run
}

/** Returns whether a clock counts only words, and words after this instant are already known. */
export const isLate = (draft: Draft, rule: LoopClock, at: Instant): boolean => {
  if (!isOfWords(rule)) return false
  const { said, told } = draft.state.conversation
  if (said.some((one) => one.at > at) || told.some((one) => one > at)) return true
  const what = answerOf(rule)
  return gatesOf(draft).some((gate) => (toldByGate(draft, gate, what) ?? at) > at)
}

/** Functions of the clock module, passed in so that the two modules need not import each other. */
export interface Acts {
  readonly start: (since: Instant) => void
  readonly meet: (at: Instant) => void
}

/** Sets a clock to the run that results from all words together. */
export const reconcile = (draft: Draft, rule: LoopClock, { start, meet }: Acts): void => {
  const told = wordsTo(draft, answerOf(rule))
  const run = lastRun(draft, told)
  if (run === undefined) return
  const was = draft.state.clocks[rule.name]
  if (live(was) && was.startedAt < run.since) {
    const answer = told.find((at) => at >= was.startedAt)
    if (answer !== undefined) meet(answer)
  }
  const clock = draft.state.clocks[rule.name]
  const isThere = clock?.startedAt === run.since
  // An answer earlier than the recorded one matters only if it shows that nothing was missed.
  if (isThere && !live(clock) && !isSaved(clock, run.metAt)) return
  if (!isThere || !live(clock)) start(run.since)
  if (run.metAt !== undefined) meet(run.metAt)
}

const isSaved = ({ dueAt, endedAt = Number.NEGATIVE_INFINITY }: ClockState, metAt: Instant | undefined): boolean =>
  dueAt !== null && metAt !== undefined && endedAt >= dueAt && metAt < dueAt
