/**
 * What comes with feedback, in whatever way it reaches a case: repeated, merged, as a further message, or with a reply.
 * All of it is kept with its words, and what counts for the case is applied here.
 *
 * A value that is not known yet is taken. A known value stays, unless the new one grades the case higher: the stronger
 * inputs win.
 */

import type { Case } from "../../case/Case.ts"
import { againstFacts } from "../../case/FactCheck.ts"
import { grades } from "../../case/Grading.ts"
import { inputs } from "../../case/Inputs.ts"
import type { FeedbackState } from "../../case/track/Feedback.ts"
import { type Brought, broughtBy, type Facts } from "../../case/track/Submission.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { RuleId } from "../../policy/Bundle.ts"
import { defined } from "../../value/Optional.ts"
import { againstConsents } from "./consent.ts"
import { told } from "./factSetting.ts"
import { againstScore } from "./understanding.ts"

/** What comes to a case, and by which channel. */
export interface FeedbackSource extends Brought {
  readonly channel: string
  readonly cause?: FeedbackState["cause"]
}

/**
 * Who brings it, and by which rule. `answers`: it was asked for, so a new value replaces the old one. `isSet`: its
 * facts were set on another case by somebody who may.
 */
export interface Carrier {
  readonly by: string
  readonly why?: RuleId
  readonly answers?: true
  readonly isSet?: true
}

/** Returns what may be kept. Consents that the policy does not ask for are left out. */
export const kept = ({ policy }: Situation, from: Brought): Brought => {
  const consent = (from.consent ?? []).filter((name) => againstConsents(policy, [name]).length === 0)
  return broughtBy({ ...from, consent })
}

/**
 * Applies what was brought to the case. Values that would remove demands are only suggested, and so are facts that this
 * actor may not set.
 */
export const carry = (draft: Draft, from: FeedbackSource, { by, why, answers, isSet }: Carrier): void => {
  if (from.facts === undefined && from.score === undefined && from.cause === undefined) return
  const theirs = isSet === true ? { set: from.facts ?? {}, suggested: {} } : told(draft, valid(draft, from.facts))
  const { counting, heldBack } = sorted(draft, { ...from, facts: theirs.set }, answers === true)
  const { facts, score, cause } = counting
  if (facts !== undefined || score !== undefined || cause !== undefined)
    Drafts.emit(draft, "facts-recorded", { facts: facts ?? {}, ...defined({ score, cause }), by }, why)
  const suggested = { ...theirs.suggested, ...heldBack }
  if (Object.keys(suggested).length > 0) Drafts.emit(draft, "facts-suggested", { facts: suggested, by }, why)
}

/** Returns the facts that the policy declares and whose values have the right type. */
export const valid = (situation: Situation, facts: Facts = {}): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => againstFacts(situation, { [name]: value }).length === 0)
  )

type Cause = "incidental" | "systemic"

interface Counting {
  readonly facts?: Facts
  readonly score?: number
  readonly cause?: Cause
}

const sorted = (draft: Draft, from: FeedbackSource, answers: boolean) => {
  let c = draft.state
  const facts: Record<string, Facts[string]> = {}
  const heldBack: Record<string, Facts[string]> = {}
  for (const [name, value] of Object.entries(valid(draft, from.facts))) {
    const was = c.feedback.facts[name]
    if (was === value) continue
    const changed = withFeedback(c, { facts: { ...c.feedback.facts, [name]: value } })
    const isFree = was === undefined || answers
    if ((isFree && !draft.keepsBack) || isStronger(draft, c, changed)) {
      facts[name] = value
      c = changed
    } else if (isFree) heldBack[name] = value
  }
  const score = scoreCounts(draft, from) ? stronger(draft, c, from.score, (score) => scored(c, score)) : undefined
  const cause = from.cause === undefined || from.cause === "unknown" ? undefined : causeOf(draft, c, from.cause)
  const counting: Counting = defined({ facts: Object.keys(facts).length === 0 ? undefined : facts, score, cause })
  return { counting, heldBack }
}

const withFeedback = (state: Case, feedback: Partial<FeedbackState>): Case => ({
  ...state,
  feedback: { ...state.feedback, ...feedback }
})

const scored = (state: Case, score: number): Case =>
  state.feedback.receipt === undefined ? state : withFeedback(state, { receipt: { ...state.feedback.receipt, score } })

/** Returns whether a score counts: it has a meaning only on the scale of its own channel. */
const scoreCounts = ({ policy, state }: Situation, { channel, score }: FeedbackSource): boolean => {
  const own = state.feedback.receipt?.channel
  const isSame = own === channel || policy.bundle.channels[own ?? ""]?.kindByScore === undefined
  return score !== undefined && isSame && againstScore(policy, { channel, score }).length === 0
}

const stronger = (
  draft: Draft,
  state: Case,
  score: number | undefined,
  changed: (score: number) => Case
): number | undefined => {
  if (score === undefined || state.feedback.receipt?.score === score) return undefined
  const isFree = state.feedback.receipt?.score === undefined && !draft.keepsBack
  return isFree || isStronger(draft, state, changed(score)) ? score : undefined
}

const causeOf = (draft: Draft, state: Case, cause: Cause): Cause | undefined => {
  const was = state.feedback.cause
  const isFree = was === "unknown" && !draft.keepsBack
  return was !== cause && (isFree || isStronger(draft, state, withFeedback(state, { cause }))) ? cause : undefined
}

/** Returns whether a case would be graded higher on one dimension and lower on none. */
export const isStronger = ({ policy }: Situation, before: Case, after: Case): boolean => {
  const [was, is] = [before, after].map((c) => grades(policy, inputs(policy, c), {}))
  let isHigher = false
  for (const { name, levels } of policy.bundle.grading) {
    const [from, to] = [was, is].map((found) => levels.indexOf(found?.[name]?.level ?? ""))
    if (from === to || to === undefined || from === undefined) continue
    // Any level counts as higher than none.
    if (to < 0 || (from >= 0 && to > from)) return false
    isHigher = true
  }
  return isHigher
}
