/**
 * The customer says whether it was put right; a customer who stays silent through the policy's time and attempts is
 * recorded as `unconfirmed`, never as confirmed. Source: ISO 10002 7.9.
 */

import type { CaseEvent } from "../case/Case.ts"
import type { CommandOf } from "../case/generated/Command.ts"
import type { Reason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import { clockOf, live } from "../case/track/Clocks.ts"
import { isUnsure } from "../case/track/Feedback.ts"
import type { GateState } from "../case/track/Gate.ts"
import type { Outcome } from "../case/track/Lifecycle.ts"
import { clockName, type Timer } from "../case/track/Timer.ts"
import { cancelTimer, startTimer } from "../draft/clocks.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import type { GateFacts } from "../draft/GateFacts.ts"
import type { GateContext, GateKindDefinition, GateView } from "../draft/Situation.ts"
import { tellCustomer, tellStaff } from "../draft/send.ts"
import { byTimer } from "../people/Actor.ts"
import type { GateRule } from "../policy/Bundle.ts"
import { answer, answerIn, givenAt, nextQuestion, opensWithAnswers, owedAt } from "../rule/conversation/answer.ts"
import { verdict } from "../rule/feedback/questions.ts"
import { settle } from "../rule/gate/react.ts"
import { park } from "../rule/lifecycle/park.ts"
import { dispute } from "../rule/lifecycle/reopen.ts"
import { inLanguage } from "../text/phrase/InLanguage.ts"
import { questionText } from "../text/phrase/Question.ts"
import { defined } from "../value/Optional.ts"
import { spokenBy } from "../who/Speaker.ts"

/** Why a silent customer is asked again; a gate that says nothing of silence asks once. */
const ruleOf = ({ path, silence: said }: GateRule): string => (said === undefined ? path : `${path}.silence`)

/** The wait for the customer's answer. */
const silence = (gate: string): Timer => ({ _tag: "Silence", gate })

/** Contacts the customer once more, on the channel they used last. */
const attempt = ({ d, rule }: GateContext, isNext = false): void => {
  const channel = d.state.conversation.lastChannel ?? ""
  Drafts.emit(d, "attempt-made", { gate: rule.name, channel, by: byTimer }, ruleOf(rule))
  const asked = { asks: true, values: question({ d, rule }) } as const
  // The questions of a survey follow each other without a word of ours.
  if (isNext) tellCustomer(d, "survey-question", asked)
  else tellCustomer(d, "confirmation-asked", asked)
}

const question = ({ d, rule }: Pick<GateContext, "d" | "rule">): Readonly<Record<string, string>> => {
  const { bundle } = d.policy
  const language = d.state.conversation.language ?? bundle.language
  const next = nextQuestion({ d, rule })
  if (next !== undefined) return { question: questionText(d.policy, next, language) }
  const asked = rule.survey === undefined ? undefined : bundle.channels[rule.survey]?.question
  return defined({ question: inLanguage(asked, language, bundle.language) })
}

const enough = ({ d, rule, state }: GateView): boolean => {
  const now = d.state.gates[rule.name] ?? state
  return (
    now.attempts.length >= (rule.silence?.attempts ?? 1) &&
    new Set(now.attempts).size >= (rule.silence?.channelsUsed ?? 1)
  )
}

/** Begins to wait for an answer. Attempts are spread evenly over the wait, the first one now. */
const wait = ({ d, rule }: GateContext): void => {
  if (rule.silence === undefined) return
  const { attempts, after } = rule.silence
  const points = Array.from({ length: Math.max(0, attempts - 1) }, (_, i) => ({
    mark: { _tag: "Attempt" as const, step: i + 2 },
    at: { _tag: "Share" as const, percent: ((i + 1) * 100) / attempts }
  }))
  startTimer(d, silence(rule.name), after, `${rule.path}.silence`, { points })
}

/**
 * Word to the customer while their confirmation is awaited is an attempt. One that was missing begins a new wait; so does
 * the first one after the customer has spoken.
 */
const attempted = (x: GateContext, channel: string, by: string): void => {
  const { d, rule, state } = x
  Drafts.emit(d, "attempt-made", { gate: rule.name, channel, by }, ruleOf(rule))
  if (isAwaited(x)) return
  if (state.attempts.length === 0) return wait(x)
  if (enough(x)) waitAgain(x)
}

const isAwaited = ({ d, rule }: GateView): boolean => live(clockOf(d.state.clocks, silence(rule.name)))

const waitAgain = ({ d, rule }: GateContext): void => {
  if (rule.silence !== undefined) startTimer(d, silence(rule.name), rule.silence.after, `${rule.path}.silence`)
}

/** The wait was over while nobody was sure what the case is: it begins anew. */
const madeSure = (x: GateContext): void => {
  if (x.rule.silence?.closes === "customer-loop" && x.state.attempts.length > 0 && !isAwaited(x)) waitAgain(x)
}

/** Whoever has spoken is not silent: nothing is counted any more, and somebody has to read what they said. */
const spoke = (x: GateContext, event: CaseEvent): void => {
  const { d, rule, state } = x
  if (rule.silence !== undefined && state.attempts.length > 0) {
    Drafts.emit(d, "silence-ended", { gate: rule.name }, ruleOf(rule))
    cancelTimer(d, silence(rule.name), "customer-spoke")
  }
  if (event.event === "survey-answered") return goOn(x)
  // What they write may be the answer to the question that was asked last.
  if (event.event !== "customer-wrote") return
  const heard = answerIn(x, event.text)
  if (heard === "again") attempt(x, true)
  else if (heard !== undefined) answer(x, heard, event.channel)
}

/** Goes on with a survey: to the next question, or, where none is left, to what the answers come to. */
const goOn = (x: GateContext): void => {
  const { d, rule } = x
  const { survey = "" } = rule
  if (nextQuestion(x) !== undefined) {
    attempt(x, true)
    return wait(x)
  }
  const given = givenAt(d, rule)
  const says = verdict(d.policy, survey, given, Drafts.vector(d))
  if (says === "dissatisfied" && becomesComplaint(d, survey)) return
  replied(x, { do: "reply", says })
}

/** A case that came from the survey itself has nothing to go back to: it is a complaint from now on. */
const becomesComplaint = (d: Draft, survey: string): boolean => {
  const { understanding, receipt } = d.state.feedback
  if (understanding?.kind !== "rating" || receipt?.channel !== survey) return false
  const complaint = { ...understanding, kind: "complaint" }
  Drafts.emit(d, "classified", { understanding: complaint }, `channels.${survey}.dissatisfied`)
  return true
}

const replied = ({ d, rule }: GateContext, c: CommandOf<"reply">): readonly Reason[] => {
  const word = spokenBy(d.state, d.meta.actor)
  if (c.says === "satisfied") {
    const left = owedAt(d, rule)
    if (left.length > 0) return [reason("survey/unanswered", `channels.${rule.survey}.questions`, { questions: left })]
    Drafts.emit(d, "customer-confirmed", { gate: rule.name, ...word }, rule.path)
    settle(d, rule, word.by, {})
    return []
  }
  if (c.says !== "dissatisfied") return [reason("reply/not-understood", rule.path, { says: c.says, gate: rule.name })]
  const refused = dispute(d, c.text, rule.name)
  if (refused.length === 0) return []
  // Too often within the hour is no answer that would end the case.
  if (refused.some(({ code }) => code === "loop/reopened-too-fast") && park(d, "dissatisfied", refused, c.text))
    return []
  // No reopening takes it: the answer settles its gate, and the outcome says so.
  Drafts.emit(d, "customer-dissatisfied", defined({ gate: rule.name, text: c.text, ...word }), rule.path)
  Drafts.emit(d, "gate-lapsed", { gate: rule.name, reason: "dissatisfied" }, rule.path)
  return []
}

/** On record as an answer; how the loop was closed stays as it was. */
const repliedLate = ({ d, rule }: GateContext): void => {
  if (d.state.lifecycle.satisfaction !== "satisfied")
    Drafts.emit(d, "customer-confirmed", { gate: rule.name, ...spokenBy(d.state, d.meta.actor) }, rule.path)
}

/** Returns how the customer loop ended as far as this gate says. */
const outcome = ({ status, lapsedBecause }: GateState): Outcome | undefined => {
  if (status === "passed") return "confirmed"
  if (status !== "lapsed") return undefined
  // An answer of this cycle: that a customer was dissatisfied before it was reopened says nothing of its end.
  return lapsedBecause === "dissatisfied" ? "dissatisfied" : "unconfirmed"
}

export const facts: GateFacts = {
  evidence: {},
  replies: new Set(["satisfied", "dissatisfied"]),
  awaitsReply: () => true,
  takesLate: (state, says) => says === "satisfied" && state.lapsedBecause === "silence",
  outcome,
  timers: (gate) => [silence(gate)],
  example: () => undefined
}

export const confirmation: GateKindDefinition = {
  kind: "confirmation",
  facts,
  check: ({ rule }) => [reason("confirmation/no-reply", rule.path)],
  opened: (x) => {
    if (opensWithAnswers(x)) return
    attempt(x)
    wait(x)
  },
  timeUp: (x, mark) => {
    const { d, rule, state } = x
    if (state.status !== "open") return
    if (mark._tag !== "Due") return attempt(x)
    if (rule.silence?.closes !== "customer-loop") return
    // Nothing closes by itself while somebody has still to say what the case is.
    if (isUnsure(d.state.feedback)) return
    if (enough(x)) return Drafts.emit(d, "gate-lapsed", { gate: rule.name, reason: "silence" }, `${rule.path}.silence`)
    // Time alone never makes up for attempts that are missing: the owner has to make them.
    tellStaff(d, "overdue", [d.state.ownership.owner], { clock: clockName(silence(rule.name)) })
  },
  replied,
  answered: answer,
  repliedLate,
  customerTold: attempted,
  customerSpoke: spoke,
  madeSure
}
