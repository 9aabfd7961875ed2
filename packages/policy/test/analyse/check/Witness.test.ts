/** Every finding about a table has an example case; the compiled table shows the fault for this case. */
import { Fact, Table } from "@hearback/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Bundle } from "../../../src/bundle/Bundle.ts"
import { bundleOf, findings, head } from "../../compile/Sample.ts"

const facts = `facts:
  tier: { one-of: [gold, silver, plain], default: plain }
  region: { one-of: [north, south] }
  size: { type: integer, default: 0 }
  legacy: { type: yes-no, default: no }
`
const grade = (rows: readonly string[]): string => `${head}${facts}grading:
  severity:
    levels: [high, low]
    rules:
${rows.map((row) => `      - ${row}`).join("\n")}
`

const cells = fc.record(
  {
    tier: fc.constantFrom("gold", "[gold, silver]", "{ not: plain }", "plain"),
    region: fc.constantFrom("north", "south", "unknown", "{ not: [north] }"),
    size: fc.constantFrom('">= 5"', '"[0..5)"', '"< 0"', "5", "{ not: 7 }"),
    legacy: fc.constantFrom("yes", "no")
  },
  { requiredKeys: ["tier"] }
)
const row = fc.tuple(cells, fc.constantFrom("high", "low")).map(
  ([when, then]) =>
    `{ when: { ${Object.entries(when)
      .map(([key, cell]) => `${key}: ${cell}`)
      .join(", ")} }, then: ${then} }`
)
const rows = fc.array(row, { minLength: 1, maxLength: 6 })

const table = (bundle: Bundle): Table.Table => {
  const found = bundle.grading.find(({ name }) => name === "severity")
  if (found === undefined) throw new Error("no such dimension")
  return found.table.table
}

/** Returns a witness as a vector for tables; inputs that it does not name are unknown. */
const vector = (bundle: Bundle, witness: Readonly<Record<string, string>>): readonly number[] =>
  bundle.inputs.map(({ name, type }) => {
    const value = witness[name]
    if (value === undefined) return Number.NaN
    return value === "unknown" ? Fact.UNKNOWN : (Fact.encode(type, value) ?? Number.NaN)
  })

/** Returns all cases that the cells above distinguish. */
const cases = ["gold", "silver", "plain"].flatMap((tier) =>
  ["north", "south", "unknown"].flatMap((region) =>
    ["-1", "0", "4", "5", "6", "7", "8"].flatMap((size) =>
      ["yes", "no"].map((legacy) => ({ tier, region, size, legacy }))
    )
  )
)

describe("the example case", () => {
  it("of a gap matches no row, and exists exactly if some case does", () => {
    fc.assert(
      fc.property(rows, (written) => {
        const gaps = findings(grade(written)).filter(({ code }) => code === "table/gap")
        // The same rows before an `otherwise`: a case without a row reaches it.
        const bundle = bundleOf(grade([...written, "{ otherwise: low }"]))
        const decide = Table.compile(table(bundle))
        const last = table(bundle).rows.length - 1
        for (const { witness } of gaps) expect(decide(vector(bundle, witness ?? {}))).toBe(last)
        const falls = cases.some((each) => decide(vector(bundle, each)) === last)
        expect(gaps.length > 0).toBe(falls)
      }),
      { numRuns: 40 }
    )
  })

  it("of a dead row is that no case reaches it, while every other row is reached", () => {
    fc.assert(
      fc.property(rows, (written) => {
        const text = grade([...written, "{ otherwise: low }"])
        const bundle = bundleOf(text)
        const decide = Table.compile(table(bundle))
        const reached = new Set(cases.map((each) => decide(vector(bundle, each))))
        const dead = findings(text).filter(({ code }) => code === "table/dead-row")
        const unreached = table(bundle).rows.flatMap((_, index) => (reached.has(index) ? [] : [index + 1]))
        const told = dead.map(({ message }) => Number(/row (\d+) /.exec(message.en)?.[1]))
        expect(told).toEqual(unreached)
      }),
      { numRuns: 40 }
    )
  })

  it("of an overlap matches both loops", () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const when = (each: typeof a) =>
          `{ kind: complaint, ${Object.entries(each)
            .map(([key, cell]) => `${key}: ${cell}`)
            .join(", ")} }`
        const [one, other] = [when(a), when(b)]
        const text = `${head}${facts}loops:
  complaint: removed
  one: { when: ${one}, customer-loop: { told: { needs: result } } }
  two: { when: ${other}, customer-loop: { told: { needs: result } } }
`
        const overlaps = findings(text).filter(({ code }) => code === "loop/overlap")
        const conditions = [one, other].map((condition) => {
          const bundle = bundleOf(`${head}${facts}alarms: { one: { when: ${condition}, notify: supervisor } }\n`)
          const raised = bundle.alarms?.[0]?.when.table ?? { id: "", slots: [], rows: [] }
          return (witness: Readonly<Record<string, string>>) => Table.interpret(raised, vector(bundle, witness)) >= 0
        })
        for (const { witness } of overlaps) for (const holds of conditions) expect(holds(witness ?? {})).toBe(true)
        const meet = cases.some((each) => conditions.every((holds) => holds({ ...each, kind: "complaint" })))
        expect(overlaps.length > 0).toBe(meet)
      }),
      { numRuns: 25 }
    )
  })

  it("of a kind without a loop matches no loop", () => {
    const text = `${head}${facts}loops: { complaint: { when: { tier: [gold, silver] } } }\n`
    const [found] = findings(text)
    expect(found).toMatchObject({ code: "loop/none-for-kind", witness: { kind: "complaint", tier: "plain" } })
  })

  it("F-C22 · has typical values: a date, a round amount, and every gap has its own", () => {
    const gaps = (declared: string, cells: readonly string[]) =>
      findings(
        `${head}facts: { x: ${declared} }\ngrading:\n  severity:\n    levels: [high, low]\n    rules: [${cells
          .map((cell, index) => `{ when: { x: ${cell} }, then: ${index % 2 === 0 ? "high" : "low"} }`)
          .join(", ")}]\n`
      ).filter(({ code }) => code === "table/gap")
    const dates = gaps("{ type: date }", ['">= 2026-02-01"', "unknown"])
    expect(dates.map(({ witness }) => witness?.["x"])).toEqual(["2026-01-31 23:59"])
    const amounts = gaps("{ type: money, default: 0 }", ['">= 1000"', '"[0..500)"', '"< 0"'])
    expect(amounts.map(({ witness }) => witness?.["x"])).toEqual(["500.00 CNY"])
  })
})
