/** Figures of cases add up in any order, tested with generated policies and lives. */
import { Case } from "@hearback/core"
import fc from "fast-check"
import { expect, it } from "vitest"
import { poolOf } from "../../core/test/laws/Proof.ts"
import { addTotals, type CaseSummary, figuresOf, isRead, measureTotals, summaryOf } from "../src/index.ts"
import { makeListCounts } from "../src/review/ListCounts.ts"
import { makeClosedCases } from "../src/review/ProceduresDue.ts"
import { makeComplaintCounts } from "../src/review/RepeatedComplaints.ts"
import { storyOf } from "./Fixture.ts"

/** The time limit, because a busy machine is slow. */
const timeout = 120_000
const ever = { from: 0, to: Number.MAX_SAFE_INTEGER }

/** Both laws use the same histories, because making them takes longer than checking. */
const { histories } = poolOf({ seed: 7, runs: 100 })

it("F-T6 · events that no measure reads change no figure", { timeout }, () => {
  const dropped = new Set<string>()
  for (const { world } of histories)
    for (const [id, log] of world.events) {
      const read = log.filter(({ event }) => isRead(event) || !dropped.add(event))
      const totals = (some: typeof log) =>
        measureTotals([summaryOf(storyOf(world.policy, id, some))], ever, Number.MAX_SAFE_INTEGER)
      expect(totals(read)).toEqual(totals(log))
      expect(storyOf(world.policy, id, read).state).toEqual({
        ...Case.fold(id, log),
        version: read.length,
        ...unreadTracks(id)
      })
    }
  expect([...dropped]).toContain("message-queued")
})

/** Returns a history as a story has it: without what was sent, alarms, and how long the record is kept. */
const unreadTracks = (id: string): Pick<Case.Case, "messages" | "watch" | "record"> => {
  const { messages, watch, record } = Case.empty(id)
  return { messages, watch, record }
}

const lives = histories.map(({ world }, i): readonly CaseSummary[] =>
  [...world.events].map(([id, log]) => summaryOf(storyOf(world.policy, `${i}-${id}`, log)))
)

/** What reviews count beside figures. */
const listed = (cases: readonly CaseSummary[]) => {
  const never = { from: 0, to: 0 }
  const counters = [
    makeListCounts(ever, ever.to),
    makeComplaintCounts(ever, never),
    makeClosedCases(2, ever.to)
  ] as const
  for (const counter of counters) for (const each of cases) counter.take(each)
  return counters
}

const foundIn = (counter: ReturnType<typeof listed>[number]): unknown => {
  if ("found" in counter) return counter.found()
  return "repeated" in counter ? counter.repeated() : counter.due()
}

it("measures and lists of two halves of the cases combine to those of all, in any order", { timeout }, () => {
  const met = new Set<readonly CaseSummary[]>()
  let seen = 0
  const near = fc.tuple(fc.nat({ max: lives.length - 1 }), fc.nat({ max: 2 }), fc.infiniteStream(fc.boolean()))
  fc.assert(
    fc.property(near, ([first, more, sides]) => {
      const some = lives.slice(first, first + more + 1)
      const cases = some.flat()
      const [left, right]: [CaseSummary[], CaseSummary[]] = [[], []]
      for (const each of cases) (sides.next().value === true ? left : right).push(each)
      const now = Number.MAX_SAFE_INTEGER
      const whole = measureTotals(cases, ever, now)
      expect(addTotals(measureTotals(left, ever, now), measureTotals(right, ever, now))).toEqual(addTotals(whole, []))
      expect(measureTotals(cases.toReversed(), ever, now)).toEqual(whole)
      const lists = listed(left)
      for (const [n, one] of listed(right).entries()) lists[n]?.add(one as never)
      expect(lists.map(foundIn)).toEqual(listed(cases).map(foundIn))
      for (const one of some) met.add(one)
      seen += figuresOf(whole).filter(({ value }) => value !== undefined).length
    }),
    { numRuns: 100, seed: 7 }
  )
  expect(seen).toBeGreaterThan(300)
  expect(met.size).toBeGreaterThan(60)
})

it("closed cases that are linked are alike, though they were counted apart", () => {
  const [first] = lives.flat()
  if (first === undefined) throw new Error("no case was generated")
  const closed = (id: string, siblings: readonly string[]): CaseSummary => {
    const problem = { id: `problem of ${id}`, customers: 1, cases: 1, same: [] }
    return {
      ...first,
      id,
      about: { ...first.about, category: "late", closedAt: 1, isUnsorted: undefined, siblings, problem }
    }
  }
  const [counted, apart] = [makeClosedCases(2, 2), makeClosedCases(2, 2)]
  counted.take(closed("a", []))
  apart.take(closed("b", ["a"]))
  counted.add(apart)
  expect(counted.due()).toEqual([{ category: "late", cases: 2, examples: ["a", "b"], since: 1 }])
})
