/** A table learned from rows has the deciding inputs, the levels and the gaps. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { makeMiner } from "../src/index.ts"

const levels = ["high", "middle", "low"]
const levelOf = (impact: string, urgency: string): string =>
  levels[Math.min(2, levels.indexOf(impact) + levels.indexOf(urgency))] ?? ""

describe("a mined table", () => {
  it("finds the table behind the rows: its inputs, its rows and its gap", () => {
    const miner = makeMiner("priority", ["colour", "impact", "urgency"], levels)
    for (const impact of levels)
      for (const urgency of levels)
        for (const colour of ["red", "blue", "green"])
          if (!(impact === "high" && urgency === "low"))
            miner.observe({ colour, impact, urgency }, { priority: levelOf(impact, urgency) })
    const table = miner.table()
    expect(table?.inputs).toEqual(["impact", "urgency"])
    expect(table?.gaps).toEqual([["high", "low"]])
    expect(table?.rows).toHaveLength(8)
    for (const { when, level, seen, agreeing } of table?.rows ?? []) {
      expect(level).toBe(levelOf(when[0] ?? "", when[1] ?? ""))
      expect([seen, agreeing]).toEqual([3, 3])
    }
    expect(table?.levels).toEqual(levels)
  })

  it("counts the rows that agree with it, and the rows that tell nothing", () => {
    const miner = makeMiner("priority", ["impact"], levels)
    for (let i = 0; i < 9; i++) miner.observe({ impact: "high" }, { priority: "high" })
    miner.observe({ impact: "high" }, { priority: "low" })
    miner.observe({ impact: "low" }, { priority: "low" })
    miner.observe({ impact: "low" }, {})
    miner.observe({}, { priority: "low" })
    expect(miner.table()).toMatchObject({ seen: 11, agreeing: 10, left: 2, gaps: [] })
  })

  it("does not exist if no row tells the level", () => {
    expect(makeMiner("priority", ["impact"], levels).table()).toBeUndefined()
  })

  it("gives the observed level for every row that agrees", () => {
    const value = fc.constantFrom("a", "b", "c")
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 60 }), (rows) => {
        const miner = makeMiner("d", ["x", "y"], [])
        for (const [x, y, level] of rows) miner.observe({ x, y }, { d: level })
        const table = miner.table()
        const said = (x: string, y: string) =>
          table?.rows.find(({ when }) => table.inputs.every((name, i) => when[i] === (name === "x" ? x : y)))?.level
        expect(table?.agreeing).toBe(rows.filter(([x, y, level]) => said(x, y) === level).length)
      }),
      { seed: 5, numRuns: 100 }
    )
  })
})
