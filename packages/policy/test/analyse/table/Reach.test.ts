import { Ranges } from "@hearback/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { reachOf } from "../../../src/analyse/table/Reach.ts"

const most = 6
const part = fc
  .tuple(fc.nat(most - 1), fc.integer({ min: 1, max: most }))
  .map(([from, length]) => Ranges.of(from, Math.min(most, from + length)))
const cell = fc.option(part, { nil: null })
const row = fc.tuple(cell, cell).map((cells) => ({ cells, rule: "r" }))
const domains = [Ranges.of(0, most), Ranges.of(0, most)]
const vectors = Array.from({ length: most * most }, (_, n) => [n % most, Math.floor(n / most)])
const fits = (cells: readonly (Ranges.Ranges | null)[], vector: readonly number[]) =>
  cells.every((set, column) => set === null || Ranges.has(set, vector[column] ?? Number.NaN))
const asked = (rows: readonly { readonly cells: readonly (Ranges.Ranges | null)[]; readonly rule: string }[]) => ({
  table: { rows },
  domains,
  ordered: [true, true],
  limit: 10_000
})

describe("the reachable rows and bounds of a table", () => {
  it("have a case that shows them, and their witness is such a case", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), fc.array(row, { maxLength: 1 }), (rows, never) => {
        const impossible = never.map(({ cells }) => cells)
        const possible = vectors.filter((vector) => !impossible.some((cells) => fits(cells, vector)))
        const decides = (vector: readonly number[]) => rows.findIndex(({ cells }) => fits(cells, vector))
        const reach = reachOf({ ...asked(rows), never: impossible })
        const taken = new Set(possible.map(decides))
        expect(reach.rows.map((one) => one.row)).toEqual(rows.flatMap((_, index) => (taken.has(index) ? [index] : [])))
        expect(reach.rest !== undefined).toBe(taken.has(-1))
        for (const { row: index, witness = [] } of reach.rows) expect(decides(witness)).toBe(index)
        for (const { row: index, cells, witness = [] } of reach.bounds) {
          expect(fits(cells, witness)).toBe(true)
          expect([-1, ...rows.keys()].filter((n) => n < 0 || n >= index)).toContain(decides(witness))
        }
      }),
      { numRuns: 300 }
    )
  })

  it("show a bound by the values next to it", () => {
    const { bounds } = reachOf({ ...asked([{ cells: [Ranges.of(3, most), null], rule: "r" }]), never: [] })
    expect(bounds.map(({ at, side, witness }) => [at, side, witness?.[0]])).toEqual([
      [3, "below", 2],
      [3, "from", 3]
    ])
  })

  it("omit a side that an earlier row takes, and what `assume` excludes", () => {
    const rows = [
      { cells: [Ranges.of(0, 3), null], rule: "a" },
      { cells: [Ranges.of(3, most), null], rule: "b" }
    ]
    const sides = (never: readonly (readonly (Ranges.Ranges | null)[])[]) =>
      reachOf({ ...asked(rows), never }).bounds.map(({ row: index, side }) => `${index} ${side}`)
    expect(sides([])).toEqual(["0 below", "0 from", "1 from"])
    expect(sides([[Ranges.of(3, most), null]])).toEqual(["0 below"])
  })
})
