import type { Case } from "../case/Case.ts"
import { grades } from "../case/Grading.ts"
import { live } from "../case/track/Clocks.ts"
import { saidBy } from "../case/track/Conversation.ts"
import { type Brought, broughtBy, type Party } from "../case/track/Submission.ts"
import { start } from "../draft/clocks.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { tellParty, tellStaff } from "../draft/messageQueue.ts"
import { nameOf, speaker } from "../people/Actor.ts"
import type { LoopClock } from "../policy/Policy.ts"
import { carry, isStronger } from "../rule/feedback/companions.ts"
import { overridden } from "../rule/feedback/override.ts"
import { classified, heedStronger, reread } from "../rule/feedback/rereading.ts"
import { sendBack } from "../rule/lifecycle/reopening.ts"
import { defined } from "../value/Optional.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

const why = "endings.merged"

/**
 * The command by which the engine merges another case into this one. This case counts from the earlier receipt and
 * answers both customers.
 */
export const absorb = describe({
  verb: "absorb",
  key: "接收并案",
  acts: "told",
  until: "expired",
  arguments: {
    case: must("text")
  },
  example: { do: "absorb", case: "2611-BBBBBB" },
  who: engine,
  run: (draft, command) => {
    const { other } = draft.meta.gathered
    const { receipt } = draft.state.feedback
    const isKnown = draft.state.relations.absorbed.includes(command.case)
    if (other?.id !== command.case || isKnown || receipt === undefined) return []
    const parties = partiesOf(other)
    for (const party of parties) join(draft, other, party)
    takeOver(draft, other)
    answerAgain(draft)
    fromEarlier(draft, receipt.receivedAt)
    for (const party of parties) tellParty(draft, party, "joined")
    tellStaff(draft, "said-again", [draft.state.ownership.owner], {})
    return []
  }
})

/** Returns everybody whom the other case answers, its own customer first. */
const partiesOf = ({ id, feedback: { receipt }, conversation }: Case): readonly Party[] => {
  if (receipt === undefined) return []
  const { customer, customerName, channel } = receipt
  const { language, lastChannel = channel, others, addresses } = conversation
  return [defined({ case: id, channel: lastChannel, customer, customerName, language, addresses }), ...others]
}

/** Records here what one of the other case's customers said, under that customer's name, so that each can be erased. */
const join = (draft: Draft, other: Case, { case: from, ...party }: Party): void => {
  const isOwn = from === other.id
  const said = saidBy(other.conversation, isOwn ? undefined : { case: from, ...party })
  const text = said.flatMap((one) => (one.text.trim() === "" ? [] : [one.text])).join("\n")
  const others = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== draft.state.id)
  const [links, siblings] = [others(other.relations.links), others(other.relations.siblings)]
  const { contacts, receipt } = draft.state.feedback
  const sum = {
    contacts: contacts.contacts + other.feedback.contacts.contacts,
    unanswered: contacts.unanswered + other.feedback.contacts.unanswered
  }
  Drafts.emit(
    draft,
    "feedback-joined",
    {
      from,
      ...party,
      receivedAt: (isOwn ? other.feedback.receipt?.receivedAt : said[0]?.at) ?? receipt?.receivedAt ?? draft.now,
      contacts: isOwn ? sum : contacts,
      ...(text === "" ? {} : { text }),
      ...broughtBy({ ...(isOwn ? ofCase(other) : together(said)), ...defined({ addresses: party.addresses }) }),
      ...(isOwn && links.length > 0 ? { links } : {}),
      ...(isOwn && siblings.length > 0 ? { siblings } : {})
    },
    why
  )
  if (text !== "") reread(draft, false, undefined)
}

/** Returns what came with a case. What its further customers brought is kept with their words. */
const ofCase = ({ feedback: { receipt, facts }, conversation }: Case): Brought => {
  const { attachments } = together(saidBy(conversation, undefined))
  return { ...(receipt === undefined ? {} : broughtBy(receipt)), facts, ...defined({ attachments }) }
}

/** Returns what several messages brought together: the last value of each field, and all attachments. */
const together = (said: readonly Brought[]): Brought => ({
  ...Object.assign({}, ...said.map(broughtBy)),
  attachments: [...new Set(said.flatMap(({ attachments = [] }) => attachments))],
  consent: [...new Set(said.flatMap(({ consent = [] }) => consent))]
})

/** Takes over inputs of grades from the other case where they are stronger: facts, score, cause, signals, category. */
const takeOver = (draft: Draft, other: Case): void => {
  const { receipt, facts, cause, understanding } = other.feedback
  if (receipt === undefined) return
  const { channel, score, customer } = receipt
  carry(draft, { channel, facts, cause, ...defined({ score }) }, { by: nameOf(speaker(customer)), why, isSet: true })
  if (understanding !== undefined) heedStronger(draft, understanding)
  takeCategory(draft, other)
  takeLevels(draft, other)
}

const takeCategory = (draft: Draft, { feedback: { understanding: theirs } }: Case): void => {
  const { understanding: own, isOverridden } = draft.state.feedback
  // A category that a person set stays. By now the words of the other case have only suggested theirs.
  if (own === undefined || isOverridden || theirs?.category === undefined || theirs.category === own.category) return
  const { category, confidence, sure } = theirs
  const is = { ...own, category, confidence, sure }
  if (isStronger(draft, draft.state, { ...draft.state, feedback: { ...draft.state.feedback, understanding: is } }))
    classified(draft, is, why)
}

/** Takes over a level that a person set on the other case if it is higher than the level here. */
const takeLevels = (draft: Draft, other: Case): void => {
  const held = grades(draft.policy, Drafts.vector(draft), draft.state.grades)
  for (const { name, by, levels } of draft.policy.bundle.grading) {
    const [grade, from] = [other.grades[name], draft.state.grades[name]?.level ?? ""]
    if (by === "matrix" || grade?.by === undefined || !levels.includes(grade.level)) continue
    const own = held[name]?.level
    if (own !== undefined && levels.indexOf(own) <= levels.indexOf(grade.level)) continue
    Drafts.emit(draft, "regraded", { dimension: name, from, grade, reason: "merged" }, why)
    overridden(draft, name)
  }
}

/** Reopens the loop if this case was closed before the merge, since a customer may have no answer yet. */
const answerAgain = (draft: Draft): void => {
  const loop = Drafts.loop(draft)
  if (loop === undefined || draft.state.lifecycle.customerLoop === undefined) return
  const [backTo] = loop.rule.reopen.flatMap(({ backTo: gate }) => {
    const rule = loop.gates.get(gate)
    return rule?.side === "customer-loop" ? [rule] : []
  })
  const to = backTo ?? loop.rule.gates.find(({ side }) => side === "customer-loop")
  if (to !== undefined) sendBack(draft, to, "merged", "merged", "restart", why)
}

/** Restarts the promises that count from the receipt from the earlier receipt; pauses and extensions stay. */
const fromEarlier = (draft: Draft, was: number): void => {
  const now = draft.state.feedback.receipt?.receivedAt ?? was
  if (now >= was) return
  for (const rule of Drafts.loop(draft)?.clocks.values() ?? []) {
    const clock = draft.state.clocks[rule.name]
    if (!live(clock) || clock.startedAt !== was || !isFromReceipt(rule)) continue
    start(draft, rule, now, { switches: clock.switches, extensions: clock.extensions, cause: "merged" })
  }
}

const isFromReceipt = ({ from }: LoopClock): boolean => from.some(({ _tag }) => _tag === "Received")
