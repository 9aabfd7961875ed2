import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Ranges from "../../src/table/Ranges.ts"
import * as Table from "../../src/table/Table.ts"

const cell = fc.oneof(
  fc.constant(null),
  fc.array(fc.integer({ min: -3, max: 9 }), { maxLength: 6 }).map(Ranges.points),
  fc.integer({ min: -3, max: 9 }).map((lo) => Ranges.of(lo, Ranges.MAX)),
  fc.constant(Ranges.of(Ranges.MIN, Ranges.MIN + 1))
)
const table = (most: number): fc.Arbitrary<Table.Table> =>
  fc.integer({ min: 0, max: 4 }).chain((width) =>
    fc.record({
      id: fc.constant("t"),
      slots: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: width, maxLength: width }),
      rows: fc.array(
        fc.record({ cells: fc.array(cell, { minLength: width, maxLength: width }), rule: fc.constant("r") }),
        { maxLength: most }
      )
    })
  )
const inputs = fc.array(fc.oneof(fc.integer({ min: -5, max: 12 }), fc.constantFrom(Number.NaN, Ranges.MIN)), {
  maxLength: 6
})

const row = (...cells: readonly (Ranges.Ranges | null)[]): Table.TableRow => ({ cells, rule: "r" })

describe("Table", () => {
  it("decides by the first row that fits", () => {
    const decide = Table.compile({
      id: "t",
      slots: [1, 0],
      rows: [row([5, 9], null), row(null, [1, 2]), row([6, 7], [0, 9])]
    })
    expect(decide([1, 6])).toBe(0)
    expect(decide([1, 4])).toBe(1)
    expect(decide([3, 4])).toBe(-1)
  })

  it("matches an input that is not known yet only with a row without its cell", () => {
    const decide = Table.compile({ id: "t", slots: [0], rows: [row(Ranges.all), row(null)] })
    expect(decide([Number.NaN])).toBe(1)
    expect(decide([])).toBe(1)
    expect(decide([Ranges.MIN])).toBe(0)
  })

  it("gives the same answer by masks as by reading the rows", () => {
    fc.assert(
      fc.property(
        fc.oneof(table(12), table(100)),
        fc.array(inputs, { minLength: 10, maxLength: 10 }),
        (given, vectors) => {
          const decide = Table.compile(given)
          for (const vector of vectors) expect(decide(vector)).toBe(Table.interpret(given, vector))
        }
      ),
      { numRuns: 300 }
    )
  })

  it("reads more than 32 rows", () => {
    for (const rows of [31, 32, 33, 64, 65, 100]) {
      const given = { id: "t", slots: [0], rows: Array.from({ length: rows }, (_, i) => row([i, i + 1])) }
      const decide = Table.compile(given)
      expect(given.rows.map((_, i) => decide([i]))).toEqual(given.rows.map((_, i) => i))
      expect(decide([rows])).toBe(-1)
    }
  })

  it("has no answer without rows, and the first row without columns", () => {
    expect(Table.compile({ id: "t", slots: [], rows: [] })([])).toBe(-1)
    expect(Table.compile({ id: "t", slots: [], rows: [row(), row()] })([1, 2])).toBe(0)
  })

  it("answers yes, no, or not yet", () => {
    const given = { id: "t", slots: [0, 1], rows: [row([1, 2], [1, 2]), row([5, 6], null)] }
    const judge = (a: number, b: number): Table.ConditionVerdict => Table.undecided(given, [a, b])
    expect(judge(1, 1)).toBe("yes")
    expect(judge(1, Number.NaN)).toBe("not-yet")
    expect(judge(Number.NaN, 3)).toBe("not-yet")
    expect(judge(2, Number.NaN)).toBe("no")
    expect(judge(5, Number.NaN)).toBe("yes")
  })

  it("is undecided exactly if an unknown input can still decide it", () => {
    fc.assert(
      fc.property(fc.oneof(table(6), table(70)), inputs, (given, vector) => {
        const verdict = Table.undecided(given, vector)
        expect(Table.compileVerdict(given)(vector)).toBe(verdict)
        // Rows with empty cells can never fit, but `decided` does not check that.
        const alive = given.rows.filter((of) => of.cells.every((at) => at === null || at.length > 0))
        const blank = given.slots.every((slot) => Number.isNaN(vector[slot] ?? Number.NaN))
        if (blank && alive.length > 0) expect(verdict).not.toBe("no")
      })
    )
  })
})
