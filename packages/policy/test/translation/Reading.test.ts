/** Findings about files with Chinese keys are in their own words, at the right place, with a fix. */
import { describe, expect, it } from "vitest"
import { repaired } from "../../src/diagnostic/Repair.ts"
import { readFile } from "../../src/shape/Check.ts"
import { written } from "../../src/source/SourceFile.ts"
import { bundleOf, compiled, head as englishHead, findings } from "../compile/Sample.ts"

const head = `闭环: 1
策略: shop
语言: zh-CN
继承: [pack:starter]
时区: Asia/Shanghai
币种: CNY
`

/** Compiles a text with words between `⟦ ⟧`; returns code, words at the place, message and label in Chinese. */
const told = (text: string, first = head) =>
  findings({ "shop.policy.yaml": first + text.replace(/[⟦⟧]/g, "") }).map(({ code, message, primary, fix }) => ({
    code,
    at: written(primary.span),
    says: message["zh-CN"],
    label: primary.label?.["zh-CN"] ?? "",
    fix: fix?.text
  }))

const marked = (text: string) => /⟦(.*?)⟧/su.exec(text)?.[1]

describe("misspelt words of a Chinese file", () => {
  it.each([
    ["a section", "⟦渠到⟧: { web: { 方式: 被动 } }\n", "渠道"],
    ["a key of a gate", "闭环路径: { 建议二: { 客户闭环: { 收: { 凭据: 收悉, ⟦时线⟧: 4 小时 } } } }\n", "时限"],
    ["a key of a clock", "时钟通则: { ⟦提行⟧: [50%] }\n", "提醒"]
  ])("are guessed: %s", (_, text, right) => {
    const found = told(text).find(({ code }) => code === "shape/unknown-key")
    expect(found).toMatchObject({ at: marked(text), fix: right, label: `是否要写 \`${right}\`？` })
  })

  it("are reported with the allowed words in Chinese", () => {
    const [found] = told("时钟通则: { 首日: ⟦明天⟧ }\n")
    expect(found).toMatchObject({ code: "shape/unknown-word", says: "`首日` 不能写 `明天`" })
    expect(found?.label).toBe("应为 `不计`、`计入`")
    const [key] = told("意图: {}\n")
    expect(key?.label).toMatch(/^应为 `策略包`、`属于`、`版本`、`名称`、`分文件`、`生效日`/)
  })

  it.each([
    ["an input", "警报: { a: { 当: { ⟦同一事项.联系次⟧: 3 }, 知会: supervisor } }\n", "同一事项.联系次数"],
    ["a word for a person", "首问负责: { 首问责任人: [⟦首位接受人⟧, supervisor] }\n", "首位接收人"],
    ["a moment", "时钟: { agreed: { 起算: ⟦客户来心⟧ } }\n", "客户来信"],
    ["a field", "受理: { 表单: { 必填: [⟦客户源话⟧] } }\n", "客户原话"],
    ["a placeholder", '消息: { answer: { 文字: { zh-CN: "⟦{差距源因}⟧" } } }\n', "差距原因"]
  ])("are guessed where names may stand: %s", (_, text, right) => {
    const [found] = told(text)
    expect(found?.at).toBe(marked(text))
    expect(found?.label).toMatch(new RegExp(`[\`{]${right}[\`}]`))
  })

  it("are reported with places in Chinese", () => {
    const says = told("定级: { urgency: { 规则: [{ 当: { 情绪: furious }, 则: urgent }] } }\n").map((each) => each.says)
    expect(says.join("\n")).toContain("`定级.urgency.规则`")
    const [removed] = told("部门: { 财务: 删去 }\n")
    expect(removed).toMatchObject({ code: "extends/nothing-removed" })
    expect(removed?.says).toContain("`部门.财务`")
  })

  it("have help in the file's own words", () => {
    const { diagnostics } = compiled("闭环: 1\n策略: shop\n语言: zh-CN\n时区: Asia/Shanghai\n")
    const base = diagnostics.find(({ code }) => code === "extends/no-base")
    expect(base?.help?.["zh-CN"]).toBe("请写 `继承: [pack:base]`")
  })

  it("are reported beside missing keys", () => {
    const missing = findings("闭环: 1\n策略: shop\n").find(({ code }) => code === "shape/missing-key")
    expect(missing?.message["zh-CN"]).toContain("`语言`")
  })
})

describe("two key languages in one file", () => {
  it.each([
    ["an English section", head, "⟦channels⟧: { web: { 方式: 被动 } }\n", "渠道"],
    ["an English key further in", head, "渠道: { web: { ⟦mode⟧: 被动 } }\n", "方式"],
    ["an English choice", head, "渠道: { web: { 方式: ⟦passive⟧ } }\n", "被动"],
    ["an English word for a person", head, "首问负责: { 首问责任人: [⟦receiver⟧, supervisor] }\n", "首位接收人"],
    [
      "an English input",
      head,
      "警报: { a: { 当: { ⟦same-matter.contacts⟧: 3 }, 知会: supervisor } }\n",
      "同一事项.联系次数"
    ],
    ["an English moment", head, "时钟: { agreed: { 起算: ⟦received⟧ } }\n", "收到"],
    ["a Chinese section", englishHead, "⟦渠道⟧: { web: { mode: passive } }\n", "channels"],
    ["a Chinese choice", englishHead, "channels: { web: { mode: ⟦被动⟧ } }\n", "passive"]
  ])("are reported: %s", (_, first, text, right) => {
    const found = told(text, first).find(({ code }) => code === "language/mixed-keys")
    expect(found).toMatchObject({ at: marked(text), fix: right })
    expect(found?.says).toContain(`\`${marked(text)}\``)
    expect(found?.says).toContain(`\`${right}\``)
  })

  it("become one language when all fixes are applied", () => {
    const text = `${head}channels: { web: { mode: passive } }\n`
    const { file, diagnostics } = readFile({ path: "shop.policy.yaml", text }, "policy")
    expect(repaired(file, diagnostics)).toBe(`${head}渠道: { web: { 方式: 被动 } }\n`)
  })

  it("leave the author's names unchanged, in either language", () => {
    expect(told("角色: { agent: { 名称: 客服 }, 店长: { 名称: 店长 } }\n")).toEqual([])
    expect(told("roles: { 店长: { title: 店长 } }\n", englishHead)).toEqual([])
  })

  it("allow a fact with the name of an input", () => {
    const text =
      "事实: { 评分: { 类型: 整数, 缺省: 0 } }\n定级: { urgency: { 规则: [{ 当: { 评分: 3 }, 则: urgent }, { 其余: routine }] } }\n"
    expect(told(text).filter(({ code }) => code !== "grade/unreachable")).toEqual([])
    const { inputs, grading } = bundleOf({ "shop.policy.yaml": head + text })
    const slot = grading.find(({ name }) => name === "urgency")?.table.table.slots[0] ?? -1
    expect(inputs[slot]?.name).toBe("评分")
  })

  it("do not make words of the language into names, in either language", () => {
    expect(told("角色: { 首问人: { 名称: 某人 } }\n")[0]).toMatchObject({ code: "name/reserved", at: "首问人" })
    expect(told("roles: { 首问人: { title: 某人 } }\n", englishHead)[0]).toMatchObject({ code: "name/reserved" })
    expect(told("事件: [结案]\n")[0]).toMatchObject({ code: "name/reserved", at: "结案" })
  })
})

describe("a syntax error in a Chinese file", () => {
  it.each([
    ["a full-width colon", "闭环: 1\n策略：shop\n", "yaml/colon"],
    ["a full-width colon behind the first key", "闭环：1\n策略: shop\n语言: zh-CN\n", "yaml/colon"],
    ["a full-width colon between brackets", `${head}渠道: { web: { 方式：被动 } }\n`, "yaml/colon"],
    ["a colon without a blank", `${head}渠道:\n  web: { 方式:被动 }\n`, "yaml/colon"],
    ["a full-width blank before a key", `${head}渠道:\n  \u3000web: { 方式: 被动 }\n`, "yaml/full-width"],
    ["full-width quotes around a key", `${head}渠道: { “web”: { 方式: 被动 } }\n`, "yaml/full-width"],
    ["a comma that splits a sentence", `${head}渠道: { web: { 方式: 主动, 问题: 满意吗, 请按 1 } }\n`, "yaml/comma"],
    ["a value left out", `${head}渠道: { web: { 方式: } }\n`, "yaml/empty-value"],
    ["a test without quotes", `${head}警报: { a: { 当: { amount: >= 5 }, 知会: supervisor } }\n`, "yaml/quote-the-test"]
  ])("is reported like any other: %s", (_, text, code) => {
    expect(findings({ "shop.policy.yaml": text }).map((each) => each.code)).toContain(code)
  })

  it("an unknown version is reported in its words", () => {
    const [found] = findings(head.replace("闭环: 1", "闭环: 9"))
    expect(found).toMatchObject({ code: "language/version" })
    expect(found?.help?.["zh-CN"]).toBe("请写 `闭环: 1`，或升级 Hearback")
  })
})

describe("quantities in Chinese", () => {
  const within = (text: string) => {
    const { clocks } = bundleOf({ "shop.policy.yaml": `${head}时钟: { agreed: { 时限: ${text} } }\n` })
    return clocks.find(({ name }) => name === "agreed")?.within?.values[0]
  }
  it.each([
    ["3 个工作日", { _tag: "WorkingDays", days: 3 }],
    ["30 工作分钟", { _tag: "Working", ms: 1_800_000 }],
    ["4 工作小时", { _tag: "Working", ms: 14_400_000 }],
    ["24 小时", { _tag: "Elapsed", ms: 86_400_000 }],
    ["2 周", { _tag: "Civil", months: 0, days: 14 }],
    ["6 个月", { _tag: "Civil", months: 6, days: 0 }],
    ["当个工作日", { _tag: "WorkingDays", days: 0 }]
  ])("%s", (text, target) => expect(within(text)).toEqual(target))

  it("points on a clock", () => {
    const { clocks } = bundleOf({
      "shop.policy.yaml": `${head}时钟: { agreed: { 提醒: [50%, 到期, 4 工作小时 后, 1 个工作日前] } }\n`
    })
    expect(clocks.find(({ name }) => name === "agreed")?.remind.map(({ at }) => at)).toEqual([
      { _tag: "Share", percent: 50 },
      { _tag: "Due" },
      { _tag: "After", by: { _tag: "Working", ms: 14_400_000 } },
      { _tag: "Before", by: { _tag: "WorkingDays", days: 1 } }
    ])
  })

  it("an invalid duration is reported in Chinese words", () => {
    const [found] = told("时钟: { agreed: { 时限: 3 个工作曰 } }\n")
    expect(found).toMatchObject({ code: "value/bad-length", at: "3 个工作曰" })
  })
})

describe("packs and parts", () => {
  it("a Chinese file can extend English ones, and they can extend it", () => {
    const files = {
      "shop.policy.yaml":
        "hearback: 1\npolicy: shop\nlanguage: en\nextends: [./own.policy.yaml]\nclocks: { agreed: { within: 2 hours } }\n",
      "own.policy.yaml": `${head.replace("策略: shop", "策略包: own")}时钟: { agreed: { 时限: 1 个工作日, 暂停: 绝不 } }\n`
    }
    // Two hours are shorter than a night.
    expect(findings(files).map(({ code }) => code)).toEqual(["clock/due-while-closed"])
    const agreed = bundleOf(files).clocks.find(({ name }) => name === "agreed")
    expect(agreed?.within?.values).toEqual([{ _tag: "Elapsed", ms: 7_200_000 }])
    expect(agreed?.pause).toEqual({})
  })

  it("lists are changed and entries removed by the Chinese words", () => {
    const { loops, dictionary } = bundleOf({
      "shop.policy.yaml": `${head}闭环路径: { inquiry: 删去, 咨询类: { 当: { 性质: 咨询 }, 客户闭环: { 答: { 凭据: 结果 } } } }\n词典: { 否定词: { 另加: [别], 除去: [没有] } }\n`
    })
    expect(loops.map(({ name }) => name)).toContain("咨询类")
    expect(loops.map(({ name }) => name)).not.toContain("inquiry")
    expect(dictionary.negation).toContain("别")
    expect(dictionary.negation).not.toContain("没有")
  })
})
