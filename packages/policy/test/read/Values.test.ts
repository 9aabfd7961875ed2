import { describe, expect, it } from "vitest"
import { bundleOf, head, sound } from "../compile/Sample.ts"

describe("authority and money", () => {
  it("have limits with the lowest first, in minor units", () => {
    const { authority, currency } = sound("first")
    expect(currency).toEqual({ code: "CNY", digits: 2 })
    expect(authority.limits).toEqual([
      { role: "agent", compensate: { perCase: 50_000, perMonth: 500_000 }, close: ["routine"], regrade: [], waive: [] },
      {
        role: "supervisor",
        compensate: { perCase: 200_000, perMonth: 4_000_000 },
        close: "all",
        regrade: "all",
        waive: []
      },
      { role: "manager", compensate: { perCase: null }, close: "all", regrade: "all", waive: "all" }
    ])
  })

  it.each([
    ["JPY", "100", 100],
    ["KWD", "100.125", 100_125],
    ["EUR", "100.5", 10_050]
  ])("have the decimal places of %s", (currency, written, minor) => {
    const bundle = bundleOf(
      `${head.replace("CNY", currency)}authority: { limits: { agent: { compensate: { per-case: ${written} } } } }\n`
    )
    expect(bundle.authority.limits[0]?.compensate?.perCase).toBe(minor)
  })
})

describe("texts", () => {
  it("have the language of their own file if they name none", () => {
    const bundle = sound("itr-service")
    expect(bundle.messages["proposal"]?.text).toEqual({
      "zh-CN": "我们打算这样处理：{proposal}。您可以同意、提出修改，或者不同意。"
    })
    expect(Object.keys(bundle.messages["receipt"]?.text ?? {})).toContain("zh-CN")
    expect(bundle.messages["overdue"]?.text).toHaveProperty("en")
    const mixed = bundleOf({
      "shop.policy.yaml": `${head.replace("language: en", "language: zh-CN").replace("starter]", "starter, ./more.policy.yaml]")}`,
      "more.policy.yaml": "hearback: 1\npack: more\nlanguage: en\nmessages: { closing: Thank you. }\n"
    })
    expect(mixed.messages["closing"]?.text).toEqual({ en: "Thank you." })
  })

  it("can be files beside the policy, and can have Chinese placeholders", () => {
    const bundle = bundleOf({
      "shop.policy.yaml": `${head}messages: { result: { file: messages/result.md, must-say: [结果] } }\n`,
      "messages/result.zh-CN.md": "处理结果：{结果}。编号 {编号}，时限 {时限.agreed}。\n",
      "messages/result.en.md": "{result}, {case.id}, {due.agreed}\n"
    })
    expect(bundle.messages["result"]).toMatchObject({
      name: "result",
      text: {
        "zh-CN": "处理结果：{result}。编号 {case.id}，时限 {due.agreed}。",
        en: "{result}, {case.id}, {due.agreed}"
      },
      mustSay: ["result"]
    })
  })
})

describe("the dictionary", () => {
  it("lets a category inherit from the category above it", () => {
    const bundle = bundleOf(`${head}departments: { money: { contact: supervisor } }
dictionary:
  categories:
    fee: { words: [fee], department: money, kind: inquiry, defaults: { urgency: important } }
    late-fee: { words: [late fee], under: fee, kind: complaint }
`)
    const late = bundle.dictionary.categories.find(({ name }) => name === "late-fee")
    expect(late).toEqual({
      name: "late-fee",
      words: ["late fee"],
      under: "fee",
      department: "money",
      kind: "complaint",
      defaults: { urgency: "important" }
    })
  })
})
