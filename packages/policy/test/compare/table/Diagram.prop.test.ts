/** The cases that two tables answer differently are the same as those found by trying every case. */
import { Ranges } from "@hearback/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type DiagramRow, type DiagramTables, solve } from "../../../src/compare/table/Diagram.ts"

const width = 4
const domains = Array.from({ length: 3 }, () => Ranges.of(0, width))

const cell = fc.subarray([0, 1, 2, 3], { minLength: 1, maxLength: 3 }).map(Ranges.points)
const row = fc.array(fc.option(cell, { nil: undefined, freq: 2 }), { minLength: 3, maxLength: 3 }).map(
  (cells): DiagramRow => ({
    cells: new Map(cells.flatMap((set, column) => (set === undefined ? [] : [[column, set] as const]))),
    levels: new Map()
  })
)
const table = fc.array(row, { minLength: 1, maxLength: 5 }).map((rows): DiagramTables => ({ rows, hit: "first" }))

const cases = domains.reduce<readonly (readonly number[])[]>(
  (all) => all.flatMap((one) => Array.from({ length: width }, (_, code) => [...one, code])),
  [[]]
)
const fits = ({ rows }: DiagramTables, codes: readonly number[]): readonly number[] =>
  rows.flatMap((one, i) =>
    one !== undefined && [...one.cells].every(([column, set]) => Ranges.has(set, codes[column] ?? Number.NaN))
      ? [i]
      : []
  )
/** Rows of both tables give one of three values, by their position. */
const answer = ([one = [], other = []]: readonly (readonly number[])[]): string | undefined => {
  const [a, b] = [one, other].map(([first = 5]) => first % 3)
  return a === b ? undefined : `${a} ${b}`
}

describe("Diagram", () => {
  it("finds every case that is answered differently, once, and no other", () => {
    fc.assert(
      fc.property(table, table, (one, other) => {
        const found = solve({ domains, tables: [one, other], answer, limit: 10_000 })
        expect(found.done).toBe(true)
        for (const codes of cases) {
          const expected = answer([fits(one, codes), fits(other, codes)])
          const groups = found.groups.flatMap((group) =>
            group.boxes.flatMap((box) =>
              [...box].every(([column, set]) => Ranges.has(set, codes[column] ?? Number.NaN)) ? [group.answer] : []
            )
          )
          expect(groups).toEqual(expected === undefined ? [] : [expected])
        }
      }),
      { numRuns: 300, seed: 7 }
    )
  })

  it("counts the classes in its boxes", () => {
    fc.assert(
      fc.property(table, table, (one, other) => {
        const { groups, classes } = solve({ domains, tables: [one, other], answer, limit: 10_000 })
        const by = new Map<string, number>()
        // Each case of a class matches the same rows, so a class is identified by these rows.
        const seen = new Set<string>()
        for (const codes of cases) {
          const key = codes.map((code, column) => classOf(one, other, column, code)).join("|")
          if (seen.has(key)) continue
          seen.add(key)
          const label = answer([fits(one, codes), fits(other, codes)])
          if (label !== undefined) by.set(label, (by.get(label) ?? 0) + 1)
        }
        expect(new Map(groups.map((group) => [group.answer, group.classes]))).toEqual(by)
        expect(classes).toBe(seen.size)
      }),
      { numRuns: 300, seed: 11 }
    )
  })

  it("says where it gave up, and what it found is true", () => {
    const rows = Array.from(
      { length: 4 },
      (_, code): DiagramRow => ({
        cells: new Map([
          [0, [code, code + 1]],
          [1, [code, code + 1]]
        ]),
        levels: new Map()
      })
    )
    const tables: readonly DiagramTables[] = [
      { rows, hit: "first" },
      { rows: [...rows].reverse(), hit: "first" }
    ]
    const whole = solve({ domains, tables, answer, limit: 10_000 })
    const part = solve({ domains, tables, answer, limit: 4 })
    expect([whole.done, part.done]).toEqual([true, false])
    for (const { answer: label } of part.groups) expect(whole.groups.map((group) => group.answer)).toContain(label)
  })
})

const classOf = (one: DiagramTables, other: DiagramTables, column: number, code: number): string =>
  [one, other].flatMap(({ rows }) => rows.map((each) => Ranges.has(each?.cells.get(column) ?? Ranges.all, code))).join()
