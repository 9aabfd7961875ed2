/**
 * The customer says whether it was put right. A customer who stays silent through the policy's wait and attempts is
 * recorded as `unconfirmed`, never as confirmed. Source: ISO 10002 7.9.
 */

import type { CaseEvent } from "../case/Case.ts"
import type { CommandOf } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import { clockOf, live } from "../case/track/Clocks.ts"
import { isUnsure } from "../case/track/Feedback.ts"
import type { GateState } from "../case/track/Gate.ts"
import type { CaseOutcome } from "../case/track/Lifecycle.ts"
import { clockName, type Timer } from "../case/track/Timer.ts"
import { cancelTimer, startTimer } from "../draft/clocks.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import { tellCustomer, tellStaff } from "../draft/messageQueue.ts"
import type { GateContext, GateKindDefinition, GateSituation } from "../draft/Situation.ts"
import { byTimer } from "../people/Actor.ts"
import type { GateRule } from "../policy/Bundle.ts"
import {
  answer,
  answerIn,
  givenAt,
  nextQuestion,
  opensWithAnswers,
  owedAt
} from "../rule/conversation/surveyAnswers.ts"
import { verdict } from "../rule/feedback/questions.ts"
import { settle } from "../rule/gate/reactions.ts"
import { park } from "../rule/lifecycle/parkedWords.ts"
import { dispute } from "../rule/lifecycle/reopening.ts"
import { inLanguage } from "../text/phrase/InLanguage.ts"
import { questionText } from "../text/phrase/Question.ts"
import { defined } from "../value/Optional.ts"
import { spokenBy } from "../who/Speaker.ts"

/** Returns the rule by which a silent customer is asked again. Without a rule of silence the gate asks once. */
const ruleOf = ({ path, silence: said }: GateRule): string => (said === undefined ? path : `${path}.silence`)

/** Returns the timer of the wait for the customer's answer. */
const silence = (gate: string): Timer => ({ _tag: "Silence", gate })

/** Asks the customer once more, on the channel that they used last. */
const attempt = ({ situation, rule }: GateContext, isNext = false): void => {
  const channel = situation.state.conversation.lastChannel ?? ""
  Drafts.emit(situation, "attempt-made", { gate: rule.name, channel, by: byTimer }, ruleOf(rule))
  const asked = { asks: true, values: question({ situation, rule }) } as const
  // The questions of a survey follow each other without another message in between.
  if (isNext) tellCustomer(situation, "survey-question", asked)
  else tellCustomer(situation, "confirmation-asked", asked)
}

const question = ({ situation, rule }: Pick<GateContext, "situation" | "rule">): Readonly<Record<string, string>> => {
  const { bundle } = situation.policy
  const language = situation.state.conversation.language ?? bundle.language
  const next = nextQuestion({ situation, rule })
  if (next !== undefined) return { question: questionText(situation.policy, next, language) }
  const asked = rule.survey === undefined ? undefined : bundle.channels[rule.survey]?.question
  return defined({ question: inLanguage(asked, language, bundle.language) })
}

const enough = ({ situation, rule, state }: GateSituation): boolean => {
  const now = situation.state.gates[rule.name] ?? state
  return (
    now.attempts.length >= (rule.silence?.attempts ?? 1) &&
    new Set(now.attempts).size >= (rule.silence?.channelsUsed ?? 1)
  )
}

/** Begins to wait for an answer. Attempts are spread evenly over the wait; the first one is now. */
const wait = ({ situation, rule }: GateContext): void => {
  if (rule.silence === undefined) return
  const { attempts, after } = rule.silence
  const points = Array.from({ length: Math.max(0, attempts - 1) }, (_, index) => ({
    mark: { _tag: "Attempt" as const, step: index + 2 },
    at: { _tag: "Share" as const, percent: ((index + 1) * 100) / attempts }
  }))
  startTimer(situation, silence(rule.name), after, `${rule.path}.silence`, { points })
}

/**
 * Counts a message to the customer as an attempt while their confirmation is awaited. A missing attempt begins a new
 * wait, and so does the first one after the customer has spoken.
 */
const attempted = (context: GateContext, channel: string, by: string): void => {
  const { situation, rule, state } = context
  Drafts.emit(situation, "attempt-made", { gate: rule.name, channel, by }, ruleOf(rule))
  if (isAwaited(context)) return
  if (state.attempts.length === 0) return wait(context)
  if (enough(context)) waitAgain(context)
}

const isAwaited = ({ situation, rule }: GateSituation): boolean =>
  live(clockOf(situation.state.clocks, silence(rule.name)))

const waitAgain = ({ situation, rule }: GateContext): void => {
  if (rule.silence !== undefined) startTimer(situation, silence(rule.name), rule.silence.after, `${rule.path}.silence`)
}

/** Begins a new wait, since the old one ended while the classification was not sure. */
const madeSure = (context: GateContext): void => {
  if (context.rule.silence?.closes === "customer-loop" && context.state.attempts.length > 0 && !isAwaited(context))
    waitAgain(context)
}

/** Ends the count of attempts, since a customer who has spoken is not silent. Somebody has to read what they said. */
const spoke = (context: GateContext, event: CaseEvent): void => {
  const { situation, rule, state } = context
  if (rule.silence !== undefined && state.attempts.length > 0) {
    Drafts.emit(situation, "silence-ended", { gate: rule.name }, ruleOf(rule))
    cancelTimer(situation, silence(rule.name), "customer-spoke")
  }
  if (event.event === "survey-answered") return goOn(context)
  // A message may be the answer to the question that was asked last.
  if (event.event !== "customer-wrote") return
  const heard = answerIn(context, event.text)
  if (heard === "again") attempt(context, true)
  else if (heard !== undefined) answer(context, heard, event.channel)
}

/** Continues a survey with its next question, or, after the last one, with what its answers mean. */
const goOn = (context: GateContext): void => {
  const { situation, rule } = context
  const { survey = "" } = rule
  if (nextQuestion(context) !== undefined) {
    attempt(context, true)
    return wait(context)
  }
  const given = givenAt(situation, rule)
  const says = verdict(situation.policy, survey, given, Drafts.vector(situation))
  if (says === "dissatisfied" && becomesComplaint(situation, survey)) return
  replied(context, { do: "reply", says })
}

/** Returns whether the case becomes a complaint. A case that came from the survey itself has no gate to reopen. */
const becomesComplaint = (draft: Draft, survey: string): boolean => {
  const { understanding, receipt } = draft.state.feedback
  if (understanding?.kind !== "rating" || receipt?.channel !== survey) return false
  const complaint = { ...understanding, kind: "complaint" }
  Drafts.emit(draft, "classified", { understanding: complaint }, `channels.${survey}.dissatisfied`)
  return true
}

const replied = ({ situation, rule }: GateContext, command: CommandOf<"reply">): readonly RefusalReason[] => {
  const word = spokenBy(situation.state, situation.meta.actor)
  if (command.says === "satisfied") {
    const left = owedAt(situation, rule)
    if (left.length > 0) return [reason("survey/unanswered", `channels.${rule.survey}.questions`, { questions: left })]
    Drafts.emit(situation, "customer-confirmed", { gate: rule.name, ...word }, rule.path)
    settle(situation, rule, word.by, {})
    return []
  }
  if (command.says !== "dissatisfied")
    return [reason("reply/not-understood", rule.path, { says: command.says, gate: rule.name })]
  const refused = dispute(situation, command.text, rule.name)
  if (refused.length === 0) return []
  // A refusal for too many reopenings within an hour does not end the case.
  if (
    refused.some(({ code }) => code === "loop/reopened-too-fast") &&
    park(situation, "dissatisfied", refused, command.text)
  )
    return []
  // If no reopening applies, the answer settles the gate and becomes the outcome.
  Drafts.emit(situation, "customer-dissatisfied", defined({ gate: rule.name, text: command.text, ...word }), rule.path)
  Drafts.emit(situation, "gate-lapsed", { gate: rule.name, reason: "dissatisfied" }, rule.path)
  return []
}

/** Records the answer. How the loop was closed does not change. */
const repliedLate = ({ situation, rule }: GateContext): void => {
  if (situation.state.lifecycle.satisfaction !== "satisfied")
    Drafts.emit(
      situation,
      "customer-confirmed",
      { gate: rule.name, ...spokenBy(situation.state, situation.meta.actor) },
      rule.path
    )
}

/** Returns how the customer loop ended, as far as this gate decides it. */
const outcome = ({ status, lapsedBecause }: GateState): CaseOutcome | undefined => {
  if (status === "passed") return "confirmed"
  if (status !== "lapsed") return undefined
  // Only an answer since the last reopening counts for the outcome.
  return lapsedBecause === "dissatisfied" ? "dissatisfied" : "unconfirmed"
}

/** What is known of the gate kind `confirmation` without a step. */
export const facts: GateFacts = {
  evidence: {},
  replies: new Set(["satisfied", "dissatisfied"]),
  awaitsReply: () => true,
  takesLate: (state, says) => says === "satisfied" && state.lapsedBecause === "silence",
  outcome,
  timers: (gate) => [silence(gate)],
  example: () => undefined
}

/** What the gate kind `confirmation` does in a step. */
export const confirmation: GateKindDefinition = {
  kind: "confirmation",
  facts,
  check: ({ rule }) => [reason("confirmation/no-reply", rule.path)],
  opened: (context) => {
    if (opensWithAnswers(context)) return
    attempt(context)
    wait(context)
  },
  timeUp: (context, mark) => {
    const { situation, rule, state } = context
    if (state.status !== "open") return
    if (mark._tag !== "Due") return attempt(context)
    if (rule.silence?.closes !== "customer-loop") return
    // A case does not close by itself while its classification is not sure.
    if (isUnsure(situation.state.feedback)) return
    if (enough(context))
      return Drafts.emit(situation, "gate-lapsed", { gate: rule.name, reason: "silence" }, `${rule.path}.silence`)
    // Time does not replace missing attempts: the owner has to make them.
    tellStaff(situation, "overdue", [situation.state.ownership.owner], { clock: clockName(silence(rule.name)) })
  },
  replied,
  answered: answer,
  repliedLate,
  customerTold: attempted,
  customerSpoke: spoke,
  madeSure
}
