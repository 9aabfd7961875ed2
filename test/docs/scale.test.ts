/** The page on large stores reckons: every figure in it that follows from others is computed again. */
import { describe, expect, it } from "vitest"
import { textOf } from "./Markdown.ts"

interface Row {
  readonly symbol: string
  readonly value: string
  /** How it follows from others; empty for what was measured, assumed or given. */
  readonly formula: string
}

const rowsOf = (file: string): readonly Row[] =>
  [...textOf(file).matchAll(/^\| `(\w+)` \|[^|]*\| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, symbol = "", value = "", from = ""]) => ({ symbol, value, formula: /^`([^`]+)`$/.exec(from)?.[1] ?? "" })
  )
const rows = rowsOf("docs/scale.md")

const units: Readonly<Record<string, number>> = { kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, "%": 0.01 }

/** Returns a value as it is shown: `1,200`, `5.4 kB`, `90%`. What else stands behind a number says what is counted. */
const amountOf = (text: string): number => {
  const [, number = "", unit = ""] = /^([\d,.]+) ?(\S*)/.exec(text) ?? []
  return Number(number.replaceAll(",", "")) * (units[unit] ?? 1)
}

/** Computes sums and products of numbers and symbols, in brackets too. */
const compute = (formula: string, known: ReadonlyMap<string, number>): number => {
  const words = formula.match(/[\w.]+|[-+*/()]/g) ?? []
  let at = 0
  const factor = (): number => {
    const word = words[at++] ?? ""
    if (word !== "(") return known.get(word) ?? Number(word)
    const inner = sum()
    at++
    return inner
  }
  const product = (): number => {
    let value = factor()
    while (words[at] === "*" || words[at] === "/") value = words[at++] === "*" ? value * factor() : value / factor()
    return value
  }
  const sum = (): number => {
    let value = product()
    while (words[at] === "+" || words[at] === "-") value = words[at++] === "+" ? value + product() : value - product()
    return value
  }
  return sum()
}

describe("the page on large stores", () => {
  const known = new Map(rows.map(({ symbol, value }) => [symbol, amountOf(value)]))

  it("has a value for each symbol, once", () => {
    expect(rows.length).toBeGreaterThan(20)
    expect(new Set(rows.map(({ symbol }) => symbol)).size).toBe(rows.length)
    expect(rows.filter(({ symbol }) => !((known.get(symbol) ?? 0) > 0))).toEqual([])
  })

  it.each(rows.filter(({ formula }) => formula !== ""))("$symbol is $value: $formula", ({ symbol, formula }) => {
    const shown = known.get(symbol) ?? 0
    // Three digits are shown.
    expect(Math.abs(compute(formula, known) / shown - 1)).toBeLessThan(0.006)
  })

  it("has the same values in Chinese", () => {
    expect(rowsOf("docs/zh-CN/scale.md")).toEqual(rows)
  })

  it("would find a value that is another", () => {
    expect(compute("2 * (a + 3) - 8 / 4", new Map([["a", 1.5]]))).toBe(7)
    expect(amountOf("5.4 kB")).toBe(5_400)
    expect(amountOf("1,200 a day")).toBe(1_200)
  })

  it("takes the size of a submission on SQLite from the list of limits", () => {
    const [, megabytes] = /100,000 submissions on disk \| [^|]+ \| (\d+) MB/.exec(textOf("docs/limits.md")) ?? []
    expect((known.get("sqlite") ?? 0) * 100_000).toBe(Number(megabytes) * 1e6)
  })
})
