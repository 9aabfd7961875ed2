import { describe, expect, it } from "vitest"
import { bundleOf, findings, head } from "../../compile/Sample.ts"

const messages = (written: string) => bundleOf(`${head}messages:\n${written}`).messages
const told = (written: string) => findings(`${head}messages:\n${written}`).map(({ code }) => code)

describe("subjects of messages", () => {
  it("F-D11 · exist for every message of the base packs in both languages", () => {
    const all = Object.values(messages("  ours: { subject: Ours, text: Ours }\n")).filter(({ name }) => name !== "ours")
    expect(all.length).toBeGreaterThan(25)
    expect(all.filter(({ subject }) => subject?.en === undefined || subject["zh-CN"] === undefined)).toEqual([])
  })

  it("stay if only the text is rewritten, can be replaced, and can be removed", () => {
    expect(messages(`  receipt: "We have it."\n`)["receipt"]?.subject?.en).toBe(
      "We have received your message {case.id}"
    )
    expect(messages(`  receipt: { text: "We have it." }\n`)["receipt"]?.subject?.en).toContain("{case.id}")
    expect(messages(`  receipt: { subject: "Dear {客户}" }\n`)["receipt"]?.subject).toEqual({
      en: "Dear {customer.name}"
    })
    expect(messages("  receipt: { subject: removed }\n")["receipt"]?.subject).toBeUndefined()
  })

  it("have findings about unknown placeholders, as texts do", () => {
    expect(told(`  receipt: { subject: "{custmer.name}" }\n`)).toContain("message/unknown-placeholder")
    expect(told(`  receipt: { subject: "{result}" }\n`)).toContain("message/too-early")
  })
})
