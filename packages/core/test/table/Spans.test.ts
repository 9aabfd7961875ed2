/** Every word for the length of a span, and every word for yes and no: one test for each word. */
import { expect, it } from "vitest"
import { encode, type FactType, render } from "../../src/table/Fact.ts"

const span: FactType = { _tag: "Span" }

const rows: readonly (readonly [words: string, ms: number])[] = [
  ["w week weeks 周", 604_800_000],
  ["d day days 天", 86_400_000],
  ["h hour hours 小时", 3_600_000],
  ["m min minute minutes 分钟", 60_000],
  ["s second seconds 秒", 1_000],
  ["ms millisecond milliseconds 毫秒", 1]
]

it.each(rows.flatMap(([words, ms]) => words.split(" ").map((word) => [word, ms] as const)))(
  "3 %s are three times %i ms",
  (word, ms) => {
    expect(encode(span, `3 ${word}`)).toBe(3 * ms)
    expect(encode(span, `3${word}`)).toBe(3 * ms)
  }
)

it.each([
  [604_800_000, "1 week"],
  [1_209_600_000, "2 weeks"],
  [691_200_000, "8 days"],
  [86_400_000, "1 day"],
  [90_000_000, "1 day 1 hour"],
  [7_200_000, "2 hours"],
  [60_000, "1 minute"],
  [61_001, "1 minute 1 second 1 millisecond"],
  [0, "0 minutes"]
])("%i ms are written as %s", (ms, text) => expect(render(span, ms)).toBe(text))

it.each<readonly [word: string | boolean, code: number | undefined]>([
  [true, 1],
  ["yes", 1],
  ["Yes", 1],
  ["true", 1],
  ["是", 1],
  [false, 0],
  ["no", 0],
  ["false", 0],
  ["否", 0],
  ["perhaps", undefined],
  ["", undefined]
])("%j is %j as a yes or no", (word, code) => expect(encode({ _tag: "Flag" }, word)).toBe(code))
