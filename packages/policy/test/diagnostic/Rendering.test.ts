import { describe, expect, it } from "vitest"
import { diagnose, related } from "../../src/diagnostic/Diagnostic.ts"
import { widthOf } from "../../src/diagnostic/Frame.ts"
import { toPlain } from "../../src/diagnostic/PlainFindings.ts"
import { renderCompact, renderPretty } from "../../src/diagnostic/PrettyFindings.ts"
import { repaired } from "../../src/diagnostic/Repair.ts"
import { unknownName } from "../../src/diagnostic/UnknownWords.ts"
import { span } from "../../src/source/SourceFile.ts"
import { same } from "../../src/text/TranslatedTexts.ts"

const text = `roles:
  quality-lead: { title: 质量负责人 }
loops:
  complaint:
    customer-loop:
      agreed: { title: 处理方案, needs: proposal, by: qualty-lead }
`
const file = { path: "policies/retail.yaml", text }
const at = text.indexOf("qualty-lead")
const where = span(file, at, at + "qualty-lead".length)
const declared = related(span(file, 0, 5), { ...same("roles are declared"), "zh-CN": "角色声明在" })
const finding = unknownName("role", "qualty-lead", ["quality-lead", "plant-manager"], where, { related: [declared] })

describe("a finding in a terminal", () => {
  it("shows the line with carets, also under wide letters", () => {
    expect(renderPretty([finding], { language: "en", colour: false })).toBe(
      [
        "error[name/unknown]: there is no role called `qualty-lead`",
        " --> policies/retail.yaml:6:51",
        "6 |       agreed: { title: 处理方案, needs: proposal, by: qualty-lead }",
        "  |                                                       ^^^^^^^^^^^ did you mean `quality-lead`?",
        "  = roles are declared at policies/retail.yaml:1:1",
        "  = fix: write `quality-lead`  (`hearback check --fix` applies it)"
      ].join("\n")
    )
  })

  it("can be in Chinese", () => {
    const chinese = renderPretty([finding], { language: "zh-CN", colour: false })
    expect(chinese).toMatch(/^错误\[name\/unknown\]: .*没有名为 `qualty-lead` 的角色/)
    expect(renderCompact(finding, "zh-CN")).toMatch(/ 错误\[name\/unknown\] /)
    expect(renderPretty([finding], { language: "zh-CN", colour: false })).toContain(
      "= 角色声明在：policies/retail.yaml:1:1"
    )
  })

  it("shows both lines when two places conflict", () => {
    const twice = diagnose("yaml/duplicate-key", { key: "a" }, span(file, at, at + 3), {
      related: [related(span(file, 0, 5), same("it stands here before"), true)]
    })
    const shown = renderPretty([twice], { language: "en", colour: false })
    expect(shown).toContain("--> policies/retail.yaml:6:51")
    expect(shown).toContain("1 | roles:\n  | ^^^^^ it stands here before")
  })

  it("shows an example case", () => {
    const gap = diagnose("table/gap", { table: "grading.urgency" }, where, {
      witness: { amount: "7000 CNY", kind: "complaint" }
    })
    expect(renderPretty([gap], { language: "en", colour: false })).toContain(
      "= for example amount: 7000 CNY, kind: complaint"
    )
  })

  it("is coloured only on request, and contains no control characters", () => {
    const evil = { path: "f", text: "a: \u009b31mred\tb" }
    const shown = renderPretty([diagnose("shape/two-of", { keys: ["a"], where: same("x") }, span(evil, 3, 4))], {
      language: "en",
      colour: false
    })
    expect(shown).toContain("1 | a: \ufffd31mred b")
    expect(shown).not.toContain("\u001b")
    expect(renderPretty([finding], { language: "en", colour: true })).toContain(
      "\u001b[31merror[name/unknown]\u001b[0m"
    )
  })

  it("cuts a long line around its place", () => {
    const long = { path: "f", text: `${"a".repeat(1000)}HERE${"b".repeat(1000)}` }
    const shown = renderPretty([diagnose("shape/two-of", { keys: ["a"], where: same("x") }, span(long, 1000, 1004))], {
      language: "en",
      colour: false
    })
    const [, , line = "", carets = ""] = shown.split("\n")
    expect(line.length).toBeLessThan(170)
    expect(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("HERE")
  })

  it("fits on one line on request", () => {
    expect(renderCompact(finding, "en")).toBe(
      "policies/retail.yaml:6:51 error[name/unknown] there is no role called `qualty-lead`"
    )
  })
})

describe("a finding as plain data", () => {
  it("has places as line and column from 1, and texts in one language", () => {
    expect(toPlain(finding, "en")).toEqual({
      code: "name/unknown",
      level: "error",
      message: "there is no role called `qualty-lead`",
      primary: { file: "policies/retail.yaml", start: [6, 51], end: [6, 62], label: "did you mean `quality-lead`?" },
      related: [{ file: "policies/retail.yaml", start: [1, 1], end: [1, 6], message: "roles are declared" }],
      expected: null,
      found: null,
      help: null,
      fix: {
        file: "policies/retail.yaml",
        start: [6, 51],
        end: [6, 62],
        text: "quality-lead",
        title: "write `quality-lead`"
      },
      witness: null
    })
    expect(JSON.parse(JSON.stringify(toPlain(finding, "zh-CN"))).message).toBe("没有名为 `qualty-lead` 的角色")
  })
})

describe("fixes", () => {
  it("are applied together; of overlapping ones only the first", () => {
    const fix = (start: number, end: number, words: string) =>
      diagnose("shape/two-of", { keys: [], where: same("x") }, span(file, start, end), {
        fix: { span: span(file, start, end), text: words, title: same("x") }
      })
    expect(repaired(file, [finding])).toBe(text.replace("qualty", "quality"))
    expect(
      repaired({ path: "policies/retail.yaml", text: "abcdef" }, [
        fix(3, 5, "X"),
        fix(0, 2, "Y"),
        fix(4, 6, "Z"),
        fix(0, 2, "W")
      ])
    ).toBe("YcXf")
    expect(repaired({ path: "another.yaml", text: "abc" }, [finding])).toBe("abc")
  })
})

describe("the width of a character", () => {
  it("is two for wide East Asian letters and none for combining marks", () => {
    expect(["abc", "中文", "：", "é", "e\u0301", "한글", "😀", "ｶ"].map(widthOf)).toEqual([3, 4, 2, 1, 1, 4, 2, 1])
  })
})
