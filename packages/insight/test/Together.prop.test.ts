/** Figures of cases add up, whatever order they come in: over generated policies and lives. */
import { Case } from "@hearback/core"
import { History, World } from "@hearback/core/testing"
import fc from "fast-check"
import { expect, it } from "vitest"
import { histories } from "../../core/test/laws/histories.ts"
import { addTotals, figuresOf, isRead, measureTotals, type Story } from "../src/index.ts"
import { storyOf } from "./Fixture.ts"

const ever = { from: 0, to: Number.MAX_SAFE_INTEGER }

const lives = fc.array(histories, { minLength: 1, maxLength: 3 }).map((all) =>
  all.flatMap((history, i): readonly Story[] => {
    const { policy, events } = History.run(World.core, history)
    return [...events].map(([id, log]) => storyOf(policy, `${i}-${id}`, log))
  })
)

it("F-T6 · events that no measure reads change no figure", () => {
  const dropped = new Set<string>()
  fc.assert(
    fc.property(histories, (history) => {
      const { policy, events } = History.run(World.core, history)
      for (const [id, log] of events) {
        const read = log.filter(({ event }) => isRead(event) || !dropped.add(event))
        const totals = (some: typeof log) => measureTotals([storyOf(policy, id, some)], ever, Number.MAX_SAFE_INTEGER)
        expect(totals(read)).toEqual(totals(log))
        expect(storyOf(policy, id, read).state).toEqual({
          ...Case.fold(id, log),
          version: read.length,
          ...unreadTracks(id)
        })
      }
    }),
    { numRuns: 20, seed: 7 }
  )
  expect([...dropped]).toContain("message-queued")
})

/** As a story has them: nothing is said of what was sent, of alarms, and of how long the record is kept. */
const unreadTracks = (id: string): Pick<Case.Case, "messages" | "watch" | "record"> => {
  const { messages, watch, record } = Case.empty(id)
  return { messages, watch, record }
}

it("measures of two halves of the cases combine to those of all, and their order does not matter", () => {
  let seen = 0
  fc.assert(
    fc.property(lives, fc.infiniteStream(fc.boolean()), (stories, sides) => {
      const [left, right]: [Story[], Story[]] = [[], []]
      for (const story of stories) (sides.next().value === true ? left : right).push(story)
      const now = Number.MAX_SAFE_INTEGER
      const whole = measureTotals(stories, ever, now)
      expect(addTotals(measureTotals(left, ever, now), measureTotals(right, ever, now))).toEqual(addTotals(whole, []))
      expect(measureTotals(stories.toReversed(), ever, now)).toEqual(whole)
      seen += figuresOf(whole).filter(({ value }) => value !== undefined).length
    }),
    { numRuns: 60, seed: 7 }
  )
  expect(seen).toBeGreaterThan(300)
})
