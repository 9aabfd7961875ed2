/**
 * The message of a command that was accepted: the events that answer it, and what it brought about.
 *
 * What the clock did meanwhile, gates that opened and letters that left are on the record, not in the answer.
 */
import type { CaseEvent, EventName } from "../case/Case.ts"
import type { Verb } from "../case/generated/Command.ts"
import type { Language } from "../policy/Rule.ts"
import { texts } from "./catalogue/Texts.ts"
import { told } from "./Event.ts"
import { voice } from "./phrase/Voice.ts"
import type { LineContext } from "./shape/View.ts"
import type { Voice } from "./shape/Voice.ts"

/** The events that answer a verb. */
const answers: Readonly<Record<Verb, readonly EventName[]>> = {
  submit: ["case-opened", "classified", "review-asked", "graded", "owner-assigned"],
  write: ["customer-wrote", "customer-told", "case-followed"],
  reply: [
    "reopening-parked",
    "proposal-agreed",
    "proposal-countered",
    "proposal-refused",
    "customer-confirmed",
    "customer-dissatisfied"
  ],
  answer: ["survey-answered", "customer-confirmed", "customer-dissatisfied"],
  pause: ["clock-paused"],
  resume: ["clock-resumed"],
  "act-done": ["action-done", "department-answered"],
  withdraw: ["case-withdrawn"],
  note: ["note-added"],
  pass: [
    "order-violated",
    "proposal-made",
    "action-planned",
    "reclassified",
    "gate-evidence-shown",
    "gate-passed",
    "verification-failed"
  ],
  sign: ["gate-signed", "gate-passed", "gate-explained"],
  explain: ["explanation-given", "gate-explained"],
  waive: ["gate-waived"],
  set: ["facts-recorded", "case-linked", "regraded"],
  reclassify: ["reclassified", "loop-chosen", "regraded"],
  regrade: ["regraded"],
  compensate: ["compensated"],
  discount: ["discounted"],
  grant: ["resources-granted"],
  approve: ["approved", "compensated", "discounted", "resources-granted", "regraded", "gate-waived", "clock-extended"],
  deny: ["denied"],
  "hand-over": ["handover-offered", "owner-assigned"],
  accept: ["handover-accepted", "on-call-accepted"],
  decline: ["handover-declined", "on-call-lapsed"],
  "take-up": ["taken-up", "owner-assigned", "collaborator-joined"],
  delegate: ["delegated"],
  extend: ["clock-extended", "deadline-moved"],
  forward: ["case-forwarded"],
  "turn-away": ["case-turned-away"],
  "spot-check": ["spot-check-found"],
  close: ["reopening-dismissed"],
  reopen: ["case-reopened"],
  progress: ["problem-told", "problem-closed"],
  "move-policy": ["policy-moved"],
  "move-calendar": ["calendars-moved"],
  time: ["clock-missed", "clock-escalated", "clock-reminded", "pause-capped", "gate-lapsed", "handover-lapsed"],
  count: ["problem-told", "regraded"],
  recurred: ["case-linked", "verification-failed"],
  flag: ["case-flagged"],
  found: ["case-linked"],
  erase: ["customer-erased"],
  delivered: ["message-handed-over"],
  bounced: ["message-bounced", "gate-reopened"],
  event: ["event-happened", "case-reopened"],
  merge: ["case-merged"],
  split: ["case-split"],
  join: ["feedback-joined", "regraded"],
  absorb: ["feedback-joined"]
}

/** What a command brings about that its giver must hear of, whatever it was. */
const consequences: ReadonlySet<EventName> = new Set<EventName>([
  "approval-asked",
  "customer-loop-closed",
  "system-loop-closed",
  "case-reopened",
  "case-closed"
])

const picked = (events: readonly CaseEvent[], verb: Verb | undefined): readonly CaseEvent[] => {
  const answering = verb === undefined ? undefined : new Set(answers[verb])
  const all = Object.values(answers).flat()
  const fits = ({ event }: CaseEvent): boolean =>
    consequences.has(event) || (answering === undefined ? all.includes(event) : answering.has(event))
  const passed = new Set(events.flatMap((e) => (e.event === "gate-passed" ? [e.gate] : [])))
  const closed = events.some((e) => e.event === "case-closed")
  const opened = events.some((e) => e.event === "case-opened")
  return events.filter(
    (event) =>
      fits(event) &&
      // Evidence that passed its gate, and loops that closed the case, are said once.
      !(event.event === "gate-evidence-shown" && passed.has(event.gate)) &&
      !(closed && (event.event === "customer-loop-closed" || event.event === "system-loop-closed")) &&
      // A loop that asks for nothing closes as the case opens; nobody waits to hear that.
      !(opened && event.event === "system-loop-closed")
  )
}

const sentence = (event: CaseEvent, verb: Verb | undefined, wording: Voice): readonly string[] => {
  if (event.event !== "approval-asked") return [told(event, wording)]
  const { approval, phrase } = texts[wording.language]
  const { command } = event.approval
  const over = approval.overLimit(event.approval, wording)
  const isAsked = command.do === verb || verb === undefined
  return [
    isAsked ? over : phrase.exceeds(wording.word("verb", command.do), over),
    approval.askedOf(event.approval, event.at, wording)
  ]
}

/** Returns the answer to a command that was accepted: one line, `nothing changed` where nothing answers it. */
export const accepted = (events: readonly CaseEvent[], language: Language, view: LineContext, verb?: Verb): string => {
  const v = voice(language, view)
  const parts = [...new Set(picked(events, verb).flatMap((e) => sentence(e, verb, v)))]
  return parts.length === 0 ? texts[language].phrase.nothingChanged : parts.join(v.form.semicolon)
}
