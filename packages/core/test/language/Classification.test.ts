import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { character } from "../../../../test/Character.ts"
import * as Classify from "../../src/language/Classification.ts"
import * as Words from "../../src/language/Words.ts"
import { expectQuick, hostile } from "./hostile.ts"

const nothing: Classify.Dictionary = {
  kinds: [],
  otherwiseKind: "complaint",
  categories: [],
  emotions: [],
  tone: [],
  negation: ["not", "never", "no", "不", "没", "没有", "并非"],
  stronger: ["very", "totally", "非常", "太", "实在"],
  weaker: ["a bit", "slightly", "有点", "稍微"],
  signals: [],
  sureAbove: 0.7
}
const emotions = [
  { level: "furious", words: ["unacceptable", "太差了", "furious"] },
  { level: "upset", words: ["disappointed", "angry", "失望", "不满", "着急"] },
  { level: "mild", words: ["a pity", "希望下次注意"] }
]
const kinds = [
  { kind: "praise", words: ["excellent", "well done", "点赞", "满意"] },
  { kind: "suggestion", words: ["like to suggest", "I suggest", "建议"] },
  { kind: "inquiry", words: ["how do I", "请问", "怎么办理"] }
]
const categories = [
  { name: "response", words: ["响应慢", "没人回复", "no reply"] },
  { name: "fee", words: ["多收费", "账单不对", "overcharged"] },
  { name: "function", words: ["闪退", "报错", "crash"] },
  { name: "delivery", words: ["没收到货", "damaged"] },
  { name: "improvement", words: ["希望增加"], kind: "suggestion" }
]
const full: Classify.Dictionary = {
  ...nothing,
  emotions,
  kinds,
  categories,
  otherwise: "other",
  signals: [
    { name: "courtesy", words: ["thanks", "谢谢", "收到"] },
    { name: "vague", words: ["not good", "不满意"], ask: "what-happened" },
    { name: "safety", words: ["着火", "injured"] }
  ]
}
const { classify } = Classify.compile(full)
const emotionOf = (text: string): string | undefined => classify(text).emotion
const kindOf = (text: string): string => classify(text).kind

describe("Classify: emotion", () => {
  it.each([
    ["失望", "upset"],
    ["非常失望", "furious"],
    ["有点失望", "mild"],
    ["不失望", undefined],
    ["I am disappointed", "upset"],
    ["very disappointed", "furious"],
    ["slightly disappointed", "mild"],
    ["not disappointed", undefined]
  ])("K11 · %s is %s", (text, level) => {
    expect(emotionOf(text)).toBe(level)
  })

  it("K11 · says which word moved it, and its level before and after", () => {
    const text = "说实话，我有点失望。"
    const [hit] = classify(text).emotionHits
    expect(hit).toEqual({ word: "失望", start: 7, end: 9, level: "mild", moved: "weaker", by: "有点" })
    expect(text.slice(hit?.start, hit?.end)).toBe("失望")
  })

  it.each([
    ["非常非常失望", "furious"],
    ["实在太让我失望了", "furious"],
    ["very unacceptable", "furious"],
    ["有点希望下次注意", "mild"],
    ["very kind people. I am disappointed", "upset"],
    ["非常快，失望", "upset"]
  ])("moves one level, within the scale and the clause: %s is %s", (text, level) => {
    expect(emotionOf(text)).toBe(level)
  })

  it("K2 · a negated emotion is no hit", () => {
    expect(classify("not angry at all, thanks")).toMatchObject({
      emotion: undefined,
      emotionHits: [],
      signals: ["courtesy"]
    })
  })

  it("K2 · quoted messages and signatures are not read", () => {
    const text =
      "It works now, thanks\n\nOn Mon, 3 Nov 2026 at 10:00, Li Na wrote:\n> I am furious, unacceptable!\n> 太差了"
    expect(classify(text)).toMatchObject({ emotion: undefined, hits: [], signals: ["courtesy"] })
    expect(emotionOf("已解决\n-----原始邮件-----\n太差了")).toBeUndefined()
    expect(emotionOf("Solved.\n-- \nFurious Games Ltd")).toBeUndefined()
  })

  it.each([
    "没有失望",
    "并非失望",
    "不是很失望",
    "不太失望",
    "没有让我失望",
    "从来没有失望过",
    "毫不失望",
    "I'm not very angry",
    "I was never really disappointed",
    "no angry words",
    "I wasn’t disappointed",
    "we don't feel disappointed",
    "not in the least angry",
    "I do not think I am angry",
    "they did not make us angry"
  ])("hears the negation in %j", (text) => {
    expect(emotionOf(text)).toBeUndefined()
  })

  it.each([
    ["不是不失望", "upset"],
    ["没有不满", undefined],
    ["不得不失望", "upset"],
    ["I can't say I'm not angry", "upset"],
    ["不仅失望", "upset"],
    ["不但失望，而且着急", "upset"],
    ["not only angry", "upset"],
    ["是不是失望了", "upset"],
    ["never been so disappointed", "upset"],
    ["从没这么失望过", "upset"],
    ["not sure why but I am angry", "upset"],
    ["I do not know why I am angry", "upset"],
    ["Not again! I am angry", "upset"],
    ["不退款我很失望", "upset"],
    ["没解决，失望", "upset"],
    ["not good I am angry", "upset"],
    ["your app does not work I am angry", "upset"],
    ["the lift was not fixed we’re angry", "upset"],
    ["notable, angry", "upset"]
  ])("takes %j for %s: doubled, emphatic or meant for something else", (text, level) => {
    expect(emotionOf(text)).toBe(level)
  })

  it("a longer hit removes a word of negation or degree inside it", () => {
    expect(emotionOf("不满")).toBe("upset")
    expect(emotionOf("没收到货失望")).toBe("upset")
    expect(classify("太差了").emotionHits).toEqual([{ word: "太差了", start: 0, end: 3, level: "furious" }])
  })

  it("is the strongest level found", () => {
    expect(emotionOf("有点失望，太差了，a pity")).toBe("furious")
  })
})

describe("Classify: category", () => {
  it("weighs distinct words, longer ones more, and says how sure it is", () => {
    expect(classify("响应慢，没人回复，另外报错")).toMatchObject({
      category: "response",
      confidence: 7 / 9,
      sure: true,
      second: { category: "function", confidence: 2 / 9 },
      review: false
    })
    expect(classify("报错，报错，还是报错，响应慢")).toMatchObject({
      category: "response",
      confidence: 0.6,
      review: true
    })
  })

  it("gives every hit with its offsets in the original text", () => {
    const text = "你好！\r\n> 旧的：报错\r\nＡpp 又闪退，CRASH again 😡 多收费"
    const { hits } = classify(text)
    expect(hits.map(({ start, end, category }) => [text.slice(start, end), category])).toEqual([
      ["闪退", "function"],
      ["CRASH", "function"],
      ["多收费", "fee"]
    ])
  })

  it("K3 · a tie goes to review with both candidates and their spans", () => {
    const text = "多收费，响应慢"
    const found = classify(text)
    expect(found).toMatchObject({ category: "other", confidence: 0.5, sure: false, review: true })
    expect(
      found.candidates?.map(({ category, hits }) => [category, hits.map(({ start, end }) => text.slice(start, end))])
    ).toEqual([
      ["fee", ["多收费"]],
      ["response", ["响应慢"]]
    ])
    expect(Classify.compile({ ...nothing, categories }).classify(text).category).toBeUndefined()
  })

  it("K3 · a word of two categories is a tie", () => {
    const twice = Classify.compile({
      ...nothing,
      categories: [
        { name: "b", words: ["报错"] },
        { name: "a", words: ["报错"] }
      ]
    })
    expect(twice.classify("报错").candidates?.map(({ category }) => category)).toEqual(["a", "b"])
  })

  const nested = Classify.compile({
    ...nothing,
    otherwise: "other",
    categories: [
      { name: "billing", words: ["invoice"] },
      { name: "double", words: ["charged twice"], under: "billing" },
      { name: "refund", words: ["no refund"], under: "billing" },
      { name: "technical", words: ["crash"] },
      { name: "other", words: [] }
    ]
  })

  it("K3 · a tie below one parent gives the parent", () => {
    expect(nested.classify("charged twice, no refund")).toMatchObject({ category: "billing", review: true })
    expect(nested.classify("invoice, crash").category).toBe("other")
  })

  it("takes the more specific category, with its parent's words as support", () => {
    expect(nested.classify("invoice: charged twice")).toMatchObject({ category: "double", confidence: 1, sure: true })
    expect(nested.classify("invoice wrong")).toMatchObject({ category: "billing", confidence: 1 })
    expect(nested.classify("charged twice, crash, invoice").confidence).toBeCloseTo(6 / 8)
  })

  it("ends if categories are under each other in a cycle", () => {
    const circle = Classify.compile({
      ...nothing,
      categories: [
        { name: "a", words: ["报错"], under: "b" },
        { name: "b", words: [], under: "a" }
      ]
    })
    expect(circle.classify("报错").category).toBe("a")
  })

  it("K12 · words of no category give the otherwise category, for review, without emotion", () => {
    expect(classify("不太行")).toMatchObject({
      category: "other",
      confidence: 0,
      sure: false,
      hits: [],
      review: true,
      emotion: undefined
    })
  })

  it("asks for no review of a score without words, or if the policy has no categories", () => {
    expect(classify("  ")).toMatchObject({ category: "other", review: false, kind: "complaint" })
    expect(Classify.compile(nothing).classify("hello")).toMatchObject({ category: undefined, review: false })
    expect(classify("> everything here is quoted").review).toBe(true)
  })

  it("K3 · the same words give the same answer in any order of the dictionary", () => {
    const text = fc
      .array(
        fc.constantFrom(
          "响应慢",
          "多收费",
          "报错",
          "闪退",
          "失望",
          "不",
          "非常",
          "建议",
          "希望增加",
          "，",
          "excellent ",
          "not ",
          "收到"
        ),
        {
          maxLength: 12
        }
      )
      .map((parts) => parts.join(""))
    const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
      fc.shuffledSubarray([...items], { minLength: items.length })
    fc.assert(
      fc.property(text, shuffled(categories), shuffled(kinds), (given, otherCategories, otherKinds) => {
        const other = Classify.compile({ ...full, categories: otherCategories, kinds: otherKinds })
        expect(other.classify(given)).toEqual(classify(given))
      })
    )
  })
})

describe("Classify: kind", () => {
  it("K10 · I'd like to suggest is a suggestion", () => {
    expect(kindOf("I'd like to suggest a dark mode")).toBe("suggestion")
    expect(kindOf("建议增加导出")).toBe("suggestion")
    expect(kindOf("希望增加导出")).toBe("suggestion")
  })

  it("K10 · the words `I complain` make a complaint, whatever else is asked or praised, unless they are negated", () => {
    const said = Classify.compile({
      ...full,
      kinds: [{ kind: "complaint", words: ["我要投诉", "to complain"] }, ...kinds]
    })
    expect(said.classify("我要投诉，请问怎么办理").kind).toBe("complaint")
    expect(said.classify("Well done so far. I want to complain about the rest.").kind).toBe("complaint")
    expect(said.classify("I do not want to complain, I suggest a second door").kind).toBe("suggestion")
    expect(said.classify("不是我要投诉，请问怎么办理").kind).toBe("inquiry")
  })

  it("K10 · dissatisfaction makes a complaint without the word", () => {
    expect(kindOf("nobody called me back")).toBe("complaint")
    expect(kindOf("I'd like to suggest you answer mails. Unacceptable!")).toBe("complaint")
    expect(kindOf("Excellent, I am disappointed")).toBe("complaint")
    expect(kindOf("请问怎么办理，太差了")).toBe("complaint")
  })

  it("a second-level emotion overrules only what does not outweigh it", () => {
    expect(kindOf("请问怎么办理？很着急")).toBe("inquiry")
  })

  it("F-W5 · praise beside a second-level emotion is not praise: a person is asked", () => {
    for (const text of ["Excellent, well done, I was disappointed before", "点赞，很满意，上次失望"])
      expect(classify(text)).toMatchObject({ kind: "complaint", isKindSure: false })
  })

  it("negation cancels praise", () => {
    expect(classify("this is not excellent")).toMatchObject({ kind: "complaint", kindHits: [] })
    expect(kindOf("不满意")).toBe("complaint")
    expect(kindOf("没有不满意")).toBe("praise")
    expect(kindOf("excellent")).toBe("praise")
  })

  it("prefers the kind that gives the customer more if words weigh the same", () => {
    expect(kindOf("点赞，建议")).toBe("suggestion")
    expect(kindOf("建议，请问")).toBe("inquiry")
  })
})

describe("Classify: signals", () => {
  it("gives each signal once, in the order of the dictionary, with its places", () => {
    const found = classify("着火了！收到，谢谢")
    expect(found.signals).toEqual(["courtesy", "safety"])
    expect(found.signalHits.map(({ word, signal }) => [word, signal])).toEqual([
      ["着火", "safety"],
      ["收到", "courtesy"],
      ["谢谢", "courtesy"]
    ])
  })

  it("a negation right before a word makes another word of it", () => {
    expect(classify("没收到货").signals).toEqual([])
    expect(classify("打不着火").signals).toEqual([])
    expect(classify("nobody is not badly injured").signals).toEqual(["safety"])
    expect(classify("not good").signals).toEqual(["vague"])
  })
})

describe("Classify: hostile texts", () => {
  it.each([
    ["blanks", " "],
    ["negations", "不"],
    ["emotions", "失望"],
    ["negations and emotions", "不失望"],
    ["degrees", "very "],
    ["a clause without an end", "not a word of it "],
    ["half pairs", "\ud83d"],
    ["line breaks", "\n"]
  ])("reads 80 000 characters of %s", (_, unit) => {
    expectQuick(() => expect(classify(hostile(unit)).kind).toBe("complaint"))
  })

  it("takes any string, and every offset gives its word", () => {
    const piece = fc.oneof(
      fc.string({ unit: character, maxLength: 8 }),
      fc.constantFrom("不", "失望", "报错", "not ", "angry ", "\n> ", "，")
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }).map((parts) => parts.join("")),
        (text) => {
          const found = classify(text)
          for (const hit of [...found.hits, ...found.emotionHits, ...found.signalHits, ...found.kindHits]) {
            const slice = text.slice(hit.start, hit.end)
            const alone = Words.compile([{ word: hit.word }]).find(slice)
            expect(alone.map(({ start, end }) => [start, end])).toEqual([[0, slice.length]])
          }
        }
      )
    )
  })
})
