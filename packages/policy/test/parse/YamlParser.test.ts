import { describe, expect, it } from "vitest"
import { repaired } from "../../src/diagnostic/Repair.ts"
import { parseYaml } from "../../src/parse/YamlParser.ts"
import { entriesOf, isScalar, toJson } from "../../src/source/Node.ts"
import { written } from "../../src/source/SourceFile.ts"
import { head, placed, unmarked } from "./Marked.ts"

const parse = (text: string) => parseYaml({ path: "shop.policy.yaml", text })

describe("the tree of a file", () => {
  it("follows YAML 1.2: no times, no octal numbers, and `yes` is no boolean", () => {
    const { tree } = parse("a: 2026-11-20\nb: 1:30\nc: yes\nd: NO\ne: true\nf: 012\ng: 09:00-12:00\nh: 1e3\n")
    const expected = { a: "2026-11-20", b: "1:30", c: "yes", d: "NO", e: true, f: 12, g: "09:00-12:00", h: 1000 }
    expect(tree && { ...(toJson(tree) as object) }).toEqual(expected)
  })

  it("keeps every scalar as it was written", () => {
    const { tree } = parse(`a: 00123\nb: "x"\nc: |\n  two\n  lines\nd: 1.10 # note\n`)
    const scalars = entriesOf(tree)
      .map(({ value }) => value)
      .filter(isScalar)
    expect(scalars.map(({ source }) => source)).toEqual(["00123", '"x"', "|\n  two\n  lines", "1.10"])
    expect(scalars.map(({ quoted }) => quoted)).toEqual([false, true, true, false])
    expect(scalars.map(({ value }) => value)).toEqual([123, "x", "two\nlines\n", 1.1])
  })

  it("gives the columns in which a line can begin that fits none above it", () => {
    const [found] = parse("facts:\n  vip: yes-no\n   size: text\n").diagnostics
    expect([found?.code, found?.help?.en]).toEqual([
      "yaml/syntax",
      expect.stringMatching(/^start the line in column 3 or 1: /)
    ])
  })

  it("has the place of every key and value", () => {
    const { tree } = parse("roles:\n  agent: { title: 客服 }\n  boss: {}\nlist:\n  - a\n  - b\n")
    expect(entriesOf(tree).map(({ key }) => written(key.span))).toEqual(["roles", "list"])
    const values = entriesOf(tree).map(({ value }) => written(value.span))
    expect(values).toEqual(["agent: { title: 客服 }\n  boss: {}", "- a\n  - b"])
  })

  it("takes keys as they are written, whatever they look like", () => {
    const { tree, diagnostics } = parse("5w1h: a\n8d: b\n2026: c\ntrue: d\n1.0: e\n")
    expect(diagnostics).toEqual([])
    expect(entriesOf(tree).map(({ key }) => key.text)).toEqual(["5w1h", "8d", "2026", "true", "1.0"])
  })

  it("is safe with keys that JavaScript objects have", () => {
    const { tree } = parse("__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\n")
    const json = tree && (toJson(tree) as Record<string, unknown>)
    expect(Object.keys(json ?? {})).toEqual(["__proto__", "constructor"])
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined()
  })

  it("accepts Windows line ends", () => {
    const { tree, diagnostics } = parse(head.replaceAll("\n", "\r\n"))
    expect(diagnostics).toEqual([])
    expect(tree && { ...(toJson(tree) as object) }).toEqual({ hearback: 1, policy: "shop", language: "en" })
  })
})

/** One fault in each text, with its place marked, and the text after its fix if there is one. */
const faults: ReadonlyArray<readonly [title: string, code: string, marked: string, fixed?: string]> = [
  ["a tab before a key", "yaml/tab", "a:\n⟦\t⟧b: 1\n", "a:\n  b: 1\n"],
  ["a tab behind a colon", "yaml/tab", "a:⟦\t⟧b\n", "a: b\n"],
  ["a key that stands there twice", "yaml/duplicate-key", "a: 1\n⟦a⟧: 2\n"],
  ["an entry that stands there twice", "yaml/duplicate-key", "a: 1\n⟦a⟧: 1\nb: 2\n", "a: 1\nb: 2\n"],
  ["what git could not merge", "yaml/merge-conflict", "a: 1\n⟦<<<<<<< HEAD⟧\nb: 1\n=======\nb: 2\n>>>>>>> other\n"],
  [
    "what git could not merge, with what was there before",
    "yaml/merge-conflict",
    "a:\r\n⟦<<<<<<< HEAD⟧\r\n  - b: [1\r\n||||||| 0a1b2c\r\n  - b: 0\r\n=======\r\n  - c: 2\r\n>>>>>>> other\r\n"
  ],
  ["a tag", "yaml/tag", "a: ⟦!!str ⟧5\n", "a: 5\n"],
  ["an anchor", "yaml/anchor", "a: ⟦&x ⟧[1]\n", "a: [1]\n"],
  ["an alias", "yaml/alias", "a: ⟦*x⟧\n"],
  ["a merge key", "yaml/merge-key", "⟦<<⟧: { a: b }\n"],
  ["a key without a value", "yaml/empty-value", "⟦told⟧:\nb: 1\n"],
  ["null", "yaml/empty-value", "⟦told⟧: null\n"],
  ["a tilde", "yaml/empty-value", "a: [x, ⟦~⟧]\n"],
  ["a key alone between brackets", "yaml/empty-value", "a: { b: c, ⟦optional⟧ }\n"],
  ["a full-width colon", "yaml/colon", "键⟦：⟧值\n", "键: 值\n"],
  [
    "a full-width colon with keys behind it",
    "yaml/colon",
    "角色⟦：⟧\n  agent: { title: x }\n",
    "角色:\n  agent: { title: x }\n"
  ],
  ["a full-width colon above another key", "yaml/colon", "a:\n  b⟦：⟧c\n  d: e\n", "a:\n  b: c\n  d: e\n"],
  [
    "a full-width colon between brackets",
    "yaml/colon",
    "a: { needs⟦：⟧result, by: owner }\n",
    "a: { needs: result, by: owner }\n"
  ],
  ["a colon without its blank", "yaml/colon", "a: b\ntitle⟦:⟧x\n", "a: b\ntitle: x\n"],
  ["a colon without its blank between brackets", "yaml/colon", "a: {needs⟦:⟧result}\n", "a: {needs: result}\n"],
  ["full-width quotes around a key", "yaml/full-width", "⟦“title”⟧: x\n", "title: x\n"],
  ["a full-width blank before a key", "yaml/full-width", "⟦　title⟧: x\n", "title: x\n"],
  ["a full-width blank that indents", "yaml/full-width", "facts:\n⟦　a⟧: text\nb: 1\n", "facts:\n  a: text\nb: 1\n"],
  ["a test that opens a block text", "yaml/quote-the-test", "amount: ⟦>= 5⟧\nb: 1\n", 'amount: ">= 5"\nb: 1\n'],
  [
    "a test without a blank that is read as an empty text",
    "yaml/quote-the-test",
    "amount: ⟦>5⟧\nb: 1\n",
    'amount: ">5"\nb: 1\n'
  ],
  ["a test between brackets", "yaml/quote-the-test", "w: { amount: ⟦>= 5⟧, b: c }\n", 'w: { amount: ">= 5", b: c }\n'],
  ["a test that is read as a tag", "yaml/quote-the-test", "w: { amount: ⟦!= 5⟧ }\n", 'w: { amount: "!= 5" }\n'],
  [
    "a range that is read as a list without an end",
    "yaml/quote-the-test",
    "w: { amount: ⟦[100..500)⟧, b: c }\nz: 2\n",
    'w: { amount: "[100..500)", b: c }\nz: 2\n'
  ],
  [
    "a sentence that its comma split",
    "yaml/comma",
    "q: { question: ⟦满意吗, 请按 1⟧ }\n",
    'q: { question: "满意吗, 请按 1" }\n'
  ],
  [
    "a sentence split into words that could be keys",
    "yaml/comma",
    "q: { question: ⟦满意吗, 请评分, 谢谢⟧, scale: [1, 2] }\n",
    'q: { question: "满意吗, 请评分, 谢谢", scale: [1, 2] }\n'
  ],
  [
    "a number that its commas split",
    "yaml/comma",
    "l: { per-case: ⟦1,200,000⟧, by: x }\n",
    "l: { per-case: 1200000, by: x }\n"
  ],
  ["a placeholder alone", "yaml/quote-the-text", "text: ⟦{result}⟧\n", 'text: "{result}"\n'],
  [
    "a placeholder at the beginning",
    "yaml/quote-the-text",
    "text: ⟦{result} and {reason}⟧\nb: 1\n",
    'text: "{result} and {reason}"\nb: 1\n'
  ],
  [
    "a placeholder between brackets",
    "yaml/quote-the-text",
    "m: { text: ⟦{result} 谢谢⟧, by: x }\n",
    'm: { text: "{result} 谢谢", by: x }\n'
  ],
  ["words behind a quote", "yaml/quote-the-text", 'text: ⟦"a" and b⟧\nz: 1\n', 'text: "\\"a\\" and b"\nz: 1\n'],
  ["a colon in a sentence", "yaml/quote-the-text", "text: ⟦note: this⟧\n", 'text: "note: this"\n'],
  ["a text that begins with a sign", "yaml/quote-the-text", "text: ⟦@home⟧\n", 'text: "@home"\n'],
  ["a quote without an end", "yaml/syntax", 'a: ⟦"⟧x\nb: 1\n'],
  ["a bracket without an end", "yaml/syntax", "a: ⟦[⟧x, y\nb: 1\n"],
  ["two keys in the last line", "yaml/syntax", "a:\n  - b: ⟦c⟧: \n"],
  ["a key of two signs in the last line", "yaml/syntax", "a:\n  - b: ⟦?⟧ \n"],
  ["a line that is indented by itself", "yaml/syntax", "a:\n  b: 1\n ⟦c⟧: 2\n"],
  ["a comma left out", "yaml/syntax", "a: { b: 1 ⟦c⟧: 2 }\n"],
  ["a line without a colon", "yaml/syntax", "⟦a⟧\nb: 1\n"],
  ["an escape that is none", "yaml/syntax", 'a: "⟦\\⟧q"\n'],
  ["a list as a key", "yaml/key-not-text", "a: { ⟦[⟧b]: c }\n"],
  ["a second document", "yaml/many-documents", "a: 1\n⟦---⟧\nb: 2\n"],
  ["a directive", "yaml/directive", "⟦%YAML 1.1⟧\n---\na: no\n"]
]

describe("a syntax error has one finding at its place", () => {
  it.each(faults)("%s", (_title, code, marked, fixed) => {
    const { text, start, end } = unmarked(head + marked)
    // A directive and a second head come before everything else.
    const whole = code === "yaml/directive" ? text.slice(head.length) : text
    const shift = text.length - whole.length
    const { file, diagnostics } = parse(whole)
    const [first] = diagnostics.map(placed)
    expect(diagnostics.map((each) => each.code)).toEqual([code])
    expect(first).toMatchObject({ start: start - shift })
    if (code !== "yaml/key-not-text") expect(first?.end).toBe(end - shift)
    if (fixed !== undefined) {
      expect(repaired(file, diagnostics)).toBe(head + fixed)
      expect(parse(head + fixed).diagnostics).toEqual([])
    }
  })

  it("a fix indents every line that full-width blanks indent", () => {
    const { file, diagnostics } = parse("facts:\n　a: text\n　b: date\nc: 1\n")
    expect(diagnostics.map(({ code }) => code)).toEqual(["yaml/full-width", "yaml/full-width"])
    expect(repaired(file, diagnostics)).toBe("facts:\n  a: text\n  b: date\nc: 1\n")
  })

  it("a fix never removes other lines around a key", () => {
    const text = "rules:\n    - { a: b }\n      - { otherwise: c }\n\nrest: 1\n"
    const { file, diagnostics } = parse(`x:\n  y: 1\n ${text}`)
    expect(diagnostics.map(({ code }) => code)).not.toContain("yaml/full-width")
    expect(repaired(file, diagnostics)).toBe(file.text)
  })

  it("a duplicate key has a finding with both places", () => {
    const [found] = parse("a: 1\nb: 2\na: 3\n").diagnostics
    expect(found?.related.map(({ span: at, conflict }) => [at.start, conflict])).toEqual([[0, true]])
  })

  it("an alias has a finding with its anchor", () => {
    const { diagnostics } = parse("a: &x 1\nb: *x\n")
    expect(diagnostics.map(({ code }) => code)).toEqual(["yaml/anchor", "yaml/alias"])
    expect(diagnostics[1]?.related[0]?.span.start).toBe(3)
  })

  it("all tests without quotes are reported at once", () => {
    const { diagnostics } = parse("a: { amount: >= 5, b: <3 }\nq: { amount: > 3 }\n")
    expect(diagnostics.map(({ code, primary }) => [code, written(primary.span)])).toEqual([
      ["yaml/quote-the-test", ">= 5"],
      ["yaml/quote-the-test", "<3"],
      ["yaml/quote-the-test", "> 3"]
    ])
  })

  it("there is no tree if the meaning is in doubt, and one otherwise", () => {
    expect(parse("a: >= 5\n").tree).toBeUndefined()
    expect(parse("a: *x\n").tree).toBeUndefined()
    expect(parse("a:\n").tree).toBeDefined()
  })

  it("what only looks like an error has no finding", () => {
    const fine = [
      "title: ITR：咨询服务",
      'a: "x" # "c',
      "text: 满意，请按 1",
      "text: a >= b",
      "text: it's {name}'s",
      "a: [满意, 不满意]",
      "a:\n\n\t\nb: 1".replace("a:\n", "a: 1\n"),
      "a: 1 \t# note",
      "at: 09:00",
      "a: |\n  {result}: x, y\n  >= 5",
      "url: https://example.org/a:b"
    ]
    for (const text of fine) expect(parse(`${head}${text}\n`).diagnostics, text).toEqual([])
  })
})
