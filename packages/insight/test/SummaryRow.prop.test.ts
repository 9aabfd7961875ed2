/** A row says what was known of a case at each instant: over generated policies and lives. */
import { canonical } from "@hearback/core"
import { expect, it } from "vitest"
import { poolOf } from "../../core/test/laws/Proof.ts"
import { type CaseSummary, knownBefore, type PinnedEvent, readRow, renderRow, summaryOf } from "../src/index.ts"
import { storyOf } from "./Fixture.ts"

/** A loaded machine is slow, not wrong. */
const timeout = 120_000
const { histories } = poolOf({ seed: 7, runs: 100 })

/** Every third event was told an hour late, and the last of a case ten days late. */
const recordedAt = (place: number, count: number, at: number): number =>
  at + (place === count - 1 ? 864_000_000 : place % 3 === 2 ? 3_600_000 : 0)

it("is what the events come to that were known before any instant", { timeout }, () => {
  let [seen, others] = [0, 0]
  for (const { world } of histories)
    for (const [id, log] of world.events) {
      const record = log.map((event, place): PinnedEvent => {
        const { policy } = world
        return { name: event.event, at: event.at, recordedAt: recordedAt(place, log.length, event.at), event, policy }
      })
      const { body, first, last } = renderRow(id, record)
      const [opening] = log
      const isHistory = opening?.event === "case-opened" && opening.receipt.history !== undefined
      const whole = sorted(summaryOf(storyOf(world.policy, id, log)))
      for (const end of endsOf(record)) {
        const count = knownBefore(record, isHistory, end)
        const { atEnd, now } = readRow(id, body, end)
        expect(sorted(now)).toEqual(whole)
        expect(atEnd && sorted(atEnd)).toEqual(
          count === 0 ? undefined : sorted(summaryOf(storyOf(world.policy, id, log.slice(0, count))))
        )
        for (const { at } of [now, atEnd].flatMap((one) => one?.points ?? []))
          expect(at >= first && at <= last, `${at} is not between ${first} and ${last}`).toBe(true)
        seen += 1
        if (atEnd !== now) others += 1
      }
    }
  expect(seen).toBeGreaterThan(1000)
  expect(others).toBeGreaterThan(500)
})

/** Some of the instants between which something else is known: of each case others. */
const endsOf = (record: readonly PinnedEvent[]): readonly number[] => {
  const all = [...new Set(record.flatMap(({ at, recordedAt }) => [at, recordedAt, recordedAt + 1]))]
  return all.filter((_, place) => place % 7 === record.length % 7)
}

/** What is told of one case has no order of its own, but for who answered for it. */
const sorted = (summary: CaseSummary): CaseSummary => {
  const inOrder = <T>(some: readonly T[]): readonly T[] =>
    some.toSorted((a, b) => (canonical(a as never) < canonical(b as never) ? -1 : 1))
  const { points, grants, answers, reasons } = summary
  return {
    ...summary,
    points: inOrder(points),
    grants: inOrder(grants),
    answers: inOrder(answers),
    reasons: inOrder(reasons)
  }
}
