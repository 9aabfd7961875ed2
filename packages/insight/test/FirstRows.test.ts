/** What a review keeps of any number of cases: the first rows of its lists, and how many more there are. */
import type { Case } from "@hearback/core"
import { Policy } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { PeriodReview } from "../src/index.ts"
import { MOST_ROWS, makeFirstRows } from "../src/review/FirstRows.ts"
import { ack, instant, later, MON, opened, reviewOf, satisfied, storyOf, TUE, told } from "./Fixture.ts"

describe("F-T6 · first rows", () => {
  it("F-T6 · are the same as after sorting all rows", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 500 }), (numbers) => {
        const kept = makeFirstRows<number, number>((a, b) => a - b)
        for (const number of numbers) kept.add(number, () => number)
        expect(kept.rows()).toEqual(numbers.toSorted((a, b) => a - b).slice(0, MOST_ROWS))
      }),
      { numRuns: 100, seed: 5 }
    )
  })
})

describe("F-T6 · a review of many cases", () => {
  const policy = Policy.load({
    ...Build.bundle(),
    learning: { targets: {}, reviews: { "case-review": "monthly" }, procedureAfter: 2 }
  })
  const late = opened({}, { customer: "dave" })
  late.does(`${TUE} 10:00`, "ann", ack)
  const quick = told()
  quick.does(`${MON} 10:00`, "carl", satisfied)
  const handedOver = (events: readonly Case.CaseEvent[], times: number): readonly Case.CaseEvent[] => [
    ...events,
    ...Array.from(
      { length: times },
      (_, n): Case.CaseEvent =>
        ({ event: "handover-accepted", at: instant(`${TUE} 12:00`) + n, from: "ann", to: "ben", by: "ben" }) as never
    )
  ]
  const pack = (cases: readonly (readonly [events: readonly Case.CaseEvent[], handovers: number])[]): PeriodReview => {
    const stories = cases.map(([events, times], n) =>
      storyOf(late.world().policy, `A-${String(n).padStart(4, "0")}`, handedOver(events, times))
    )
    const found = reviewOf(policy, "case-review", stories, later - 180 * 86_400_000)
    if (found === undefined) throw new Error("there is no such review")
    return found
  }
  const [missed, solved] = [late.events(), quick.events()]
  const many = (count: number, events = missed, handovers = 0) =>
    Array.from({ length: count }, () => [events, handovers] as const)

  it("F-T6 · lists the first hundred cases to read, and counts the others", () => {
    const { worthReading, more } = pack(many(150))
    expect([worthReading.length, more.worthReading]).toEqual([MOST_ROWS, 50])
    expect(worthReading[0]?.case).toBe("A-0000")
  })
  it("F-T6 · lists those with the most handovers first, wherever they are", () => {
    const { worthReading, more } = pack([
      ...many(1, solved, 2),
      ...many(120),
      ...many(2, missed, 2),
      ...many(1, missed, 3),
      ...many(1, solved, 3)
    ])
    expect(worthReading[0]).toMatchObject({ case: "A-0123", reasons: [{}, { why: "most-handovers", times: 3 }] })
    expect(worthReading[1]).toMatchObject({ case: "A-0124", reasons: [{ why: "most-handovers", times: 3 }] })
    expect(worthReading.flatMap(({ reasons }) => reasons).filter(({ why }) => why === "most-handovers")).toHaveLength(2)
    expect(worthReading.length + more.worthReading).toBe(124)
  })
  it("F-T6 · names the first of the cases that need a procedure, and counts all", () => {
    const [due] = pack(many(40, solved)).proceduresDue
    expect(due).toMatchObject({ category: "report", cases: 40, since: instant(`${MON} 10:00`) })
    expect(due?.examples).toEqual(Array.from({ length: 10 }, (_, n) => `A-000${n}`))
  })
})
