/** Intake, dictionary and grading that contradict themselves: each has one finding at its place. */
import { describe, expect, it } from "vitest"
import { compiled, head } from "./Sample.ts"

/** Returns `code at words`. */
const told = (text: string): readonly string[] =>
  compiled(head + text).diagnostics.map(
    ({ code, primary: { span } }) => `${code} ${span.file.text.slice(span.start, span.end)}`
  )

const survey = (more: string): readonly string[] =>
  told(`channels: { r: { mode: active, question: "How?", ${more} } }\n`)

describe("IN-4, IN-6 · channels and forms", () => {
  it("a scale has two numbers, the lower first", () => {
    for (const scale of ["[3]", "[3, 1]", "[1, 2, 3]", "[2, 2]"])
      expect(survey(`scale: ${scale}, kind-by-score: { complaint: 3 }`)).toEqual([`channel/bad-scale ${scale}`])
    expect(survey("scale: [1, five]")).toEqual(["shape/wrong-type five"])
    expect(survey("scale: [-1, 1], kind-by-score: { complaint: -1, praise: 1 }")).toEqual([])
  })

  it("each kind has a score of its own, whether or not the channel gives its scale", () => {
    expect(survey(`scale: [1, 3], kind-by-score: { complaint: 7, praise: 1 }`)).toEqual(["channel/score-never 7"])
    expect(survey(`scale: [1, 5], kind-by-score: { complaint: "<= 3", praise: "[2..3]" }`)).toEqual([
      'channel/score-never "[2..3]"'
    ])
    expect(survey(`scale: [1, 5], kind-by-score: { complaint: "<= 3", praise: ">= 3" }`)).toEqual([
      'channel/score-twice ">= 3"'
    ])
    expect(survey(`kind-by-score: { complaint: "<= 3", praise: 2 }`)).toEqual(["channel/score-never 2"])
  })

  it("the pause between surveys is not longer than the period of a survey", () => {
    expect(survey("frequency: weekly, rest: 30 days")).toEqual(["channel/rest-too-long 30 days"])
    expect(survey("frequency: monthly, rest: 30 days")).toEqual([])
    expect(survey("frequency: quarterly, rest: 3 months")).toEqual([])
    expect(survey("frequency: quarterly, rest: 4 months")).toEqual(["channel/rest-too-long 4 months"])
  })

  it("a misspelt mode is one finding", () => {
    expect(told('channels: { r: { mode: activ, frequency: monthly, question: "How?" } }\n')).toEqual([
      "shape/unknown-word activ"
    ])
    expect(
      told('channels: { r: { mode: rutine, frequency: weekly, owner: agent, question: "Round", scale: [3] } }\n')
    ).toEqual(["shape/unknown-word rutine", "channel/bad-scale [3]"])
  })

  it("a field is required or offered, and a question has words", () => {
    expect(told("intake: { form: { require: [verbatim, where], offer: [where] } }\n")).toEqual([
      "form/field-twice where"
    ])
    // A channel may require what every channel offers.
    expect(
      told("intake: { form: { offer: [where] } }\nchannels: { web: { form: { require: [verbatim, where] } } }\n")
    ).toEqual([])
    expect(told('intake: { form: { questions: { wher: "Where?" } } }\n')).toEqual(["form/idle-question wher"])
    expect(told('intake: { form: { questions: { where: "Where?", amount: "How much?" } } }\n')).toEqual([])
  })
})

describe("CL-1 … CL-5 · the dictionary", () => {
  it("a word may not stand for two things that exclude each other", () => {
    const two = (under: string) =>
      told(
        `dictionary: { categories: { a: { words: [Invoice], defaults: { urgency: urgent } }, b: { words: [invoice], ${under}defaults: { urgency: routine } } } }\n`
      )
    expect(two("")).toEqual(["dictionary/word-twice invoice"])
    expect(two("under: a, ")).toEqual([])
    expect(told("dictionary: { emotions: { furious: [angry], upset: [angry] } }\n")).toEqual([
      "dictionary/word-twice angry"
    ])
    expect(told("dictionary: { intensifiers: { stronger: [quite], weaker: [quite] } }\n")).toEqual([
      "dictionary/word-twice quite"
    ])
  })

  it("one role reviews and one decides", () => {
    expect(told("dictionary: { review-by: [supervisor, agent] }\n")).toEqual(["shape/wrong-type [supervisor, agent]"])
    expect(told("ownership: { handover: { arbiter: [supervisor, manager] } }\n")).toEqual([
      "shape/wrong-type [supervisor, manager]"
    ])
  })
})

describe("GR-1 … GR-3 · grading", () => {
  it("a level comes from rules or from a matrix", () => {
    const matrix =
      "matrix: { urgent: { big: P1, small: P1 }, important: { big: P1, small: P2 }, routine: { big: P2, small: P2 } }"
    const size =
      'size: { levels: [big, small], rules: [{ when: { amount: ">= 9" }, then: big }, { otherwise: small }] }'
    const rules = "rules: [{ when: { emotion: furious }, then: P1 }, { otherwise: P2 }]"
    expect(told(`grading: { ${size}, priority: { levels: [P1, P2], ${rules}, ${matrix} } }\n`)).toEqual([
      "grade/two-sources rules"
    ])
    expect(told(`grading: { ${size}, priority: { levels: [P1, P2], ${matrix} } }\n`)).toEqual([])
  })

  it("a dimension needs rows", () => {
    expect(told("grading: { size: { levels: [big, small], rules: [] } }\n")).toEqual(["grade/no-source size"])
  })

  it("a lift must raise the level", () => {
    const lift = (how: string) => told(`grading: { urgency: { lift: [{ when: { signal: vague }, ${how} }] } }\n`)
    expect(lift("up: 0")).toHaveLength(1)
    expect(lift("at-least: routine")).toHaveLength(1)
    expect(lift("up: 1")).toEqual([])
    expect(lift("at-least: important")).toEqual([])
  })

  it("an assumption with a fault excludes nothing from the tables", () => {
    expect(told('assume: [{ never: { kind: rant }, because: "x" }]\n')).toEqual(["cell/unknown-value rant"])
  })
})

describe("findings about a file with Chinese keys", () => {
  it("name contradictions in the words of the file", () => {
    const text = `闭环: 1
策略: z
语言: zh-CN
继承: [pack:starter]
时区: Asia/Shanghai
币种: CNY
渠道:
  回访: { 方式: 主动, 频次: 每周, 间隔期: 30 天, 问题: 满意吗？, 分值: [1, 3], 按分定性: { 投诉: 7 } }
  来电: { 方式: 被动, 间隔期: 30 天 }
受理: { 表单: { 必填: [客户原话, 地点], 选填: [地点] } }
词典: { 程度词: { 加强: [颇], 减弱: [颇] } }
`
    const said = compiled(text).diagnostics.map(({ message }) => message["zh-CN"])
    expect(said.find((one) => one.includes("回访") && one.includes("频次"))).toContain("`每周`")
    expect(said.join("\n")).toMatch(/`投诉`[\s\S]*`间隔期`[\s\S]*`地点`[\s\S]*`加强`[\s\S]*`减弱`/)
  })
})
