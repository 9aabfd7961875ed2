/** The words of messages: a deadline is named by the day that it ends, and facts as people write them. */
import { expect, it } from "vitest"
import * as Template from "../../src/language/Template.ts"
import { load } from "../../src/policy/Policy.ts"
import { bundle, dates, hours } from "../../src/testing/Build.ts"
import { desk, submit } from "../../src/testing/Spec.ts"
import { MON } from "./complaint.ts"

const text = {
  en: "Due {due.promised}. Amount {amount}. Urgent {urgent}. Next {next.due}.",
  "zh-CN": "时限 {due.promised}。金额 {amount}。紧急 {urgent}。"
}
const facts = {
  amount: { type: { _tag: "Amount", scale: 2, unit: "EUR" }, kind: "money" },
  urgent: { type: { _tag: "Flag" }, kind: "yes-no", default: false }
} as const

const said = (language: "en" | "zh-CN", given: Readonly<Record<string, number | boolean>>): string | undefined => {
  const made = bundle({ facts, clocks: { promised: { metBy: ["passed:told"], within: dates(7), calendar: "always" } } })
  const receipt = { name: "receipt", text, mustSay: [] }
  const d = desk(load({ ...made, messages: { ...made.messages, receipt } }))
  d.does(`${MON} 09:00`, "ann", submit({ facts: given, customerLanguage: language }))
  const sent = d.named("message-queued").find((e) => e.event === "message-queued" && e.message === "receipt")
  return sent?.event === "message-queued" ? sent.text : undefined
}

it("SL-4 · a deadline at the end of a day is named by that day, never as the next day at 00:00", () => {
  expect(said("en", {})).toContain("Due 23 November 2026.")
  expect(said("zh-CN", {})).toContain("时限 2026年11月23日。")
})

it("the day of a fact and the time of a deadline are written as in a letter", () => {
  const text = { en: "Moved in {moved}, next {due.promised}.", "zh-CN": "{moved} 入住，时限 {due.promised}。" }
  const facts = { moved: { type: { _tag: "Date" }, kind: "date" } } as const
  const saying = (language: "en" | "zh-CN"): string | undefined => {
    const clocks = { promised: { metBy: ["passed:told"], within: hours(3), calendar: "always" } }
    const made = bundle({ facts, clocks })
    const receipt = { name: "receipt", text, mustSay: [] }
    const d = desk(load({ ...made, messages: { ...made.messages, receipt } }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { moved: "2019-03-04" }, customerLanguage: language }))
    const sent = d.named("message-queued").find((e) => e.event === "message-queued" && e.message === "receipt")
    return sent?.event === "message-queued" ? sent.text : undefined
  }
  expect(saying("en")).toBe("Moved in 4 March 2019, next 16 November 2026 at 12:00.")
  expect(saying("zh-CN")).toBe("2019年3月4日入住，时限 2026年11月16日 12:00。")
})

it("a value that ends a sentence is not followed by a second full stop", () => {
  const filled = (template: string, said: string): string => Template.render(Template.parse(template), () => said)
  expect(filled("They say: {words}. Next.", "“I was charged twice.”")).toBe("They say: “I was charged twice.” Next.")
  expect(filled("We {plan}. You may agree.", "refund 100 EUR.")).toBe("We refund 100 EUR. You may agree.")
  expect(filled("客户原话：{words}。接下来是答复。", "“还没修好！”")).toBe("客户原话：“还没修好！”接下来是答复。")
  expect(filled("客户原话：{words}。接下来是答复。", "“还没修好”")).toBe("客户原话：“还没修好”。接下来是答复。")
  expect(filled("{words}.5", "3")).toBe("3.5")
})

it("a customer without a name and an automatic owner begin a sentence with a capital letter", () => {
  const made = bundle({ firstOwner: ["nobody-there"] })
  const saying = (language: "en" | "zh-CN"): string | undefined => {
    const both = {
      en: "{owner.name} answers. It is with {owner.name}.\n{owner.name} asks.",
      "zh-CN": "{owner.name} 负责。"
    }
    const receipt = { name: "receipt", text: both, mustSay: [] }
    const d = desk(load({ ...made, messages: { ...made.messages, receipt } }), "none")
    d.does(`${MON} 09:00`, "channel:mail", submit({ customerLanguage: language }))
    const sent = d.named("message-queued").find((e) => e.event === "message-queued" && e.message === "receipt")
    return sent?.event === "message-queued" ? sent.text : undefined
  }
  expect(saying("en")).toBe("Our team answers. It is with our team.\nOur team asks.")
  expect(saying("zh-CN")).toBe("我们的团队负责。")
})

it("money has its currency, yes and no are words, and a sentence about an unknown value is left out", () => {
  expect(said("en", { amount: 12.5, urgent: true })).toContain("Amount 12.50 EUR. Urgent yes.")
  expect(said("zh-CN", { amount: 12.5, urgent: true })).toContain("金额 12.50 EUR。紧急是。")
  expect(said("en", {})).toContain("2026. Urgent no.")
})
