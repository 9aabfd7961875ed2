import { Ranges, Table } from "@hearback/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { GridCells } from "../../../src/analyse/table/Grid.ts"
import { analyse, type PartitionAnswer, type PartitionQuestion } from "../../../src/analyse/table/Partition.ts"

const limit = 1_000_000
const row = (...cells: GridCells): PartitionQuestion["rows"][number] => ({ cells })
const first = (
  rows: PartitionQuestion["rows"],
  domains: PartitionQuestion["domains"],
  never: PartitionQuestion["never"] = []
): PartitionAnswer => analyse({ rows, domains, never, hit: "first", limit })

describe("the analysis of a table", () => {
  const amounts: Ranges.Ranges = [0, Ranges.MAX]
  const tiers: Ranges.Ranges = [0, 3]

  it("finds the gap between two bounds, with a case in it", () => {
    const answer = first([row([0, 5000]), row([5001, Ranges.MAX])], [amounts])
    expect(answer.gaps).toEqual([{ box: [[5000, 5001]], witness: [5000] }])
    expect(answer).toMatchObject({ dead: [], more: false, done: true })
  })

  it("returns a gap as wide as it is", () => {
    const answer = first([row([0, 1], [100, Ranges.MAX]), row([1, 2], null)], [tiers, amounts])
    expect(answer.gaps.map(({ box }) => box)).toEqual(
      expect.arrayContaining([
        [[2, 3], amounts],
        [
          [0, 1, 2, 3],
          [0, 100]
        ]
      ])
    )
    expect(answer.gaps).toHaveLength(2)
  })

  it("treats unknown as a separate value, shown only if no other value is missing", () => {
    const domain = Ranges.union(tiers, [Ranges.MIN, Ranges.MIN + 1])
    expect(first([row(tiers)], [domain]).gaps[0]?.witness).toEqual([Ranges.MIN])
    expect(first([row([0, 1])], [domain]).gaps[0]?.witness).toEqual([1])
  })

  it("has no gap if the last row has no cells, or if the gap cannot occur", () => {
    expect(first([row([0, 1]), row(null)], [tiers]).gaps).toEqual([])
    expect(first([row([0, 1])], [tiers], [[[1, 3]]]).gaps).toEqual([])
    expect(first([], [tiers]).gaps).toEqual([{ box: [tiers], witness: [0] }])
    expect(first([], []).gaps).toEqual([{ box: [], witness: [] }])
  })

  it("names the rows that together take every case of a dead row", () => {
    const answer = first(
      [row([0, 2], null), row(null, [0, 10]), row([1, 3], [0, 50]), row([0, 3], [0, 5])],
      [tiers, amounts]
    )
    expect(answer.dead).toEqual([{ row: 3, coveredBy: [1] }])
    expect(first([row([0, 2]), row([2, 3]), row(null)], [tiers]).dead).toEqual([{ row: 2, coveredBy: [0, 1] }])
  })

  it("finds a row that has no case at all", () => {
    expect(first([row([5, 9]), row(null)], [tiers]).dead).toEqual([{ row: 0, coveredBy: [] }])
    expect(first([row([1, 2]), row(null)], [tiers], [[[1, 2]]]).dead).toEqual([{ row: 0, coveredBy: [] }])
  })

  it("shows a case that two rows decide although only one may", () => {
    const rows = [row([0, 2], null), row([1, 3], [0, 100]), row([2, 3], [100, 200])]
    const answer = analyse({ rows, domains: [tiers, amounts], never: [], hit: "unique", limit })
    expect(answer.overlaps).toEqual([{ a: 0, b: 1, witness: [1, 0] }])
    expect(answer.dead).toEqual([])
    const kept = analyse({
      rows,
      domains: [tiers, amounts],
      never: [
        [
          [1, 2],
          [0, 100]
        ]
      ],
      hit: "unique",
      limit
    })
    expect(kept.overlaps).toEqual([])
  })

  it("says when its budget is used up, and returns only what is true", () => {
    const rows = Array.from({ length: 40 }, (_, i) => row([i, i + 20], [40 - i, 60 - i], [i * 2, i * 2 + 30]))
    const domains: Ranges.Ranges[] = [
      [0, 100],
      [0, 100],
      [0, 200]
    ]
    const full = first(rows, domains)
    expect(full.done).toBe(true)
    for (const small of [0, 1, 10, 100]) {
      const answer = analyse({ rows, domains, never: [], hit: "first", limit: small })
      expect(answer.done).toBe(false)
      for (const { witness } of answer.gaps) expect(fitting(rows, witness)).toEqual([])
      for (const dead of answer.dead) expect(full.dead.map((of) => of.row)).toContain(dead.row)
    }
  })

  it("returns at most the requested number of gaps, and says that there are more", () => {
    const rows = Array.from({ length: 30 }, (_, i) => row([i * 2, i * 2 + 1], [i * 3, i * 3 + 1]))
    const question: PartitionQuestion = {
      rows,
      domains: [
        [0, 60],
        [0, 90]
      ],
      never: [],
      hit: "first",
      limit,
      gapsAtMost: 3
    }
    expect(analyse(question)).toMatchObject({ more: true, done: true })
    expect(analyse(question).gaps).toHaveLength(3)
  })

  const cell = fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 6 }).map(Ranges.points) }
  )
  const question: fc.Arbitrary<PartitionQuestion> = fc.integer({ min: 1, max: 3 }).chain((width) => {
    const box = fc.array(cell, { minLength: width, maxLength: width })
    return fc.record({
      rows: fc.array(
        box.map((cells) => ({ cells })),
        { maxLength: 8 }
      ),
      domains: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }).map(Ranges.points), {
        minLength: width,
        maxLength: width
      }),
      never: fc.array(box, { maxLength: 2 }),
      hit: fc.constantFrom("first" as const, "unique" as const),
      limit: fc.constant(limit),
      gapsAtMost: fc.constant(Number.POSITIVE_INFINITY)
    })
  })

  it("agrees exactly with trying every case", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const cases = every(asked.domains).filter(
          (codes) =>
            fitting(
              asked.never.map((cells) => ({ cells })),
              codes
            ).length === 0
        )
        const answer = analyse(asked)
        expect(answer.done).toBe(true)

        const holes = cases.filter((codes) => fitting(asked.rows, codes).length === 0)
        for (const codes of every(asked.domains)) {
          const told = answer.gaps.some(({ box }) => box.every((set, i) => Ranges.has(set, codes[i] as number)))
          expect(told).toBe(holes.some((hole) => hole.join() === codes.join()))
        }
        for (const { box, witness } of answer.gaps) {
          expect(box.every((set, i) => Ranges.has(set, witness[i] as number))).toBe(true)
        }

        const decided = (codes: readonly number[]): number => fitting(asked.rows, codes)[0] ?? -1
        const dead = asked.rows.flatMap((_, i) =>
          cases.some((codes) => (asked.hit === "first" ? decided(codes) === i : fitting(asked.rows, codes).includes(i)))
            ? []
            : [i]
        )
        expect(answer.dead.map((of) => of.row)).toEqual(dead)
        for (const { row: index, coveredBy } of answer.dead) {
          const own = cases.filter((codes) => fitting(asked.rows, codes).includes(index))
          const taken = (by: readonly number[]): boolean =>
            own.every((codes) => by.some((other) => fitting(asked.rows, codes).includes(other)))
          expect(taken(coveredBy)).toBe(true)
          for (const left of coveredBy) expect(taken(coveredBy.filter((other) => other !== left))).toBe(false)
        }

        const pairs = asked.rows.flatMap((_, a) =>
          asked.rows.flatMap((__, b) =>
            a < b && cases.some((codes) => [a, b].every((i) => fitting(asked.rows, codes).includes(i))) ? [[a, b]] : []
          )
        )
        expect(answer.overlaps.map(({ a, b }) => [a, b])).toEqual(asked.hit === "unique" ? pairs : [])
        for (const { a, b, witness } of answer.overlaps) {
          expect(cases.map((codes) => codes.join())).toContain(witness.join())
          expect(fitting(asked.rows, witness)).toEqual(expect.arrayContaining([a, b]))
        }
      }),
      { numRuns: 400 }
    )
  })

  it("returns witnesses for which the table shows what each stands for", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const table: Table.Table = {
          id: "t",
          slots: asked.domains.map((_, i) => i),
          rows: asked.rows.map(({ cells }) => ({ cells, rule: "r" }))
        }
        const decide = Table.compile(table)
        for (const { witness } of analyse(asked).gaps) expect(decide(witness)).toBe(-1)
      })
    )
  })
})

const fitting = (rows: PartitionQuestion["rows"], codes: readonly number[]): readonly number[] =>
  rows.flatMap(({ cells }, i) => (cells.every((of, c) => of === null || Ranges.has(of, codes[c] as number)) ? [i] : []))

const every = (domains: readonly Ranges.Ranges[]): readonly (readonly number[])[] =>
  domains.reduce<readonly (readonly number[])[]>(
    (vectors, domain) =>
      vectors.flatMap((vector) =>
        [-1, 0, 1, 2, 3, 4].filter((code) => Ranges.has(domain, code)).map((code) => [...vector, code])
      ),
    [[]]
  )
