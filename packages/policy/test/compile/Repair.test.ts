/** Fixes reduce the findings and add none, or they are not applied. */
import { describe, expect, it } from "vitest"
import { repair } from "../../src/compile/Repair.ts"
import { compiled, type Files, head, pack } from "./Sample.ts"

const policy = `${head}facts:
  tier: { one-of: [gold, plain], default: plain }
  order: text
dictionary:
  categories:
    billing: { words: [invoice, refund], defaults: { urgency: important } }
    delivery:
      words: [late, lost]
      defaults: { urgency: routine }
grading:
  care:
    levels: [high, low]
    rules:
      - { when: { tier: gold }, then: high }
      - { otherwise: low }
messages:
  answer:
    text: "About {case.id}: {result}"
  note: |
    Received: {case.id}.
    Next: {next.due}.
`
const good = compiled(policy).bundle?.content

const mended = (text: string): string =>
  repair({ root: "shop.policy.yaml", read: (path) => (path === "shop.policy.yaml" ? text : undefined) })[0]?.after ??
  text

/** Makes a fault in the line that contains some words. */
const broken = (words: string, change: (line: string) => string): string =>
  policy
    .split("\n")
    .map((line) => (line.includes(words) ? change(line) : line))
    .join("\n")

const indent = (by: string) => (line: string) => line.replace(/^ +/, (blanks) => by.repeat(blanks.length))
const tabs = (width: number) => (line: string) => line.replace(/^ +/, (blanks) => "\t".repeat(blanks.length / width))

describe("a fix that is certain repairs what was meant", () => {
  it.each([
    ["a tab for two blanks", broken("tier:", tabs(2))],
    ["two tabs for four blanks", broken("billing:", tabs(2))],
    ["one tab for four blanks", broken("delivery:", tabs(4))],
    ["tabs in lines one below the other", broken("words:", tabs(2)).replace("      defaults", "\t\t\tdefaults")],
    ["blanks that do not break", broken("billing:", indent("\u00a0"))],
    ["the last blank does not break", broken("levels:", (line) => line.replace("    levels", "   \u00a0levels"))],
    ["full-width blanks", broken("levels:", (line) => line.replace("    levels", "\u3000\u3000levels"))],
    ["an item of a list behind them", broken("otherwise:", indent("\u00a0"))],
    ["a blank that does not break behind a colon", broken("order:", (line) => line.replace(": ", ":\u00a0"))],
    ["the same before a text of several lines", broken("note:", (line) => line.replace(": ", ":\u00a0"))],
    ["a full-width colon", broken("order:", (line) => line.replace(": ", "："))],
    ["quotes of a word processor around a key", broken("order:", (line) => line.replace("order", "“order”"))],
    ["a quote left out", broken("About", (line) => line.replaceAll('"', ""))],
    ["an entry twice", broken("order:", (line) => `${line}\n${line}`)],
    [
      "several slips at once",
      broken("order:", (line) => line.replace(": ", "：")).replace("    billing", "\t\tbilling")
    ],
    ["a slip behind another", broken("order:", (line) => line.replace(": text", "： txet"))]
  ])("F-C4 · %s", (_, text) => {
    expect(compiled(text).diagnostics).not.toEqual([])
    expect(compiled(mended(text)).bundle?.content).toBe(good)
  })
})

describe("a fix that is uncertain is left to the person", () => {
  it.each([
    [
      "a quote without an end beside a tab",
      broken("About", (line) => line.replace(/"$/, "")).replace("  tier", "\ttier")
    ],
    ["a bracket without an end", broken("billing:", (line) => line.replace("]", ""))],
    ["a bracket of another width", broken("levels:", (line) => line.replace("[", "【"))],
    ["a comma left out", broken("billing:", (line) => line.replace("refund], ", "refund] "))],
    ["a line that stands too far left", broken("rules:", (line) => line.slice(1))],
    ["a tab where nothing around says how wide it is", broken("tier:", (line) => `\t\t\t\t\t${line.trimStart()}`)]
  ])("F-C4 · %s", (_, text) => {
    const before = compiled(text).diagnostics
    expect(before).not.toEqual([])
    const after = compiled(mended(text))
    // Either nothing was changed, or the change is right.
    if (mended(text) !== text) expect(after.bundle?.content).toBe(good)
  })

  it("F-C4 · a guess that only moves the fault is not written", () => {
    const text = `${head}grading: { care: { levels: [high, low], rules: [{ when: { tir: gold }, then: high }, { otherwise: low }] } }\nfacts: { tier: { one-of: [silver] } }\n`
    expect(compiled(text).diagnostics.map(({ fix }) => fix?.text)).toEqual(["tier"])
    expect(mended(text)).toBe(text)
  })

  it("F-C4 · parts are repaired with their policy, and packs are never written", () => {
    const files: Files = {
      "shop.policy.yaml": `${head}parts: [facts.part.yaml]\n`,
      "facts.part.yaml": "hearback: 1\npart-of: shop\nfacts:\n\ttier: text\n"
    }
    const read = (path: string) => files[path]
    expect(repair({ root: "shop.policy.yaml", read })).toEqual([
      {
        path: "facts.part.yaml",
        before: files["facts.part.yaml"],
        after: "hearback: 1\npart-of: shop\nfacts:\n  tier: text\n"
      }
    ])
    expect(pack("base").diagnostics.filter(({ fix }) => fix !== undefined)).toEqual([])
  })
})
