import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { UNKNOWN } from "../../src/table/Fact.ts"
import * as Points from "../../src/table/Points.ts"
import * as Ranges from "../../src/table/Ranges.ts"
import { interpret } from "../../src/table/Table.ts"

const many = Number.POSITIVE_INFINITY
const known = (from: number, below: number): Ranges.Ranges => [from, below]
const perhaps = (from: number, below: number): Ranges.Ranges => Ranges.union([UNKNOWN, UNKNOWN + 1], [from, below])
const column = (slot: number, domain: Ranges.Ranges, mayBeOpen = false): Points.PointsColumn => ({
  slot,
  domain,
  mayBeOpen
})
const when = (...rows: readonly Readonly<Record<number, Ranges.Ranges>>[]) => {
  const slots = [...new Set(rows.flatMap((row) => Object.keys(row).map(Number)))].sort((a, b) => a - b)
  return {
    table: { id: "", slots, rows: rows.map((row) => ({ cells: slots.map((slot) => row[slot] ?? null), rule: "" })) }
  }
}
const threshold = (rule: string, sums: Ranges.Ranges) => ({ rule, sums })
const thresholds = [
  threshold("high", Ranges.of(8, Ranges.MAX)),
  threshold("middle", Ranges.of(4, 8)),
  threshold("low", Ranges.of(UNKNOWN + 1, 4))
]
const yes = known(1, 2)

/** Returns the rule that the table of points gives a case. */
const ruleOf = (points: typeof usual, columns: readonly Points.PointsColumn[], inputs: readonly number[]) => {
  const { boxes = [] } = Points.layOut(points, columns, many) ?? {}
  const { table } = Points.tableOf(points, columns, boxes, "x")
  return table.rows[interpret(table, inputs)]?.rule
}

const usual: Points.Points<Points.PointsRow, ReturnType<typeof threshold>> = {
  rows: [
    { when: when({ 0: yes }), add: 3, times: [] },
    { when: when({ 1: known(2, 6) }, { 0: yes, 2: yes }), add: 2, times: [] },
    { add: 2, times: [1] }
  ],
  thresholds
}
const three = [column(0, known(0, 2)), column(1, known(1, 6)), column(2, known(0, 2))]

describe("points", () => {
  it("F-C23 · are added by every row that fits, once even if several of its conditions hold", () => {
    expect(Points.addedBy(usual, [1, 2, 1]).map(({ points }) => points)).toEqual([3, 2, 4])
    expect(Points.sumOf(usual, [0, 1, 1])).toBe(2)
    expect(Points.slotsOf(usual)).toEqual([0, 1, 2])
  })

  it("are unknown if a factor is unknown and its row fits", () => {
    expect(Points.sumOf(usual, [1, UNKNOWN, 0])).toBe(UNKNOWN)
    const only = { ...usual, rows: [{ when: when({ 0: yes }), add: 1, times: [1] }] }
    expect([Points.sumOf(only, [0, UNKNOWN]), Points.sumOf(only, [1, UNKNOWN])]).toEqual([0, UNKNOWN])
    const columns = [column(0, known(0, 2)), column(1, perhaps(1, 6))]
    expect([ruleOf(only, columns, [0, UNKNOWN]), ruleOf(only, columns, [1, UNKNOWN])]).toEqual(["low", undefined])
    const taken = { ...only, thresholds: [threshold("open", [UNKNOWN, UNKNOWN + 1]), ...thresholds] }
    expect(ruleOf(taken, columns, [1, UNKNOWN])).toBe("open")
  })

  it("have a range of sums, and sums that no threshold or several thresholds take are found", () => {
    const gappy = { ...usual, thresholds: [threshold("a", Ranges.of(5, Ranges.MAX)), threshold("b", Ranges.of(9, 12))] }
    const { boxes = [], ...far } = Points.layOut(gappy, three, many) ?? {}
    expect(far).toEqual({ least: 2, greatest: 15 })
    expect(new Set(boxes.map(({ taken }) => taken.join()))).toEqual(new Set(["", "0", "0,1"]))
  })

  it("leave out a row whose gate is not settled, and count it once it is", () => {
    const gated = {
      ...usual,
      rows: [
        { when: when({ 0: yes }), add: 8, times: [] },
        { when: when({ 2: yes }), add: 4, times: [] }
      ]
    }
    const columns = [column(0, known(0, 2), true), column(2, known(0, 2))]
    expect(
      [
        [Number.NaN, 0, 0],
        [Number.NaN, 0, 1],
        [0, 0, 1],
        [1, 0, 0]
      ].map((inputs) => ruleOf(gated, columns, inputs))
    ).toEqual(["low", "middle", "middle", "high"])
  })

  it("are not converted to a table if cases differ in too many ways", () => {
    const wide = Array.from({ length: 6 }, (_, slot) => column(slot, known(1, 11)))
    const rows = wide.map(({ slot }) => ({ add: slot + 1, times: [slot] }))
    const half = [threshold("high", Ranges.of(110, Ranges.MAX)), threshold("low", Ranges.of(0, 110))]
    expect(Points.layOut({ rows, thresholds: half }, wide, 500)).toBeUndefined()
  })

  it("F-C23 · as a table grade every case as their sum does", () => {
    const cell = fc.tuple(fc.nat(3), fc.nat(3)).map(([a, b]) => known(Math.min(a, b), Math.max(a, b) + 1))
    const row = fc.record({
      conditions: fc.array(fc.dictionary(fc.constantFrom("0", "1", "2"), cell, { maxKeys: 2 }), { maxLength: 2 }),
      add: fc.integer({ min: -3, max: 5 }),
      times: fc.uniqueArray(fc.constantFrom(0, 1, 2), { maxLength: 2 })
    })
    const bounds = fc.tuple(fc.integer({ min: -5, max: 30 }), fc.integer({ min: -5, max: 30 }))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), bounds, (drawn, [one, other]) => {
        const rows = drawn.map(({ conditions, add, times }) => ({
          ...(conditions.length === 0 ? {} : { when: when(...conditions) }),
          add,
          times
        }))
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const points = {
          rows,
          thresholds: [threshold("high", Ranges.of(high, Ranges.MAX)), threshold("low", Ranges.of(UNKNOWN + 1, low))]
        }
        const domains = [perhaps(0, 4), known(0, 4), perhaps(0, 3)]
        const columns = Points.slotsOf(points).map((slot) => column(slot, domains[slot] ?? []))
        const { boxes = [] } = Points.layOut(points, columns, many) ?? {}
        const { table } = Points.tableOf(points, columns, boxes, "x")
        for (const a of [UNKNOWN, 0, 1, 2, 3])
          for (const b of [0, 1, 2, 3])
            for (const c of [UNKNOWN, 0, 1, 2]) {
              const inputs = [a, b, c]
              const sum = Points.sumOf(points, inputs)
              const rule = points.thresholds.find(({ sums }) => Ranges.has(sums, sum))?.rule
              expect(table.rows[interpret(table, inputs)]?.rule).toBe(rule)
            }
      }),
      { numRuns: 60 }
    )
  })
})
