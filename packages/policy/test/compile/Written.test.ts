/** What is written is what is read: nothing is mistaken for something else, and nothing is ignored. */
import { describe, expect, it } from "vitest"
import { bundleOf, compiled, type Files, head } from "./Sample.ts"

/** Returns `code at words`, and what `check --fix` would write there. */
const told = (files: Files | string): readonly string[] =>
  compiled(files).diagnostics.map(({ code, primary: { span }, fix }) => {
    const { file, start, end } = span
    return `${code} ${file.text.slice(start, end)}${fix === undefined ? "" : ` > ${fix.text}`}`
  })

describe("texts in several languages", () => {
  const receipt = (text: string, name = "receipt") => bundleOf(head + text).messages[name]?.text

  it("F-C2 · a message can be a text, a text by language, or a map with its text; each is what is sent", () => {
    expect(receipt("messages: { receipt: Hello }\n")).toEqual({ en: "Hello" })
    expect(receipt("messages: { receipt: { en: Hello, zh-CN: 您好 } }\n")).toEqual({ en: "Hello", "zh-CN": "您好" })
    expect(receipt("messages:\n  receipt:\n    en: Hello\n    zh-CN: 您好\n")).toEqual({ en: "Hello", "zh-CN": "您好" })
    expect(receipt("messages: { receipt: { text: { en: Hello, zh-CN: 您好 } } }\n")).toEqual({
      en: "Hello",
      "zh-CN": "您好"
    })
    expect(receipt("messages: { farewell: { en: Bye, zh-CN: 再见 } }\n", "farewell")).toEqual({
      en: "Bye",
      "zh-CN": "再见"
    })
  })

  it("F-C2 · one language alone replaces only this text of the pack, also in a Chinese file", () => {
    const one = receipt("messages: { receipt: { en: Hello } }\n")
    expect(one).toMatchObject({ en: "Hello" })
    expect(one?.["zh-CN"]).toContain("已收到")
    const chinese = "闭环: 1\n策略: 店\n语言: zh-CN\n继承: [pack:starter]\n时区: Asia/Shanghai\n币种: CNY\n"
    const told = bundleOf(`${chinese}消息: { receipt: { en: Hello, zh-CN: 您好 }, 致意: { zh-CN: 您好 } }\n`).messages
    expect(told["receipt"]?.text).toEqual({ en: "Hello", "zh-CN": "您好" })
    expect(told["致意"]?.text).toEqual({ "zh-CN": "您好" })
  })

  it("F-C2 · an unsupported language is a finding, also beside a supported one", () => {
    expect(told(`${head}messages: { receipt: { en: Hello, fr: Bonjour } }\n`)).toEqual(["name/unknown fr"])
    expect(told(`${head}messages: { receipt: { zh: 您好 } }\n`)).toEqual(["name/unknown zh > zh-CN"])
    expect(told(`${head}messages: { receipt: { de-DE: Hallo } }\n`)).toEqual(["name/unknown de-DE"])
    expect(told(`${head}messages: { receipt: { text: { en: Hello, fr: Bonjour } } }\n`)).toEqual(["name/unknown fr"])
    expect(told(`${head}messages: { receipt: { en: Hello, must-say: [case.id] } }\n`)[0]).toMatch(/^shape\/.* en/)
  })

  it("F-C2 · a rewritten text of a pack keeps its `must-say`, in whatever form it is written", () => {
    const pack =
      "hearback: 1\npack: p\nlanguage: en\nextends: [pack:starter]\nmessages: { hi: { text: 'Hi {case.id}', must-say: [case.id] } }\n"
    const own = head.replace("pack:starter", "./p.policy.yaml")
    const heir = (text: string) => told({ "shop.policy.yaml": own + text, "p.policy.yaml": pack })
    expect(heir("messages: { hi: 'Hello {case.id}' }\n")).toEqual([])
    for (const text of ["Hello", "{ en: Hello }", "{ text: Hello }", "{ text: { en: Hello } }"])
      expect(heir(`messages: { hi: ${text} }\n`), text).toEqual(["message/must-say Hello"])
  })

  it("F-C2 · the text of an extending policy replaces the pack's file, and its type replaces the pack's values", () => {
    const pack =
      "hearback: 1\npack: p\nlanguage: en\nextends: [pack:starter]\nfacts: { tier: { one-of: [gold, plain] } }\nmessages: { hi: { file: hi.md } }\n"
    const own = head.replace("pack:starter", "./p.policy.yaml")
    const text = `${own}facts: { tier: { type: text } }\nmessages: { hi: { text: Hello } }\n`
    const bundle = bundleOf({ "shop.policy.yaml": text, "p.policy.yaml": pack, "hi.md": "Hi" })
    expect(bundle.messages["hi"]?.text).toEqual({ en: "Hello" })
    expect(bundle.facts["tier"]?.kind).toBe("text")
  })
})

describe("numbers in tests", () => {
  const graded = (cell: string): string =>
    `${head}grading: { size: { levels: [high, low], rules: [{ when: { amount: ${cell} }, then: high }, { otherwise: low }] } }\n`

  it.each([
    ['">= 10,000"', "10,000 > 10000"],
    ['"< 1,000"', "1,000 > 1000"],
    ['{ not: "1,000" }', "1,000 > 1000"],
    ['[500, "1,000"]', "1,000 > 1000"],
    ['">= 10，000"', "10，000 > 10000"],
    ['">= １，０００"', "１，０００ > 1000"],
    ['"[1,000..5,000)"', "1,000 > 1000"],
    ['">= 1,234,567.50"', "1,234,567.50 > 1234567.50"],
    ['">= 10 000"', "10 000 > 10000"],
    ['">= 10\'000"', "10'000 > 10000"],
    ['">= 10_000"', "10_000 > 10000"],
    ['">= 12,500 CNY"', "12,500 > 12500"],
    ['">= 0,75"', "0,75 > 0.75"],
    ['"12,500"', "12,500"],
    ['"007"', "007 > 7"],
    ["007", "007 > 7"],
    ['">= 0500"', "0500 > 500"],
    ['"[1..0500]"', "0500 > 500"],
    ['">= 000"', "000 > 0"]
  ])("F-C18 · %s is refused, with the correct value", (cell, finding) => {
    expect(told(graded(cell))).toEqual([`cell/number-form ${finding}`])
  })

  it("F-C18 · a number with more digits than its currency was meant as thousands", () => {
    expect(told(graded('">= 10.000"'))).toEqual(['cell/wrong-type ">= 10.000"'])
  })

  it("F-C18 · a target and a limit are read like any other test", () => {
    expect(told(`${head}learning: { targets: { nps: ">= 1,000" } }\n`)).toEqual(["cell/number-form 1,000 > 1000"])
    expect(told(`${head}learning: { targets: { handovers: "<= 02" } }\n`)).toEqual(["cell/number-form 02 > 2"])
  })

  it("F-C18 · a member of a list that another member contains is a warning", () => {
    expect(told(graded('">= 10, 500"'))).toEqual(['cell/contained ">= 10, 500"'])
    expect(told(graded('[">= 100", 500]'))).toEqual(["cell/contained 500"])
    expect(told(graded("[100, 200, 100]"))).toEqual(["cell/contained 100"])
    expect(told(graded('{ not: ["< 5", 3] }'))).toEqual(["cell/contained 3"])
    expect(told(graded('"< 5, [7..9]"'))).toEqual([])
    expect(told(graded("[5, 10]"))).toEqual([])
  })

  it.each(['">= 10000"', '">= 0.5"', '"[100..500)"', '"5, 10"', "10", "0", '"10.50 CNY"'])(
    "F-C18 · %s is a number",
    (cell) => {
      // Whether the number makes sense is another check.
      expect(told(graded(cell)).filter((each) => !each.startsWith("grade/inversion"))).toEqual([])
    }
  )
})

describe("names of zones and currencies", () => {
  const zoned = (zone: string): string => head.replace("Asia/Shanghai", zone)
  const label = (files: string): string | undefined => compiled(files).diagnostics[0]?.primary.label?.en

  it.each([
    ["CST", "did you mean `Asia/Shanghai` or `America/Chicago`?"],
    ["BST", "did you mean `Europe/London` or `Asia/Dhaka`?"],
    ["IST", "did you mean `Asia/Kolkata`, `Europe/Dublin` or `Asia/Jerusalem`?"],
    ["EST", "did you mean `America/New_York` or `America/Panama`?"],
    ["GMT", "did you mean `UTC` or `Europe/London`?"],
    ["Etc/GMT+8", undefined],
    ["US/Pacific", "did you mean `America/Los_Angeles`?"],
    ["PRC", "did you mean `Asia/Shanghai`?"],
    ["Asia/Beijing", "did you mean `Asia/Shanghai`?"],
    ["asia/shanghai", "did you mean `Asia/Shanghai`?"],
    ["Asia/SHANGHAI", "did you mean `Asia/Shanghai`?"],
    ["Shanghai", "did you mean `Asia/Shanghai`?"],
    ["EST5EDT", "did you mean `America/New_York`?"],
    ["Z", "did you mean `UTC`?"],
    ["utc", "did you mean `UTC`?"]
  ])("F-C5 · the time zone %s is refused", (zone, guess) => {
    expect(told(zoned(zone))[0]).toMatch(`name/unknown ${zone}`)
    if (guess !== undefined) expect(label(zoned(zone))).toBe(guess)
    const calendar = `${head}calendars: { far: { time-zone: ${zone}, hours: { mon-fri: [09:00-17:00] } } }\n`
    expect(told(calendar)[0]).toMatch(`name/unknown ${zone}`)
  })

  it.each(["Asia/Shanghai", "America/Argentina/Salta", "UTC", "Pacific/Apia", "America/Port-au-Prince"])(
    "F-C5 · the time zone %s is accepted",
    (zone) => {
      expect(told(zoned(zone))).toEqual([])
    }
  )

  it.each([
    ["RMB", "did you mean `CNY`?"],
    ["CNH", "did you mean `CNY`?"],
    ["BTC", "expected `CNY`, `EUR`, `USD` or `GBP`"],
    ["ABC", "expected `CNY`, `EUR`, `USD` or `GBP`"],
    ["DEM", "expected `CNY`, `EUR`, `USD` or `GBP`"],
    ["cny", "did you mean `CNY`?"],
    ["¥", "did you mean `CNY` or `JPY`?"],
    ["元", "did you mean `CNY`?"]
  ])("F-C5 · the currency %s is refused", (currency, guess) => {
    const text = head.replace("CNY", currency)
    expect(told(text)[0]).toMatch(`name/unknown ${currency}`)
    expect(label(text)).toBe(guess)
  })

  it.each([
    ['kept: ">= 0.95"', "0.95 > 95%"],
    ['kept: ">= 95"', "95 > 95%"],
    ["kept: 95", "95 > 95%"],
    ['satisfaction: "[0.9..0.99]"', "0.9 > 90%"],
    ['resolution: "[90..95%]"', "90 > 90%"],
    ['explained: { not: "> 5" }', "5 > 5%"],
    ['kept: ">= 1"', "1"]
  ])("F-C5 · a share in a target says its sign: %s", (target, finding) => {
    expect(told(`${head}learning: { targets: { ${target} } }\n`)[0]).toBe(`value/bad-share ${finding}`)
  })

  it("F-C5 · a share with its sign, a count and a duration are unchanged", () => {
    const targets = 'kept: ">= 95%", response: ">= 99.5 %", nps: ">= 30", handovers: "<= 1.5", cycle-time: "<= 5 days"'
    expect(told(`${head}learning: { targets: { ${targets} } }\n`)).toEqual([])
  })
})

describe("texts", () => {
  const dollar = "$"
  const answer = (text: string): readonly string[] => told(`${head}messages:\n  answer: ${text}\n`)

  it.each([
    ["Your case is #{case.id}", "Your case is #{case.id}"],
    ["Your case is # {case.id}", "Your case is # {case.id}"],
    ["{customer.name}, your case is #{case.id}", "{customer.name}, your case is #{case.id}"],
    ["About {case.id}: see #1", "About {case.id}: see #1"],
    ["{ en: Call us #{case.id} }", "Call us #{case.id} }"],
    ["\n    en: Order #5 is settled\n    zh-CN: 好", "Order #5 is settled"],
    ["{ text: Order #5 }", "Order #5 }"]
  ])("F-C6 · %s is reported as a whole, without a fix", (text, whole) => {
    expect(answer(text)).toEqual([`yaml/comment ${whole}`])
  })

  it("F-C6 · words, questions and titles are texts, too", () => {
    const word =
      "dictionary:\n  categories:\n    fee:\n      defaults: { urgency: routine }\n      words:\n        - fee #1\n"
    expect(told(head + word)).toEqual(["yaml/comment fee #1"])
    expect(told(`${head}title: Team #1\n`)).toEqual(["yaml/comment Team #1"])
    const asked = "intake: { form: { questions:\n  what-happened: Is it about order #5?\n"
    expect(told(head + asked)[0]).toBe("yaml/comment Is it about order #5?")
  })

  it("F-C6 · a real comment is accepted", () => {
    expect(answer("Thank you. # for suggestions")).toEqual([])
    expect(answer('"Your case is #{case.id}"')).toEqual([])
    expect(told(`${head}clocks: { agreed: { within: 2 working days } } #promise\n`)).toEqual([])
    expect(told(`${head}facts:\n  order: text #from-the-shop\n`)).toEqual([])
  })

  it.each([
    ["{proposal", "{proposal > {proposal}"],
    ["proposal}", "}"],
    ["{{result}}", "{{result}} > {result}"],
    [`${"$"}{result}`, `${"$"}{result} > {result}`],
    ["{ result }", "{ result } > {result}"],
    ["{result }", "{result } > {result}"],
    ["｛结果｝", "｛结果｝ > {结果}"],
    ["{}", "{}"],
    ["{{nothing}}", "{{nothing}}"],
    ["{a {result} b}", "{a"]
  ])("F-C7 · %s would be sent as it is written", (text, finding) => {
    expect(answer(`"We: ${text}"`)[0]).toBe(`message/stray-brace ${finding}`)
    expect(told({ "shop.policy.yaml": `${head}messages: { answer: { file: a.md } }\n`, "a.md": text })[0]).toMatch(
      /^message\/stray-brace/
    )
  })

  it("F-C7 · questions to customers have no placeholders", () => {
    const question = '"Was {case.id} settled?"'
    expect(told(`${head}channels: { survey: { mode: active, ask-after: told, question: ${question} } }\n`)).toEqual([
      "message/stray-brace {case.id}"
    ])
    expect(told(`${head}intake: { form: { questions: { what-happened: ${question} } } }\n`)).toEqual([
      "message/stray-brace {case.id}"
    ])
    expect(told(`${head}customers: { consent: { news: { ask: ${question} } } }\n`)).toEqual([
      "message/stray-brace {case.id}"
    ])
  })

  it("F-C7 · a dollar sign before an amount is accepted", () => {
    expect(answer(`"You get ${dollar}{amount}: {result}"`)).toEqual([])
  })
})

describe("conclusions", () => {
  const decided = (oneOf: string): string =>
    `${head}loops: { suggestion: { customer-loop: { decided: { one-of: ${oneOf} } } } }\n`
  const read = (text: string) => {
    const gate = bundleOf(text)
      .loops.find(({ name }) => name === "suggestion")
      ?.gates.find(({ name }) => name === "decided")
    return { oneOf: gate?.oneOf, means: gate?.means }
  }

  it("F-C11 · a policy says what each of its conclusions means, in any language", () => {
    expect(read(decided("{ 采用: adopted, 以后再议: later, 不予采用: declined, 另案处理: other }"))).toEqual({
      oneOf: ["采用", "以后再议", "不予采用", "另案处理"],
      means: { 采用: "adopted", 以后再议: "later", 不予采用: "declined", 另案处理: "other" }
    })
    const chinese = "闭环: 1\n策略: 店\n语言: zh-CN\n继承: [pack:starter]\n时区: Asia/Shanghai\n币种: CNY\n"
    const own = `${chinese}闭环路径: { suggestion: { 客户闭环: { decided: { 取值: { 以后再议: 暂缓, 采用: 采纳 } } } } }\n`
    expect(read(own).means).toEqual({ 以后再议: "later", 采用: "adopted" })
    expect(read(decided("[采纳, 暂缓, 不采纳]"))).toEqual({ oneOf: ["采纳", "暂缓", "不采纳"], means: undefined })
  })

  it("F-C11 · a conclusion without a meaning is reported", () => {
    expect(told(decided("[采纳, 以后再议]"))).toEqual(["gate/no-meaning 以后再议"])
    expect(told(decided("[adopted, latr]"))).toEqual(["gate/no-meaning latr"])
    expect(told(decided("{ 以后再议: latr }"))[0]).toBe("shape/unknown-word latr > later")
    expect(told(decided("[adopted, declined]"))).toEqual([])
  })
})

describe("Chinese punctuation", () => {
  it.each([
    ["ownership: { first-owner: [receiver，agent, supervisor] }", "yaml/punctuation ，", "receiver, agent"],
    ["ownership: { first-owner: [receiver、agent] }", "yaml/punctuation 、", "receiver, agent"],
    ["events: 【paid、refunded】", "yaml/punctuation 【", "[paid, refunded]"],
    ["roles: { a: { title: A }，b: { title: B } }", "yaml/punctuation ，", ", "],
    ["channels: { shop: { mode: passive } } ＃ ours", "yaml/punctuation ＃", "#"]
  ])("F-C15 · %s: the sign is reported with its replacement", (line, finding, fix) => {
    expect(told(`${head}${line}\n`)).toEqual([`${finding} > ${fix}`])
  })

  it.each([
    ["两个工作日", "2 个工作日"],
    ["十五天", "15 天"],
    ["三十分钟内", "30 分钟"],
    ["24小时内", "24 小时"]
  ])("F-C15 · the duration %s is reported with the intended one", (length, meant) => {
    const text = `${head}clocks: { first: { within: ${length}, met-by: told-customer } }\n`
    expect(told(text)).toEqual([`value/bad-length ${length} > ${meant}`])
  })
})
