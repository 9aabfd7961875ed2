/** Opens a case with what the customer said. */

import { againstFacts } from "../case/FactCheck.ts"
import type { CommandOf } from "../case/generated/Command.ts"
import { reason } from "../case/Refusal.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import { againstConsents } from "../rule/feedback/consent.ts"
import { againstClass, correct } from "../rule/feedback/correct.ts"
import { called } from "../rule/feedback/courtesy.ts"
import { ask } from "../rule/feedback/form.ts"
import { answersOf } from "../rule/feedback/questions.ts"
import { classified } from "../rule/feedback/reread.ts"
import { suggest, told } from "../rule/feedback/setting.ts"
import { againstScore, readWords, remember, textsOf, understand } from "../rule/feedback/understand.ts"
import { defined } from "../value/Optional.ts"
import { brought } from "./Brought.ts"
import { describe, may, must } from "./Description.ts"
import { anybody } from "./Rights.ts"

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
  run: (d, c) => {
    if (d.state.version > 0) return [reason("case/exists", undefined, { case: c.case })]
    const { do: _, case: __, of, category: named, ...rest } = c
    // In a split a person names it; else the customer has chosen it.
    const opened = of === undefined ? defined({ ...rest, category: named }) : rest
    const { answers, skipped } = answersOf(d.policy, opened)
    const isSurvey = Object.keys(answers).length > 0
    const submission = isSurvey ? { ...opened, facts: { ...c.facts, ...answers } } : opened
    // What came out of another case was set there.
    const said = submission.facts ?? {}
    const given = of === undefined ? told(d, said) : { set: said, suggested: {} }
    const facts = { ...d.meta.gathered.customer?.facts, ...given.set }
    const reasons = [
      ...againstFacts(d, { ...facts, ...given.suggested }),
      ...againstScore(d.policy, c),
      ...againstClass(d, { ...c }),
      ...againstConsents(d.policy, c.consent ?? [])
    ]
    if ((c.verbatim ?? "").trim() === "" && c.score === undefined && !isSurvey) reasons.push(reason("intake/no-words"))
    if (reasons.length > 0) return reasons
    const { bundle } = d.policy
    const { customer: known, sameMatter, words } = d.meta.gathered
    const language = c.customerLanguage ?? known?.language
    Drafts.emit(
      d,
      "case-opened",
      defined({
        policy: { id: bundle.id, content: bundle.content, calendars: bundle.calendarsHash },
        receipt: {
          ...submission,
          ...defined({
            customerLanguage: language,
            receiver: nameOf(d.meta.actor),
            receivedAt: d.now,
            loggedAt: d.meta.receivedAt
          })
        },
        facts,
        contacts: of?.contacts ?? { contacts: sameMatter?.contacts ?? 1, unanswered: sameMatter?.unanswered ?? 0 },
        of: of && { case: of.case, as: of.as }
      })
    )
    suggest(d, given.suggested)
    if (isSurvey)
      Drafts.emit(
        d,
        "survey-answered",
        { channel: c.channel, answers, skipped, by: nameOf(d.meta.actor) },
        `channels.${c.channel}.questions`
      )
    parties(d, c)
    const read = readWords(d.policy, textsOf(submission), words)
    const understood = understand(d.policy, submission, called(d.meta.gathered, c.customerName), read)
    // What the dictionary could not tell is read again with what is said next.
    if (!understood.sure) remember(d.policy, d.state.conversation.said[0], read.texts)
    classified(d, understood)
    if (of !== undefined && named !== undefined)
      correct(
        d,
        { ...understood, category: named, confidence: 1, sure: true, decidedBy: nameOf(d.meta.actor) },
        nameOf(d.meta.actor),
        "split"
      )
    links(d, c)
    ask(d)
    return []
  }
})

/** Whoever was answered by the case that this one came out of is answered by it too. */
const parties = (d: Draft, { of }: CommandOf<"submit">): void => {
  for (const { case: from, ...party } of of?.parties ?? [])
    Drafts.emit(
      d,
      "feedback-joined",
      { from, ...party, receivedAt: d.now, contacts: d.state.feedback.contacts },
      "endings.merged"
    )
}

/** Cases that this one may have to do with; staff see them, customers are told nothing of them. */
const links = (d: Draft, { of }: CommandOf<"submit">): void => {
  const { earlier = [], mentions, foundIn } = d.meta.gathered.sameMatter ?? {}
  if (of !== undefined) Drafts.emit(d, "case-linked", { to: of.case, as: "origin" }, "intake.split")
  for (const to of earlier) Drafts.emit(d, "case-linked", { to, as: "earlier" }, "intake.same-case")
  if (foundIn !== undefined)
    Drafts.emit(d, "case-linked", { to: foundIn.case, as: "found-in" }, `channels.${foundIn.channel}`)
  if (mentions !== undefined && !earlier.includes(mentions))
    Drafts.emit(d, "case-linked", { to: mentions, as: "mentioned" }, "intake")
}
