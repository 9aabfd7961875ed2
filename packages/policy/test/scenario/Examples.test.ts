import { describe, expect, it } from "vitest"
import { format, readPeople, readScenarios } from "../../src/index.ts"
import { bundleOf } from "../compile/Sample.ts"

const bundle = bundleOf(`hearback: 1
policy: shop
language: en
extends: [pack:starter]
time-zone: Europe/London
currency: EUR
facts: { amount: money }
channels: { phone: { mode: passive } }
dictionary:
  categories: { billing: { words: [invoice, 账单], defaults: { urgency: routine } } }
`)
const { people } = readPeople(
  { path: "people.yaml", text: "hearback: 1\npeople: { ann: { roles: [agent] } }\n" },
  bundle
)

const read = (text: string) => {
  if (people === undefined) throw new Error("no people")
  return readScenarios({ path: "s.yaml", text }, bundle, people)
}

const english = (scenario: string) => `hearback: 1\npolicy: p.yaml\nscenarios:\n${scenario}`
const steps = `    steps:
      - at: 2026-11-16 09:00
        submit: A
        channel: phone
        verbatim: My <thing> is wrong
        facts: { amount: <amount> }
        expect: { A: { <dimension>: <level>, gates: { told: <told> } } }
`
const table = (rows: readonly string[], title = "an invoice") =>
  english(`  - scenario: ${title}\n    examples:\n${rows.map((row) => `      - { ${row} }\n`).join("")}${steps}`)

const first = "thing: invoice, amount: 5, dimension: urgency, level: routine, told: waiting"
const second = "thing: parcel, dimension: category, level: billing, told: open"

/** Returns codes with the line and the words at their place, and the fix. */
const findings = (text: string) =>
  read(text).diagnostics.map(({ code, primary: { span }, fix }) => [
    code,
    span.file.text.slice(0, span.start).split("\n").length,
    span.file.text.slice(span.start, span.end),
    ...(fix === undefined ? [] : [fix.text])
  ])

describe("a table of examples", () => {
  it("is one scenario for each row, at the line of the row, with its cells in texts, values and keys", () => {
    const { scenarios, diagnostics } = read(table([first, second]))
    expect(diagnostics).toEqual([])
    expect(scenarios.map(({ title, place, example }) => [title, place.line, example])).toEqual([
      [
        "an invoice (thing: invoice, amount: 5, dimension: urgency, level: routine, told: waiting)",
        6,
        { thing: "invoice", amount: "5", dimension: "urgency", level: "routine", told: "waiting" }
      ],
      [
        "an invoice (thing: parcel, dimension: category, level: billing, told: open)",
        7,
        { thing: "parcel", dimension: "category", level: "billing", told: "open" }
      ]
    ])
    const [one, other] = scenarios.map(({ steps: [step] }) => step)
    expect(one?.act).toMatchObject({ submission: { verbatim: "My invoice is wrong", facts: { amount: 5 } } })
    expect(other?.act).toMatchObject({ submission: { verbatim: "My parcel is wrong", facts: {} } })
    expect(one?.expect.map(({ what, expected }) => [what, expected])).toEqual([
      ["A.urgency", "routine"],
      ["A.gates.told", "waiting"]
    ])
    expect(other?.expect.map(({ what }) => what)).toEqual(["A.category", "A.gates.told"])
  })

  it("adds to the title only cells that the title does not name, and shortens long ones", () => {
    const title = (text: string, row: string) => read(table([row], text)).scenarios.map((one) => one.title)
    expect(title("<level> for a <thing> (<amount>, <told>, <dimension>)", first)).toEqual([
      "routine for a invoice (5, waiting, urgency)"
    ])
    const long = first.replace("thing: invoice", `thing: ${"invoice ".repeat(10)}`)
    expect(title("<level> <amount> <told> <dimension>", long)).toEqual([
      "routine 5 waiting urgency (thing: invoice invoice invoice invoice invoice…)"
    ])
  })

  it.each([
    ["a wrong word is told at its cell, with the fix", "level: routne", [["name/unknown", 6, "routne", "routine"]]],
    ["a word of ours too", "told: wating", [["shape/unknown-word", 6, "wating", "waiting"]]],
    ["a value of another type", "amount: lots", [["cell/wrong-type", 6, "lots"]]]
  ])("%s", (_, cell, told) => {
    const [key = ""] = cell.split(":")
    expect(findings(table([first.replace(new RegExp(`${key}: [a-z0-9]+`), cell), second]))).toEqual(told)
  })

  it("has a finding for a misspelt column both where it is written and where it is missing", () => {
    expect(findings(table([first.replace("thing:", "thng:"), second]))).toEqual([
      ["scenario/missing-cell", 6, expect.stringContaining("thng: invoice")],
      ["scenario/unused-column", 6, "thng"]
    ])
    expect(findings(table([first, second]).replace("<level>", "<levl>"))).toEqual([
      ["scenario/unused-column", 6, "level"],
      ["name/unknown", 14, "levl", "level"]
    ])
  })

  it("without a row is reported, and so is a value that is no table", () => {
    expect(findings(english(`  - scenario: none\n    examples: []\n${steps}`))[0]).toEqual([
      "scenario/expects-nothing",
      5,
      "examples"
    ])
    expect(findings(english(`  - scenario: none\n    examples: [routine]\n${steps}`))[0]?.[0]).toBe("shape/wrong-type")
  })

  it("is not confused with comparisons, and without a table no text is a column", () => {
    const measured = english(`  - scenario: counted
    examples: [{ most: 3 }]
    steps:
      - { at: 2026-11-16 09:00, submit: A, channel: phone, verbatim: a invoice }
      - { at: +1 hour, expect: { measures: { handovers: "< <most>", kept: "< 90%" } } }
`)
    expect(findings(measured)).toEqual([])
    const plain = english(
      `  - scenario: plain\n    steps:\n      - { at: 2026-11-16 09:00, submit: A, channel: phone, verbatim: <b>invoice</b> }\n`
    )
    expect(read(plain).scenarios[0]?.steps[0]?.act).toMatchObject({ submission: { verbatim: "<b>invoice</b>" } })
  })

  it("can be in Chinese, with cells in the words of their places", () => {
    const chinese = format({ path: "s.yaml", text: table([first, second]) }, { keys: "zh-CN" }).text ?? ""
    expect(chinese).toContain(
      "    示例:\n      - { thing: invoice, amount: 5, dimension: urgency, level: routine, told: 等待 }\n"
    )
    const { scenarios, diagnostics } = read(chinese)
    expect(diagnostics).toEqual([])
    expect(scenarios.map(({ title }) => title)).toEqual([
      "an invoice（thing：invoice，amount：5，dimension：urgency，level：routine，told：等待）",
      "an invoice（thing：parcel，dimension：类别，level：billing，told：进行中）"
    ])
    expect(scenarios[1]?.steps[0]?.expect[1]?.check).toMatchObject({ _tag: "Gate", is: "open" })
    expect(format({ path: "s.yaml", text: chinese }, { keys: "en" }).text).toBe(
      format({ path: "s.yaml", text: table([first, second]) }).text
    )
    expect(findings(chinese.replace("进行中", "进行终")).map(([code, line]) => [code, line])).toEqual([
      ["shape/unknown-word", 7]
    ])
  })
})
