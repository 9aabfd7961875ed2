import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { readFile } from "../../src/shape/Check.ts"
import { countSteps, type Steps } from "./Steps.ts"

const mega = 1 << 20
const fill = (text: string, size: number) => text.repeat(Math.ceil(size / text.length)).slice(0, size)
const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index)).join("\n")
const head = "hearback: 1\npolicy: a\nlanguage: en\n"

/** Texts that make parsers slow, deep or large, each with the first code that is reported. */
const texts: ReadonlyArray<readonly [title: string, code: string, text: string]> = [
  ["deep lists", "file/too-deep", fill("[", mega)],
  ["deep maps", "file/too-deep", fill("{a: ", mega)],
  ["deep rows", "file/too-deep", fill("- ", mega)],
  ["deep indentation", "file/too-deep", rows(1400, (depth) => `${" ".repeat(depth)}a:`)],
  ["a flood of entries", "file/too-many-parts", fill("k: v\n", mega)],
  ["a flood of commas", "yaml/syntax", `[${fill(",", 30_000)}]`],
  ["a flood of brackets", "yaml/syntax", fill("]", 30_000)],
  ["a flood of quotes", "yaml/quote-the-text", fill('"', 50_000)],
  ["a flood of anchors", "yaml/anchor", fill("&a ", 40_000)],
  ["a flood of tags", "yaml/tag", fill("!t ", 40_000)],
  ["a flood of unfinished lists", "yaml/syntax", fill("a: [b\n", 20_000)],
  ["a flood of tests", "yaml/quote-the-test", fill("a: >= 5\n", 20_000)],
  ["a flood of full-width colons", "yaml/colon", fill("键：值\n", 50_000)],
  ["a bomb of aliases", "yaml/anchor", `a: &a [x, x]\n${rows(50, (at) => `b${at}: &b${at} [*a, *a, *b${at - 1}]`)}`],
  [
    "keys without values",
    "yaml/empty-value",
    `${head}facts: {${Array.from({ length: 5_000 }, (_, at) => `k${at}`).join(",")}}`
  ],
  ["unknown keys", "shape/unknown-key", head + rows(4_000, (at) => `k${at}: ${at}`)],
  ["numbers for words", "yaml/number-as-text", `${head}dictionary: { negation: [${fill("12,", 30_000)}] }`],
  [
    "rows with a misspelt key",
    "shape/unknown-key",
    `${head}grading: { u: { rules: [${"{ when: { a: 1 }, than: 2 },".repeat(1000)}] } }`
  ],
  ["one long word", "shape/wrong-type", fill("x", mega)],
  ["one long text", "shape/wrong-type", fill("a\n", mega)],
  ["ten megabytes", "file/too-large", fill("a: b\n", 10 * mega)]
]

describe("a hostile file", () => {
  let count: Steps
  beforeAll(() => {
    count = countSteps()
  })
  afterAll(() => count.end())

  it.each(texts)("is answered quickly: %s", (_title, code, text) => {
    let diagnostics: ReturnType<typeof readFile>["diagnostics"] = []
    const steps = count.of(() => {
      diagnostics = readFile({ path: "f", text }, "policy").diagnostics
    })
    expect(diagnostics[0]?.code).toBe(code)
    expect(diagnostics.length).toBeLessThanOrEqual(1300)
    // The work is linear in the size of the text. The most expensive text (unfinished lists) takes 85 steps for each
    // character.
    expect(steps).toBeLessThan(50_000 + 100 * text.length)
  })
})
