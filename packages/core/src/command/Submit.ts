import { againstFacts } from "../case/FactCheck.ts"
import type { CommandOf } from "../case/generated/Command.ts"
import { reason } from "../case/Refusal.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import { againstConsents } from "../rule/feedback/consent.ts"
import { called } from "../rule/feedback/courtesy.ts"
import { suggest, told } from "../rule/feedback/factSetting.ts"
import { ask } from "../rule/feedback/form.ts"
import { againstClass, correct } from "../rule/feedback/override.ts"
import { answersOf } from "../rule/feedback/questions.ts"
import { classified } from "../rule/feedback/rereading.ts"
import { againstScore, readWords, remember, textsOf, understand } from "../rule/feedback/understanding.ts"
import { defined } from "../value/Optional.ts"
import { brought } from "./Brought.ts"
import { describe, may, must } from "./Description.ts"
import { anybody } from "./Rights.ts"

/** The command that opens a case with feedback. */
export const submit = describe({
  verb: "submit",
  key: "提交",
  acts: "reported",
  until: "closed",
  arguments: {
    case: must("text"),
    channel: must("text", "渠道"),
    customer: may("text", "客户"),
    customerName: may("text"),
    customerLanguage: may("language"),
    verbatim: may("text", "客户原话"),
    description: may("text", "客观描述"),
    kind: may("text", "性质"),
    ...brought,
    suggested: may("suggestion"),
    history: may("history"),
    category: may("text", "类别"),
    of: may("origin")
  },
  example: { do: "submit", case: "A", channel: "email", customer: "C-17", verbatim: "My invoice is wrong." },
  who: anybody,
  run: (draft, command) => {
    if (draft.state.version > 0) return [reason("case/exists", undefined, { case: command.case })]
    const { do: _, case: __, of, category: named, ...rest } = command
    // When a case is split, a person names the category; otherwise the customer has chosen it.
    const opened = of === undefined ? defined({ ...rest, category: named }) : rest
    const { answers, skipped } = answersOf(draft.policy, opened)
    const isSurvey = Object.keys(answers).length > 0
    const submission = isSurvey ? { ...opened, facts: { ...command.facts, ...answers } } : opened
    // Facts of a case that came out of another one were already set on that one.
    const said = submission.facts ?? {}
    const given = of === undefined ? told(draft, said) : { set: said, suggested: {} }
    const facts = { ...draft.meta.gathered.customer?.facts, ...given.set }
    const reasons = [
      ...againstFacts(draft, { ...facts, ...given.suggested }),
      ...againstScore(draft.policy, command),
      ...againstClass(draft, { ...command }),
      ...againstConsents(draft.policy, command.consent ?? [])
    ]
    if ((command.verbatim ?? "").trim() === "" && command.score === undefined && !isSurvey)
      reasons.push(reason("intake/no-words"))
    if (reasons.length > 0) return reasons
    const { bundle } = draft.policy
    const { customer: known, sameMatter, words } = draft.meta.gathered
    const language = command.customerLanguage ?? known?.language
    Drafts.emit(
      draft,
      "case-opened",
      defined({
        policy: { id: bundle.id, content: bundle.content, calendars: bundle.calendarsHash },
        receipt: {
          ...submission,
          ...defined({
            customerLanguage: language,
            receiver: nameOf(draft.meta.actor),
            receivedAt: draft.now,
            loggedAt: draft.meta.receivedAt
          })
        },
        facts,
        contacts: of?.contacts ?? { contacts: sameMatter?.contacts ?? 1, unanswered: sameMatter?.unanswered ?? 0 },
        of: of && { case: of.case, as: of.as }
      })
    )
    suggest(draft, given.suggested)
    if (isSurvey)
      Drafts.emit(
        draft,
        "survey-answered",
        { channel: command.channel, answers, skipped, by: nameOf(draft.meta.actor) },
        `channels.${command.channel}.questions`
      )
    parties(draft, command)
    const read = readWords(draft.policy, textsOf(submission), words)
    const understood = understand(draft.policy, submission, called(draft.meta.gathered, command.customerName), read)
    // If the dictionary was not sure, these words are read again together with the next ones.
    if (!understood.sure) remember(draft.policy, draft.state.conversation.said[0], read.texts)
    classified(draft, understood)
    if (of !== undefined && named !== undefined)
      correct(
        draft,
        { ...understood, category: named, confidence: 1, sure: true, decidedBy: nameOf(draft.meta.actor) },
        nameOf(draft.meta.actor),
        "split"
      )
    links(draft, command)
    ask(draft)
    return []
  }
})

/** A case that came out of another one also answers the customers of that one. */
const parties = (draft: Draft, { of }: CommandOf<"submit">): void => {
  for (const { case: from, ...party } of of?.parties ?? [])
    Drafts.emit(
      draft,
      "feedback-joined",
      { from, ...party, receivedAt: draft.now, contacts: draft.state.feedback.contacts },
      "endings.merged"
    )
}

/** Links the case to cases that may concern the same matter. Staff see the links; customers are not told. */
const links = (draft: Draft, { of }: CommandOf<"submit">): void => {
  const { earlier = [], mentions, foundIn } = draft.meta.gathered.sameMatter ?? {}
  if (of !== undefined) Drafts.emit(draft, "case-linked", { to: of.case, as: "origin" }, "intake.split")
  for (const to of earlier) Drafts.emit(draft, "case-linked", { to, as: "earlier" }, "intake.same-case")
  if (foundIn !== undefined)
    Drafts.emit(draft, "case-linked", { to: foundIn.case, as: "found-in" }, `channels.${foundIn.channel}`)
  if (mentions !== undefined && !earlier.includes(mentions))
    Drafts.emit(draft, "case-linked", { to: mentions, as: "mentioned" }, "intake")
}
