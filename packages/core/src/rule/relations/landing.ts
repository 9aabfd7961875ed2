/**
 * Decides which case feedback belongs to: a new one, the same customer's open case about the same matter, or the case
 * that it answers. Pure: the engine finds the candidates, and the decision can be shown.
 */

import type { Case } from "../../case/Case.ts"
import type { SameMatter, WordsRead } from "../../case/Gathered.ts"
import type { Facts, Submission } from "../../case/generated/Command.ts"
import { inputs } from "../../case/Inputs.ts"
import type { Saying } from "../../case/track/Conversation.ts"
import type { Understanding } from "../../case/track/Feedback.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { WeighedText } from "../../language/likeness/Likeness.ts"
import { isMachine } from "../../people/Actor.ts"
import { isRoutine, type Policy } from "../../policy/Policy.ts"
import type { Instant } from "../../time/Instant.ts"
import { isCourtesy } from "../feedback/courtesy.ts"
import { nextOf, nothing, questionsOf, readReply } from "../feedback/questions.ts"
import { againstScore, kindByScore, readWords, understand } from "../feedback/understanding.ts"
import { type StatementInCase, sameThing } from "./sameMatter.ts"
import { contentOfSaying } from "./traits.ts"

export { readWords, textsOf } from "../feedback/understanding.ts"
export { contentOfFeedback, nameOthers, numbersOf, type Traits, traitsOf } from "./traits.ts"

/** The case that feedback goes to, and how. */
export type Landing =
  | { readonly as: "new"; readonly sameMatter: SameMatter }
  /** The same thing again, by `intake.same-case`. */
  | { readonly as: "joined"; readonly case: string; readonly contacts: number; readonly unanswered: number }
  /** A word within the case that it names, or thanks. */
  | { readonly as: "word"; readonly case: string }
  /** A score that answers whether it was put right. */
  | { readonly as: "answer"; readonly case: string; readonly gate: string; readonly says: "satisfied" | "dissatisfied" }
  /** Answers to the questions of the survey by which a case asks. */
  | { readonly as: "answers"; readonly case: string; readonly gate: string; readonly facts: Facts }

/** Returns whether a case still owes its customer an answer; repeated feedback joins only such a case. */
export const isOpen = (state: Case): boolean =>
  state.version > 0 &&
  state.lifecycle.customerLoop === undefined &&
  state.lifecycle.closedAt === undefined &&
  state.relations.mergedInto === undefined

/** Returns whether a record is within its retention time; after it no feedback goes to the case. */
export const isKept = (state: Case): boolean => state.record.expiredAt === undefined

/** Further data that helps to find the case. */
interface Known {
  /** The case that the feedback names, of whatever customer. */
  readonly named?: Case
  /** Names of the staff, which thanks may contain. */
  readonly names?: readonly string[]
  /** The reading of its words, if they were read before. */
  readonly read?: WordsRead
  /**
   * Sentences that most messages of the channel have, in the form of `Likeness.sentencesOf`. They make no texts alike.
   */
  readonly common?: ReadonlySet<string>
}

/**
 * Returns the case that feedback goes to: an open one, the one that it answers, or a new one. `theirs`: cases of the
 * same customer, or of anonymous customers if the feedback is anonymous, that may be about the same matter.
 */
export const landing = (
  policy: Policy,
  submission: Submission,
  at: Instant,
  theirs: readonly Case[],
  { named, names = [], read, common = noSentences }: Known = {}
): Landing => {
  const isTheirs = named !== undefined && isKept(named) && belongs(named, submission.customer)
  const earlier = theirs.filter(isKept)
  // An anonymous message can neither answer nor thank for anybody's case.
  const theirOwn = submission.customer === undefined ? [] : earlier
  const known = isTheirs ? [named] : theirOwn
  const survey = known.map((c) => answerIn(policy, submission, c)).findLast((answer) => answer !== undefined)
  if (survey !== undefined) return survey
  if (isTheirs) return { as: "word", case: named.id }
  const words = submission.verbatim ?? submission.description ?? ""
  const last = lastOf(theirOwn)
  const called = calledIn(submission, last, names)
  const isThanks = (): boolean => isCourtesy(policy, words, readWords(policy, [words], read).found, called)
  if (last !== undefined && submission.score === undefined && isThanks()) return { as: "word", case: last.id }
  if (earlier.length === 0)
    return { as: "new", sameMatter: { contacts: 1, unanswered: 0, ...mentioned(policy, named) } }
  const own = understand(policy, submission, called, read)
  const same = sameThing(policy, submission, own, at, earlier, common)
  const contacts = 1 + same.length
  const unanswered = same.filter(({ of, saying }) => !isAnswered(of, saying)).length
  const open = isAsked(policy, submission.channel)
    ? undefined
    : same
        .map(({ of }) => of)
        .filter((c) => (isOpen(c) || c.relations.mergedInto !== undefined) && sameKind(c, own))
        .sort(byReceipt)[0]
  if (open !== undefined) return { as: "joined", case: open.relations.mergedInto ?? open.id, contacts, unanswered }
  const over = [...new Set(same.map(({ of }) => of))].filter((c) => own.kind === "complaint" && sameKind(c, own))
  return {
    as: "new",
    sameMatter: {
      contacts,
      unanswered,
      ...(over.length === 0 ? {} : { earlier: over.map(({ id }) => id) }),
      ...mentioned(policy, named)
    }
  }
}

/**
 * Returns the words in which these cases say the same thing as the feedback. An engine that has not read all cases
 * looks for more cases with words like these, since they concern the same thing.
 */
export const repeated = (
  policy: Policy,
  submission: Submission,
  at: Instant,
  theirs: readonly Case[],
  { names = [], read, common = noSentences }: Known = {}
): readonly WeighedText[] => {
  const earlier = theirs.filter(isKept)
  const own = understand(policy, submission, calledIn(submission, lastOf(earlier), names), read)
  const same: readonly StatementInCase[] = sameThing(policy, submission, own, at, earlier, common)
  return same.map(({ saying }) => contentOfSaying(saying, common))
}

const noSentences: ReadonlySet<string> = new Set()

/** Returns the case that was received last. */
const lastOf = (earlier: readonly Case[]): Case | undefined =>
  earlier
    .filter(({ feedback }) => feedback.receipt !== undefined)
    .sort(byReceipt)
    .at(-1)

/** Returns the names that thanks may contain: those of the staff, and the customer's own. */
const calledIn = (submission: Submission, last: Case | undefined, names: readonly string[]): readonly string[] => [
  ...names,
  submission.customerName ?? last?.feedback.receipt?.customerName ?? ""
]

const mentioned = (policy: Policy, named: Case | undefined): Pick<SameMatter, "mentions" | "foundIn"> => {
  if (named === undefined || named.version === 0) return {}
  const { channel = "" } = named.feedback.receipt ?? {}
  return isRoutine(policy, channel) ? { foundIn: { case: named.id, channel } } : { mentions: named.id }
}

/** Returns the gates that feedback on this channel may answer. */
export const gatesAskedBy = (policy: Policy, submission: Submission): readonly string[] =>
  questionsOf(policy, submission.channel).length === 0 &&
  (againstScore(policy, submission).length > 0 ||
    kindByScore(policy, submission.channel, submission.score) === undefined)
    ? []
    : [...new Set(policy.bundle.loops.flatMap(({ gates }) => gates))]
        .filter(({ survey }) => survey === submission.channel)
        .map(({ name }) => name)

/**
 * Returns the case whose confirmation the feedback answers. A score on the survey channel of a confirmation answers it;
 * one that is a complaint there is dissatisfied. Answers to the survey's questions do, too, and so do words that answer
 * the last question.
 */
const answerIn = (
  policy: Policy,
  submission: Submission,
  state: Case
): Exclude<Landing, { as: "new" } | { as: "joined" }> | undefined => {
  const isSurvey = questionsOf(policy, submission.channel).length > 0
  const byScore =
    againstScore(policy, submission).length > 0 ? undefined : kindByScore(policy, submission.channel, submission.score)
  if (byScore === undefined && !isSurvey) return undefined
  const gates = policy.loops.get(state.lifecycle.loop ?? "")?.rule.gates ?? []
  const gate = gates.find(
    ({ name, survey }) => survey === submission.channel && Gate.at(state.gates, name).status === "open"
  )
  if (gate === undefined) return undefined
  if (isSurvey) return answersIn(policy, submission, state, gate.name)
  return { as: "answer", case: state.id, gate: gate.name, says: byScore === "complaint" ? "dissatisfied" : "satisfied" }
}

const answersIn = (
  policy: Policy,
  submission: Submission,
  state: Case,
  gate: string
): Extract<Landing, { as: "answers" } | { as: "word" }> | undefined => {
  const names = questionsOf(policy, submission.channel).map(({ fact }) => fact)
  const answers = Object.entries(submission.facts ?? {}).filter(([name]) => names.includes(name))
  if (answers.length > 0) return { as: "answers", case: state.id, gate, facts: Object.fromEntries(answers) }
  const next = nextOf(policy, submission.channel, Gate.at(state.gates, gate).survey ?? nothing, inputs(policy, state))
  const isAnswer = next !== undefined && readReply(policy, next, submission.verbatim ?? "") !== undefined
  return isAnswer ? { as: "word", case: state.id } : undefined
}

const byReceipt = (a: Case, b: Case): number =>
  (a.feedback.receipt?.receivedAt ?? 0) - (b.feedback.receipt?.receivedAt ?? 0) || (a.id < b.id ? -1 : 1)

/** Returns whether a case belongs to a customer. Only identified customers are recognised. */
const belongs = (state: Case, customer: string | undefined): boolean =>
  customer !== undefined &&
  (state.feedback.receipt?.customer === customer ||
    state.conversation.others.some((other) => other.customer === customer))

/** Returns whether feedback came by an active channel. It then has its own scale and is compared with no other. */
const isAsked = (policy: Policy, channel: string): boolean => policy.bundle.channels[channel]?.mode === "active"

/** Returns whether a case has the same kind. Feedback of another kind goes through another loop, whatever its words. */
const sameKind = (state: Case, own: Understanding): boolean => state.feedback.understanding?.kind === own.kind

/** Returns whether a person has passed a gate since the saying. */
export const isAnswered = (state: Case, saying: Saying): boolean =>
  Object.values(state.gates).some(
    (gate) =>
      gate.status === "passed" && gate.by !== undefined && !isMachine(gate.by) && (gate.settledAt ?? 0) >= saying.at
  )
