/** Slips of people who write policies: each is one finding, reported once, at the place to change. */
import { describe, expect, it } from "vitest"
import { compiled, type Files, head } from "./Sample.ts"

/** Returns `code at words`, and what `check --fix` would write there. */
const told = (files: Files | string): readonly string[] =>
  compiled(typeof files === "string" ? { "shop.policy.yaml": files } : files).diagnostics.map(
    ({ code, primary, fix }) => {
      const { file, start, end } = primary.span
      return `${code} ${file.text.slice(start, end)}${fix === undefined ? "" : ` > ${fix.text}`}`
    }
  )

const said = (text: string): string =>
  compiled(text)
    .diagnostics.map(({ message }) => message.en)
    .join("\n")

describe("a file that is no policy", () => {
  it("has one finding that says what it is", () => {
    expect(told("hearback: 1\npeople: { li: { name: Li, roles: [agent] } }\n")).toEqual(["file/other-kind hearback"])
    expect(told("闭环: 1\n人员: { 李: { 姓名: 李 } }\n")).toEqual(["file/other-kind 闭环"])
    expect(told("hearback: 1\npolicy: shop.policy.yaml\nscenarios: []\n")).toEqual(["file/other-kind hearback"])
  })

  it("must have one of three ids, not all of them", () => {
    expect(said(head.replace("policy: shop\n", ""))).toBe("a policy file needs `policy`, `pack` or `part-of`")
  })
})

const shop = (text: string): readonly string[] => told(head + text)

describe("one fault is one finding", () => {
  it("for an unknown pack, whatever it would have changed", () => {
    const changes =
      "events: { also: [shipped] }\ndictionary: { negation: { without: [nope] } }\nmessages: { regraded: removed }\n"
    expect(shop(changes).map((each) => each.split(" ")[0])).toEqual([
      "extends/nothing-to-change",
      "extends/nothing-removed"
    ])
    expect(told(head.replace("pack:starter", "pack:start") + changes)).toEqual(["extends/unknown pack:start"])
  })

  it("for the removal of a misspelt name, with the intended name", () => {
    const labels = compiled(`${head}messages: { regarded: removed }\n`).diagnostics.map(({ code, primary }) => [
      code,
      primary.label?.en,
      primary.label?.["zh-CN"]
    ])
    expect(labels).toEqual([["extends/nothing-removed", "did you mean `regraded`?", "是否要写 `regraded`？"]])
  })

  it("for a policy without a currency, however many amounts it has", () => {
    expect(told(head.replace("currency: CNY\n", ""))).toEqual(["value/no-currency shop"])
  })

  it("for a policy without loops, however many kinds it has", () => {
    expect(told("hearback: 1\npolicy: a\nlanguage: en\n")).toEqual([
      "loop/none-for-kind hearback: 1\npolicy: a\nlanguage: en",
      "extends/no-base a"
    ])
  })

  it("for hours that overlap, however many days have them", () => {
    expect(shop("calendars: { late: { hours: { mon-fri: [09:00-12:00, 11:00-14:00] } } }\n")).toEqual([
      "calendar/overlapping-hours 11:00-14:00"
    ])
    expect(said(`${head}calendars: { late: { hours: { mon-fri: [09:00-12:00], mon: [11:00-14:00] } } }\n`)).toContain(
      "`mon`"
    )
  })

  it("for an empty gate", () => {
    expect(shop("loops: { complaint: { customer-loop: { told: } } }\n")).toEqual(["yaml/empty-value told"])
  })

  it("for a misspelt dimension, without one about its missing default", () => {
    const found = shop("dictionary: { categories: { fee: { words: [fee], defaults: { urgncy: urgent } } } }\n")
    expect(found).toEqual(["name/unknown urgncy > urgency"])
  })
})

describe("nothing is ignored silently", () => {
  it.each([
    ["a date that is none", "calendars: { office: { closed: [2026-02-30] } }\n", "value/bad-date 2026-02-30"],
    ["a limit below nothing", "authority: { limits: { agent: { compensate: -5 } } }\n", "value/bad-money -5"],
    ["a count below nothing", "ownership: { handover: { at-most: -1 } }\n", "shape/wrong-type -1"],
    ["several sets of holidays", "calendars: { office: { holidays: [CN, US] } }\n", "shape/wrong-type [CN, US]"],
    ["resources by name", "authority: { limits: { agent: { resources: [van] } } }\n", "shape/wrong-type [van]"],
    [
      "a discount by case",
      "authority: { limits: { agent: { discount: { per-case: 5% } } } }\n",
      "shape/wrong-type { per-case: 5% }"
    ],
    ["a fact without a type", "facts: { mood: { title: Mood } }\n", "shape/missing-key mood"],
    ["a fact of two types", "facts: { mood: { type: text, one-of: [good, bad] } }\n", "shape/two-of one-of"],
    ["a message in two places", "messages: { answer: { text: Hello, file: a.md } }\n", "shape/two-of file"],
    [
      "a lift that says both",
      "grading: { urgency: { lift: [{ when: { kind: praise }, at-least: urgent, up: 1 }] } }\n",
      "shape/two-of up"
    ],
    ["a language nobody speaks", "title: { en: Shop, fr: Boutique }\n", "name/unknown fr"],
    ["a language by its short name", "title: { zh: 店 }\n", "name/unknown zh > zh-CN"],
    [
      "what is taken out of a list that lacks it",
      "dictionary: { negation: { without: [nope] } }\n",
      "extends/nothing-removed nope"
    ],
    [
      "a finding that there is not",
      "accepted-findings: [{ finding: table/dead-rows, where: x, because: y, expires: 2030-01-01 }]\n",
      "name/unknown table/dead-rows > table/dead-row"
    ]
  ])("%s", (_, text, finding) => {
    const files = { "shop.policy.yaml": head + text, "a.md": "Hello" }
    expect(told(files).slice(0, 1)).toEqual([finding])
  })

  it("the language of the policy itself", () => {
    expect(told(head.replace("language: en", "language: zh"))).toContain("name/unknown zh > zh-CN")
  })

  it("but a policy may replace a text of a pack by a file, and its type by values", () => {
    const pack =
      "hearback: 1\npack: p\nlanguage: en\nextends: [pack:starter]\nfacts: { tier: text }\nmessages: { hi: { text: Hi } }\n"
    const own = head.replace("pack:starter", "./p.policy.yaml")
    const heir = `${own}facts: { tier: { one-of: [gold, plain] } }\nmessages: { hi: { file: hi.md } }\n`
    expect(told({ "shop.policy.yaml": heir, "p.policy.yaml": pack, "hi.md": "Hello" })).toEqual([])
  })
})

describe("what is almost right is offered as it should be", () => {
  it.each([
    ["calendars: { office: { hours: { sat: [9:00-12:00] } } }\n", "value/bad-hours 9:00-12:00 > 09:00-12:00"],
    ["sending: { quiet: [22:00~7:00] }\n", "value/bad-hours 22:00~7:00 > 22:00-07:00"],
    ["effective: 2027-1-5\n", "value/bad-date 2027-1-5 > 2027-01-05"],
    ["calendars: { office: { closed: [2027年1月5日] } }\n", "value/bad-date 2027年1月5日 > 2027-01-05"],
    ["clocks: { agreed: { within: 3 Workdays } }\n", "value/bad-length 3 Workdays > 3 working days"],
    ["authority: { limits: { agent: { compensate: 100元 } } }\n", "value/bad-money 100元 > 100"],
    ['authority: { limits: { agent: { compensate: "1,000.50" } } }\n', 'value/bad-money "1,000.50" > 1000.50'],
    ["clocks: { agreed: { cancelled-by: withdrwn } }\n", "name/unknown withdrwn > withdrawn"],
    ['messages: { answer: "{reslt}" }\n', "message/unknown-placeholder {reslt} > {result}"]
  ])("%s", (text, finding) => {
    expect(shop(text).slice(0, 1)).toEqual([finding])
  })

  it("for a pack without `pack:`", () => {
    expect(told(head.replace("pack:starter", "starter"))).toEqual(["extends/unknown starter > pack:starter"])
  })

  it("for a placeholder in the words of a Chinese file", () => {
    const text = head.replace("hearback: 1", "闭环: 1").replace("policy:", "策略:").replace("language:", "语言:")
    const whole = text.replace("extends:", "继承:").replace("time-zone:", "时区:").replace("currency:", "币种:")
    expect(told(`${whole}消息: { answer: "{下一时现}" }\n`)).toContain(
      "message/unknown-placeholder {下一时现} > {下一时限}"
    )
  })

  it.each([
    ["案件编号", "编号"],
    ["工单号", "编号"],
    ["客户姓名", "客户"],
    ["负责人", "首问人"],
    ["处理结果", "结果"],
    ["到期时间", "下一时限"],
    ["原因", "理由"]
  ])("a placeholder with another frequent name: %s is guessed, and not changed by `--fix`", (written, meant) => {
    const policy = `${head.replace("hearback: 1", "闭环: 1").replace("policy:", "策略:").replace("language:", "语言:").replace("extends:", "继承:").replace("time-zone:", "时区:").replace("currency:", "币种:")}消息: { answer: "{${written}}" }\n`
    const [found] = compiled(policy).diagnostics
    expect(found?.primary.label?.["zh-CN"]).toBe(`是否要写 \`{${meant}}\`？`)
    expect(found?.fix).toBeUndefined()
  })

  it("without a similar placeholder, those of every message are listed", () => {
    const [found] = compiled(`${head}messages: { answer: "{xyzzy}" }\n`).diagnostics
    expect(found?.help?.en).toMatch(
      /^every message may use `\{case\.id\}`, .*`\{result\}`.*, and also facts and other messages$/
    )
    expect(found?.help?.["zh-CN"]).toContain("任何消息都可以用 `{case.id}`")
  })
})

describe("findings about a cell", () => {
  const cell = (text: string) =>
    compiled(`${head}grading: { urgency: { rules: [{ when: ${text}, then: urgent }, { otherwise: routine }] } }\n`)
      .diagnostics[0]?.message

  it("say in each language what is allowed", () => {
    expect(cell("{ amount: much }")?.["zh-CN"]).toBe(
      '`amount` 不能与 `much` 相比，应为数值（CNY），或判断式，例如 `">= 3"`'
    )
    for (const text of ["{ amount: much }", "{ score: bad }", "{ received: soon }", "{ anonymous: perhaps }"])
      expect(cell(text)?.["zh-CN"].replaceAll(/`[^`]*`/g, ""), text).not.toMatch(/[a-z]{2}/)
  })

  it("show a list as it is written", () => {
    const all = "[complaint, suggestion, inquiry, praise, rating]"
    expect(cell(`{ kind: { not: ${all} } }`)?.en).toContain("`{ not: [complaint, suggestion,")
  })

  it("know no measure with a name that JavaScript objects have", () => {
    expect(said(`${head}learning: { targets: { constructor: 100% } }\n`)).not.toContain("undefined")
  })
})

describe("two loops for one case", () => {
  it("are reported at the policy's own loop, with the fix for the inherited one, in the words of the file", () => {
    const loop = "闭环路径: { 急件: { 当: { 性质: 投诉, 情绪: furious }, 客户闭环: { 已答复了: { 凭据: 结果 } } } }\n"
    const text = `闭环: 1\n策略: 网店\n语言: zh-CN\n继承: [pack:starter]\n时区: Asia/Shanghai\n币种: CNY\n${loop}`
    const [only, ...more] = compiled(text).diagnostics
    expect(more).toEqual([])
    expect(only?.code).toBe("loop/overlap")
    expect(only?.primary.span.file.path).toBe("shop.policy.yaml")
    expect(only?.help?.["zh-CN"]).toContain("`complaint` 是继承来的：请沿用这个名称，或在其后写 `删去`")
  })
})

describe("an `otherwise` over inherited levels", () => {
  it("is reported with the levels that still hold", () => {
    const { diagnostics } = compiled(
      `${head}clocks: { agreed: { within: { urgent: 2 hours, otherwise: 1 working day } } }\n`
    )
    const dead = diagnostics.find(({ code }) => code === "table/dead-row")
    expect(dead?.help?.en).toBe("`important`, `routine` are inherited and still apply: set your own values for them")
  })
})

describe("findings about a Chinese file", () => {
  const chinese = (text: string) =>
    compiled(`闭环: 1\n策略: 网店\n语言: zh-CN\n继承: [pack:starter]\n时区: Asia/Shanghai\n币种: CNY\n${text}`)
      .diagnostics

  it("name duties and durations in its words", () => {
    const [hole] = chinese("授权: { 权限: { manager: { 补偿: { 每件: 5000 } } } }\n")
    expect(hole?.message["zh-CN"]).toBe("没有人有权办理超过 5000.00 CNY 的 `补偿`")
    const [window] = chinese("闭环路径: { inquiry: { 改进闭环: { 已验证: { 凭据: 效果, 之后: told } } } }\n")
    expect(window?.help?.["zh-CN"]).toBe("请写明观察期：`观察期: 30 天`")
    const [silent] = chinese("闭环路径: { complaint: { 客户闭环: { confirmed: { 沉默: 删去 } } } }\n")
    expect(silent?.help?.["zh-CN"]).toContain("`沉默: { 之后: 5 个工作日, 联系次数: 2, 结束: 客户闭环 }`")
  })
})

describe("a binding entry", () => {
  const law = `hearback: 1
pack: law
language: en
extends: [pack:starter]
loops: { complaint: { customer-loop: { told: { binding: yes, sign-off: manager } } } }
clocks:
  told: { extend: never, binding: yes }
  keep: { within: 5 working days, met-by: told-customer, repeats: yes, binding: yes }
`
  const found = (text: string) =>
    told({ "law.policy.yaml": law, "shop.policy.yaml": head.replace("pack:starter", "./law.policy.yaml") + text })

  it.each([
    ["a gate that is taken out", "loops: { complaint: { customer-loop: { told: removed } } }\n", ["removed"]],
    ["a loop that is taken out", "loops: { complaint: removed }\n", ["removed"]],
    [
      "a key that is taken out",
      "loops: { complaint: { customer-loop: { told: { sign-off: removed } } } }\n",
      ["removed"]
    ],
    [
      "a lane past it",
      "loops: { complaint: { customer-loop: { quick: { needs: record, optional: yes, instead-of: told } } } }\n",
      ["told"]
    ],
    ["a clock that repeats", "clocks: { keep: { repeats: no } }\n", ["no"]],
    ["a roll", "clocks: { keep: { roll: next } }\n", ["next"]],
    [
      "an extension",
      "clocks: { told: { extend: { times: 1, each: 2 weeks, approve: manager, tell: answer } } }\n",
      ["extend"]
    ]
  ])("is reported once where it is loosened: %s", (_, text, places) => {
    expect(found(text).filter((each) => each.startsWith("binding/"))).toEqual(
      places.map((place) => `binding/loosened ${place}`)
    )
  })

  it("is not loosened by `clock-defaults`, unless the clock itself differs", () => {
    const pause = "clock-defaults: { pause: { holiday: 50 days } }\n"
    expect(found(pause)).toEqual(["binding/loosened pause", "binding/loosened pause"])
    expect(found(`${pause}clocks: { told: { pause: never }, keep: { pause: never } }\n`)).toEqual([])
    expect(found("clock-defaults: { calendar: office, remind: [50%] }\n")).toEqual([])
  })

  it("is compared by its own keys, not by names that JavaScript objects have", () => {
    const word = "hasOwnProperty"
    expect(found(`loops: { complaint: { customer-loop: { told: { ${word}: yes } } } }\n`)[0]).toBe(
      `shape/unknown-key ${word}`
    )
  })
})
