import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { character } from "../../../../test/Character.ts"
import * as Words from "../../src/language/Words.ts"
import { expectQuick, hostile } from "./hostile.ts"

const find = (words: readonly string[], text: string): readonly string[] =>
  Words.compile(words.map((word) => ({ word })))
    .find(text)
    .map(({ start, end }) => text.slice(start, end))

/** The same result by trying every word at every place. */
const naive = (words: readonly string[], text: string): readonly (readonly [number, number])[] => {
  const letter = (at: number): boolean => /[a-z0-9]/i.test(text[at] ?? " ")
  const boundary = (at: number): boolean => !letter(at - 1) || !letter(at)
  const hits: [number, number][] = []
  for (let at = 0; at < text.length; ) {
    const fitting = words
      .filter((word) => text.startsWith(word, at) && boundary(at) && boundary(at + word.length))
      .sort((a, b) => b.length - a.length)
    const [longest] = fitting
    if (longest !== undefined) hits.push([at, at + longest.length])
    at += longest?.length ?? 1
  }
  return hits
}

describe("Words", () => {
  it("K1 · a Latin word matches whole words, a Chinese one anywhere", () => {
    expect(find(["pass"], "compass broken")).toEqual([])
    expect(find(["pass"], "my PASS, please")).toEqual(["PASS"])
    expect(find(["退款"], "我想申请退款可以吗")).toEqual(["退款"])
    expect(find(["pass"], "请退pass卡")).toEqual(["pass"])
    expect(find(["pass"], "pass2 and pässe pass")).toEqual(["pass"])
  })

  it("K1 · the longest word wins if words begin alike or contain each other", () => {
    expect(find(["退款", "退款失败", "款"], "退款失败，没退款")).toEqual(["退款失败", "退款"])
    expect(find(["charged", "charged twice"], "I was charged twice and charged")).toEqual(["charged twice", "charged"])
  })

  it("takes the shorter word if the longer one is not whole", () => {
    expect(find(["charge", "charge back"], "charge backs")).toEqual(["charge"])
  })

  it.each([
    ["case and width", "退款ABC", "ｔ退款ａｂＣ", "退款ａｂＣ"],
    ["an ideographic space", "charged twice", "Charged　Twice", "Charged　Twice"],
    ["a line break and more blanks", "charged twice", "was charged \r\n  twice.", "charged \r\n  twice"],
    ["a curly apostrophe", "didn't", "He didn’t say", "didn’t"],
    ["characters nobody sees", "退款", "退\u200b\u00ad款", "退\u200b\u00ad款"],
    ["blanks between Chinese characters", "退款失败", "退 款　失  败", "退 款　失  败"],
    ["traditional forms", "账单不对", "帳單不對", "帳單不對"],
    ["a ligature", "refund office", "refund oﬃce", "refund oﬃce"],
    ["a radical in place of a character", "⽤不了", "用不了", "用不了"],
    ["how an accent is written", "café", "the cafe\u0301 bill", "cafe\u0301"],
    ["how the dictionary writes an accent", "cafe\u0301", "the café bill", "café"]
  ])("ignores %s", (_, word, text, slice) => {
    expect(find([word], text)).toEqual([slice])
  })

  it("a line break between two Chinese characters separates them", () => {
    expect(find(["退款"], "请退\n款")).toEqual([])
  })

  it("matches signs and surrogate pairs exactly", () => {
    expect(find(["😡", "c++"], "C++ 😡😠 c+++")).toEqual(["C++", "😡", "c++"])
    expect(find(["𠮷野"], "在𠮷野家")).toEqual(["𠮷野"])
    expect(find(["😡"], "\ude21\ud83d \ud83d")).toEqual([])
  })

  it("never matches an empty term, and finds nothing in an empty text", () => {
    expect(find(["", "  ", "\u200b"], "some text")).toEqual([])
    expect(find([], "some text")).toEqual([])
    expect(find(["a"], "")).toEqual([])
  })

  it("says which terms a hit is for, and keeps layers apart", () => {
    const words = Words.compile([
      { word: "不满" },
      { word: "不满意", layer: 1 },
      { word: "不满", layer: 1 },
      { word: "不满" }
    ])
    expect(words.find("很不满意")).toEqual([
      { word: "不满", start: 1, end: 3, layer: 0, terms: [0, 3] },
      { word: "不满意", start: 1, end: 4, layer: 1, terms: [1] }
    ])
  })

  it("reads a part of a text with offsets of the whole text", () => {
    const words = Words.compile([{ word: "pass" }])
    expect(words.find("pass compass pass", 4).map(({ start }) => start)).toEqual([13])
    expect(words.find("compass", 3).map(({ start }) => start)).toEqual([3])
  })

  it("agrees with trying every word at every place, and never overlaps", () => {
    const alphabet = fc.constantFrom("a", "b", " ", "不", "满", "意")
    // A blank between two Chinese characters is not seen, so the expectation has none.
    const seen = (written: string): string => written.replace(/ +/g, " ").replace(/(?<=[不满意]) (?=[不满意])/g, "")
    const word = fc.array(alphabet, { minLength: 1, maxLength: 4 }).map((units) => seen(units.join("").trim()))
    const text = fc.array(alphabet, { maxLength: 40 }).map((units) => seen(units.join("")))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), text, (given, on) => {
        const words = [...new Set(given.filter((of) => of !== ""))]
        const hits = Words.compile(words.map((of) => ({ word: of }))).find(on)
        expect(hits.map(({ start, end }) => [start, end])).toEqual(naive(words, on))
        const wrong = hits.filter(
          ({ start, end, word: of }, i) => on.slice(start, end) !== of || start < (hits[i - 1]?.end ?? 0)
        )
        expect(wrong).toEqual([])
      }),
      { numRuns: 500 }
    )
  })

  it("takes any string without an error", () => {
    const words = Words.compile([{ word: "a" }, { word: "é" }, { word: "\ud83d" }])
    fc.assert(
      fc.property(fc.string({ unit: character }), (text) => {
        for (const { start, end } of words.find(text))
          expect(start >= 0 && end <= text.length && start < end).toBe(true)
      })
    )
  })

  it("reads 80 000 characters of the worst text", () => {
    const words = Words.compile(Array.from({ length: 200 }, (_, i) => ({ word: "啊".repeat(i + 1) })))
    expectQuick(() => expect(words.find(hostile("啊")).length).toBe(400))
  })
})
