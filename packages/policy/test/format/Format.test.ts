/** What the formatter changes and what it leaves unchanged. */
import { describe, expect, it } from "vitest"
import { format } from "../../src/format/Format.ts"
import type { KeyLanguage } from "../../src/vocabulary/KeyLanguage.ts"

const head = "hearback: 1\npolicy: shop\nlanguage: en\n"

const done = (text: string, keys?: KeyLanguage) =>
  format({ path: "shop.policy.yaml", text }, keys === undefined ? {} : { keys })

/** Formats a text behind the head. */
const body = (text: string, keys?: KeyLanguage): string | undefined => {
  const formatted = done(head + text, keys).text
  return keys === "zh-CN" ? formatted?.split("\n").slice(3).join("\n") : formatted?.slice(head.length)
}

describe("order", () => {
  it("of keys is that of the reference, of names that of the author", () => {
    expect(body("roles: { b: { title: B }, a: {} }\ncurrency: CNY\ntime-zone: Asia/Shanghai\n")).toBe(
      "time-zone: Asia/Shanghai\ncurrency: CNY\nroles:\n  b: { title: B }\n  a: {}\n"
    )
  })

  it("of rows, levels and kinds is never changed", () => {
    const text = `dictionary: { kinds: { praise: { words: [good] }, complaint: { words: [bad] }, otherwise: inquiry } }
grading:
  urgency:
    levels: [high, low]
    rules:
      - { when: { emotion: furious }, then: high }
      - { otherwise: low }
`
    expect(body(text)).toBe(text)
  })
})

describe("words", () => {
  it("are written out instead of abbreviations", () => {
    const text = `sending: { digest: 90min }
clocks:
  a: { within: 4h 30min, remind: [ "50 %", due, 1 business day before ] }
  b: { within: 1 business days }
  c: { within: 3 个工作日 }
`
    expect(body(text)).toBe(`clocks:
  a: { within: 4 hours 30 minutes, remind: ["50%", due, 1 working day before] }
  b: { within: 1 working day }
  c: { within: 3 working days }
sending: { digest: 90 minutes }
`)
  })

  it("of tests are ASCII in quotes, only where a test is allowed", () => {
    const text = `facts: { amount: money, note: text }
alarms:
  a: { when: { amount: ≥ 3, note: ≥ 3 } }
  b: { when: { same-matter.contacts: '>=3', signal: ≥ 3 } }
`
    expect(body(text)).toBe(
      `facts:
  amount: money
  note: text
alarms:
  a: { when: { amount: ">= 3", note: ≥ 3 } }
  b: { when: { same-matter.contacts: '>= 3', signal: ≥ 3 } }
`.replace("'>= 3'", '">= 3"')
    )
  })

  it("for yes and no are used where the type is yes-no", () => {
    expect(body("gate-defaults: { smart: true }\nfacts: { old: { type: yes-no, default: false } }\n")).toBe(
      "facts:\n  old: { type: yes-no, default: no }\ngate-defaults: { smart: yes }\n"
    )
  })
})

describe("layout", () => {
  it("is one line up to 118 columns, else one key on a line", () => {
    const long = "x".repeat(60)
    expect(body(`problems: { within: 30 days, same: [${long}, ${long}] }\n`)).toBe(
      `problems:\n  same:\n    - ${long}\n    - ${long}\n  within: 30 days\n`
    )
    const fits = `problems: { same: [${"y".repeat(79)}], within: 30 days }`
    expect(fits).toHaveLength(118)
    expect(body(`${fits}\n`)).toBe(`${fits}\n`)
    expect(body(`${fits.replace("y", "yy")}\n`)).toBe(`problems:\n  same: [${"y".repeat(80)}]\n  within: 30 days\n`)
  })

  it("counts a Chinese character as two columns", () => {
    const words = "字".repeat(48)
    expect(body(`problems: { same: [${words}], within: 30 days }\n`)).toBe(
      `problems:\n  same: [${words}]\n  within: 30 days\n`
    )
  })

  it("keeps a category on its line, however long", () => {
    const row = `    late: { title: Late, words: [${Array.from({ length: 30 }, (_, i) => `word-${i}`).join(", ")}] }`
    expect(body(`dictionary:\n  categories:\n${row}\n`)).toBe(`dictionary:\n  categories:\n${row}\n`)
  })

  it("puts quotes around sentences, and keeps block texts", () => {
    const text = `messages:
  a: We have it, and answer soon!
  b: |
    One line {case.id}.

      indented
  c: >-
    folded
    text
`
    expect(body(text)).toBe(text.replace("We have it, and answer soon!", '"We have it, and answer soon!"'))
  })
})

describe("comments", () => {
  it("stay with their neighbour, and move with it", () => {
    const text = `# the head

hearback: 1
policy: shop # its id
# why Chinese
language: en

currency: CNY
# zone, above
time-zone: Asia/Shanghai # zone, behind
roles: # all roles
  # the first
  a: { title: A } # of a
  # after the last role
clocks:
  x: {
    # how long
    within: 4h, # four
    from: received
  }
# the end
`
    expect(done(text).text).toBe(`# the head

hearback: 1
policy: shop # its id
# why Chinese
language: en
# zone, above
time-zone: Asia/Shanghai # zone, behind

currency: CNY
roles: # all roles
  # the first
  a: { title: A } # of a
  # after the last role
clocks:
  x:
    from: received
    # how long
    within: 4 hours # four
# the end
`)
  })

  it("above a row's first key stay above the row", () => {
    const text = `grading:
  urgency:
    levels: [a, b]
    rules:
      # hot
      - when: { emotion: furious } # very
        # so
        then: a
      - { otherwise: b }
`
    const once = body(text)
    expect(once).toBe(`${text}`)
  })

  it("about a key that becomes the first of a row go above the row, also when formatted again", () => {
    const text = `grading:
  urgency:
    rules:
      - then: a
        # hot
        when: { emotion: furious }
      - { otherwise: b }
`
    const once = body(text)
    expect(once).toBe(`grading:
  urgency:
    rules:
      # hot
      - { when: { emotion: furious }, then: a }
      - { otherwise: b }
`)
    expect(body(once ?? "")).toBe(once)
  })

  it("are not found inside words and texts", () => {
    const text = 'messages:\n  a: "no # comment"\n  b: |\n    # no comment either\n'
    expect(body(text)).toBe(text)
  })
})

describe("keys", () => {
  it("are translated to Chinese with values, units and placeholders; names stay", () => {
    const text = `clocks:
  agreed: { from: [received, told], within: { high: 4h, otherwise: same working day }, pause: never }
messages:
  told: "{case.id}: {owner.name}, {due.agreed}, {amount}"
accepted-findings:
  - { finding: table/dead-row, where: grading.urgency.rules.2, because: pilot, expires: 2027-03-01 }
  - { finding: table/dead-row, where: loops.c.customer-loop.x.y.when, because: pilot, expires: 2027-03-01 }
`
    const chinese = `时钟:
  agreed: { 起算: [收到, told], 时限: { high: 4 小时, 其余: 当个工作日 }, 暂停: 绝不 }
消息:
  told: "{编号}: {首问人}, {时限.agreed}, {amount}"
已知例外:
  - { 诊断: table/dead-row, 位置: 定级.urgency.规则.2, 理由: pilot, 有效至: 2027-03-01 }
  - { 诊断: table/dead-row, 位置: 闭环路径.c.客户闭环.x.y.当, 理由: pilot, 有效至: 2027-03-01 }
`
    expect(body(text, "zh-CN")).toBe(chinese)
    const back = done(`闭环: 1\n策略: shop\n语言: en\n${chinese}`, "en").text
    expect(back).toBe(head + text.replace("4h", "4 hours"))
  })

  it("are not translated if a name would become a word of the language", () => {
    const text = `${head}extends: [./facts.policy.yaml]\nalarms: { a: { when: { 渠道: web } } }\n`
    const { text: written, diagnostics } = done(text, "zh-CN")
    expect(written).toBeUndefined()
    expect(
      diagnostics.map(({ code, primary: { span } }) => [code, span.file.text.slice(span.start, span.end)])
    ).toEqual([["name/reserved", "渠道"]])
    expect(done(text).text).toBeDefined()
  })

  it("of scenarios and people are translated like those of policies", () => {
    const scenario = `hearback: 1
policy: shop.policy.yaml
scenarios:
  - scenario: one
    given: [{ at: 2026-11-16 09:00, submit: A, channel: web, customer: c, verbatim: bad }]
    steps:
      - at: +2 hours
        pass: A.found
        by: li
        method: five-whys
        causes: { man: tired }
        expect: { A: { kind: complaint, loops: { customer-loop: open }, gates: { x: passed } }, sent: [told to c] }
      - at: +1 working day
        approve: A
        by: wang
        expect: { rejected: [authority.limits.agent.close, authority/self-approval] }
`
    const chinese = done(scenario, "zh-CN").text
    expect(chinese).toBe(`闭环: 1
策略: shop.policy.yaml
场景:
  - 场景名: one
    已知: [{ 时刻: 2026-11-16 09:00, 提交: A, 渠道: web, 客户: c, 客户原话: bad }]
    步骤:
      - 时刻: +2 小时
        通过: A.found
        经手人: li
        分析方法: 五个为什么
        各因: { 人: tired }
        期望: { A: { 性质: 投诉, 闭环: { 客户闭环: 未结束 }, 关口: { x: 已通过 } }, 已发: [told 给 c] }
      - 时刻: +1 个工作日
        批准: A
        经手人: wang
        期望: { 拒绝于: [授权.权限.agent.结案, authority/self-approval] }
`)
    expect(done(chinese ?? "", "en").text).toBe(scenario)
    const people = "hearback: 1\npeople:\n  li: { name: Li, roles: [agent], away: [2026-11-23 to 2026-11-27] }\n"
    expect(done(people, "zh-CN").text).toBe(
      "闭环: 1\n人员:\n  li: { 姓名: Li, 角色: [agent], 外出: [2026-11-23 至 2026-11-27] }\n"
    )
  })
})

describe("a file with errors", () => {
  it.each([
    ["of writing", "hearback: 1\npolicy:\tshop\n", "yaml/tab"],
    ["of shape", `${head}chanels: {}\n`, "shape/unknown-key"],
    ["of two key languages", `${head}渠道: {}\n`, "language/mixed-keys"]
  ])("is left unchanged: %s", (_, text, code) => {
    const { text: written, isChanged, diagnostics } = done(text)
    expect([written, isChanged]).toEqual([undefined, false])
    expect(diagnostics.map((each) => each.code)).toContain(code)
  })
})
