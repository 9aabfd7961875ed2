/** The engine: the same customer said the same thing again. */

import { againstFacts } from "../case/FactCheck.ts"
import type { Facts } from "../case/generated/Command.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { tellCustomer, tellStaff } from "../draft/send.ts"
import { againstConsents } from "../rule/feedback/consent.ts"
import { readAnew, reread } from "../rule/feedback/reread.ts"
import { learn } from "../rule/feedback/setting.ts"
import { wordsOf } from "../rule/feedback/understand.ts"
import { defined } from "../value/Optional.ts"
import { describe, may, must } from "./Description.ts"
import { anybody } from "./Rights.ts"

export const join = describe({
  verb: "join",
  name: { en: "join", "zh-CN": "并案" },
  says: { en: "The engine: the same customer said the same thing again.", "zh-CN": "引擎：同一客户再次反映同一事项。" },
  acts: "reported",
  until: "closed",
  arguments: {
    contacts: must("number", "How often by now, this one included.", "连同本次共几次。"),
    unanswered: must("number", "How many of those before nobody has answered.", "此前未答复的次数。"),
    again: may("yes-no", "The very same message, by another channel.", "同一条消息，从另一渠道收到。"),
    channel: must("text", "Where it came from.", "来自哪个渠道。", "渠道"),
    customer: may("text", "The customer's id.", "客户编号。", "客户"),
    customerName: may("text", "How the customer is called.", "客户称呼。"),
    customerLanguage: may("language", "The language of the answers.", "答复所用语言。"),
    customerAddress: may("text", "Where answers go.", "答复送达地址。"),
    verbatim: may("text", "The customer's own words.", "客户原话。", "客户原话"),
    description: may("text", "What happened.", "客观描述。", "客观描述"),
    happenedAt: may("text", "When it happened.", "发生时间。", "发生时间"),
    where: may("text", "Where it happened.", "发生地点。", "地点"),
    demand: may("text", "What the customer asks for.", "客户诉求。", "诉求"),
    hopedForBy: may("text", "By when the customer hopes for it.", "客户期望时间。", "期望时间"),
    score: may("number", "The score.", "评分。", "评分"),
    kind: may("text", "The kind.", "性质。", "性质"),
    consent: may("texts", "Purposes agreed to.", "同意的用途。", "同意"),
    attachments: may("texts", "References to files.", "附件引用。", "附件"),
    facts: may("facts", "Facts by name; those not known yet are added.", "按名称给出的事实，未知的补上。", "事实"),
    suggested: may(
      "suggestion",
      "What the host's own classifier makes of the words, or why it makes nothing.",
      "宿主自己的分类器的判断，或为何没有判断。"
    )
  },
  example: { do: "join", channel: "phone", contacts: 2, unanswered: 1, verbatim: "My invoice is still wrong." },
  who: anybody,
  reduces: (x, { facts = {} }) => (Object.keys(facts).length === 0 ? readAnew(x) : "kept-back"),
  /** The same thing once more: it belongs here, with the same owner and the same promises, and the customer is told so. */
  run: (d, c) => {
    const { channel, contacts, unanswered, again } = c
    const text = wordsOf(c)
    // The case is there whatever else the message says: what the policy does not ask for is left out.
    const consent = (c.consent ?? []).filter((name) => againstConsents(d.policy, [name]).length === 0)
    const { channels, isAsked } = d.state.conversation
    if (again === true && channels.includes(channel)) return []
    Drafts.emit(
      d,
      "feedback-joined",
      {
        channel,
        receivedAt: d.now,
        contacts: again === true || d.keepsBack ? d.state.feedback.contacts : { contacts, unanswered },
        ...defined({
          text: text === "" ? undefined : text,
          customer: c.customer,
          score: c.score,
          facts: c.facts,
          consent: consent.length === 0 ? undefined : consent,
          again: again === true ? again : undefined
        })
      },
      "intake.same-case"
    )
    const owner = d.state.ownership.owner
    tellStaff(d, "said-again", [owner], { values: { channel } })
    if (again === true) return []
    learnNew(d, c.facts ?? {})
    reread(d, isAsked, d.meta.gathered.words)
    tellCustomer(d, "joined")
    return []
  }
})

/** What is told again may add to what is known; what is known stays, and another value is on the record. */
const learnNew = (d: Draft, told: Facts): void => {
  const fresh = Object.entries(told).filter(
    ([name, value]) => d.state.feedback.facts[name] === undefined && againstFacts(d, { [name]: value }).length === 0
  )
  learn(d, Object.fromEntries(fresh), "intake.same-case")
}
