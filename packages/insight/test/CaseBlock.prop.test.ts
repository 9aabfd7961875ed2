/** A block gives what was known of its cases at each instant, tested with generated policies and lives. */
import { canonical } from "@hearback/core"
import { expect, it } from "vitest"
import { poolOf } from "../../core/test/laws/Proof.ts"
import {
  blockOf,
  type CaseBlock,
  type CaseSummary,
  gather,
  type KnownCase,
  knownBefore,
  type PinnedEvent,
  parseBlock,
  readBlock,
  renderBlock,
  spanOf,
  summaryOf
} from "../src/index.ts"
import { storyOf } from "./Fixture.ts"

/** The time limit, because a busy machine is slow. */
const timeout = 120_000
const { histories } = poolOf({ seed: 7, runs: 100 })

/** Every third event was recorded an hour late, and the last of a case ten days late. */
const recordedAt = (place: number, count: number, at: number): number =>
  at + (place === count - 1 ? 864_000_000 : place % 3 === 2 ? 3_600_000 : 0)

interface Life {
  readonly block: CaseBlock
  readonly record: readonly PinnedEvent[]
  /** Returns the summary of the first events of a case; undefined without events. */
  readonly first: (count: number) => CaseSummary | undefined
  readonly isHistory: boolean
}

const lives = histories.flatMap(({ world }, n): readonly Life[] =>
  [...world.events].map(([name, log]) => {
    const { policy } = world
    const id = `${n}-${name}`
    const record = log.map((event, place): PinnedEvent => {
      return { name: event.event, at: event.at, recordedAt: recordedAt(place, log.length, event.at), event, policy }
    })
    const first = (count: number) => (count === 0 ? undefined : summaryOf(storyOf(policy, id, log.slice(0, count))))
    const [opening] = log
    const isHistory = opening?.event === "case-opened" && opening.receipt.history !== undefined
    return { block: blockOf(id, record), record, first, isHistory }
  })
)

it("equals the summary of the events that were known before any instant", { timeout }, () => {
  let [seen, others] = [0, 0]
  for (const { block, record, first, isHistory } of lives) {
    const whole = sorted(first(record.length))
    const span = spanOf(block)
    for (const end of endsOf(record)) {
      const [{ atEnd, now } = none] = [...readBlock(block, { from: Number.NEGATIVE_INFINITY, end })]
      expect(sorted(now)).toEqual(whole)
      expect(sorted(atEnd)).toEqual(sorted(first(knownBefore(record, isHistory, end))))
      for (const { at } of [now, atEnd].flatMap(pointsIn))
        expect(at >= span.first && at <= span.last, `${at} is not between ${span.first} and ${span.last}`).toBe(true)
      seen += 1
      if (atEnd !== now) others += 1
    }
  }
  expect(seen).toBeGreaterThan(1000)
  expect(others).toBeGreaterThan(500)
})

it("is the same for cases that are packed together, as bytes and after others", () => {
  const one = gather(lives.map(({ block: of }) => ({ of, place: 0 })))
  const all = parseBlock(renderBlock(gather(one.ids.map((_, place) => ({ of: one, place })).toReversed())))
  const instants = lives.flatMap(({ record }) => record.map(({ at }) => at)).toSorted((a, b) => a - b)
  for (const [from, share] of [
    [Number.NEGATIVE_INFINITY, 0.5],
    [instants[Math.floor(instants.length / 4)] ?? 0, 0.6],
    [instants[Math.floor(instants.length / 2)] ?? 0, 0.5]
  ] as const) {
    const period = { from, end: instants[Math.floor(instants.length * share)] ?? 0 }
    const apart = lives.flatMap(({ block }) => [...readBlock(block, period)])
    const told = ({ atEnd, now }: KnownCase<CaseSummary>) => [sorted(atEnd), sorted(now)]
    expect([...readBlock(all, period)].toReversed().map(told)).toEqual(apart.map(told))
    expect([...readBlock(all, period, (id) => id === lives[0]?.block.ids[0])].length).toBe(
      apart.filter(({ now }) => now.id !== lives[0]?.block.ids[0]).length
    )
  }
})

const none = { atEnd: undefined, now: undefined }

/** Returns some of the instants at which something becomes known, others for each case. */
const endsOf = (record: readonly PinnedEvent[]): readonly number[] => {
  const all = [...new Set(record.flatMap(({ at, recordedAt }) => [at, recordedAt, recordedAt + 1]))]
  return all.filter((_, place) => place % 7 === record.length % 7)
}

/** Returns the data points of a summary with their kinds. */
const pointsIn = (summary: CaseSummary | undefined) => {
  const points: { readonly measure: number; readonly at: number; readonly value: number }[] = []
  summary?.eachPoint(({ place: _, ...kind }, at, value) => points.push({ ...kind, at, value }))
  return points
}

/** Returns a summary with the parts that are made on request. */
const traitsOf = ({ about }: CaseSummary) => {
  const { firstAt, receivedAt, closedAt, isRoutine, isUnsorted, kind, category, channel } = about
  const { grades, facts, texts, siblings, problem } = about
  const sort = { firstAt, receivedAt, closedAt, isRoutine, isUnsorted, kind, category, channel }
  return { ...sort, grades, facts, texts, siblings, problem }
}

/** Sorts the parts of a case that have no order, which are all except its owners. */
const sorted = (summary: CaseSummary | undefined) => {
  if (summary === undefined) return undefined
  const inOrder = <T>(some: readonly T[]): readonly T[] =>
    some.toSorted((a, b) => (canonical(a as never) < canonical(b as never) ? -1 : 1))
  const { id, owned, grants, answers, reasons, handovers, endings, done } = summary
  return {
    ...{ id, owned, handovers, endings, done },
    about: traitsOf(summary),
    points: inOrder(pointsIn(summary)),
    grants: inOrder(grants),
    answers: inOrder(answers),
    reasons: inOrder(reasons)
  }
}
