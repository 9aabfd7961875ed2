/** Figures of cases add up, whatever order they come in: over generated policies and lives. */
import { History, World } from "@hearback/core/testing"
import fc from "fast-check"
import { expect, it } from "vitest"
import { histories } from "../../core/test/laws/histories.ts"
import { addTotals, figuresOf, measureTotals, type Story } from "../src/index.ts"
import { storyOf } from "./Fixture.ts"

const ever = { from: 0, to: Number.MAX_SAFE_INTEGER }

const lives = fc.array(histories, { minLength: 1, maxLength: 3 }).map((all) =>
  all.flatMap((history, i): readonly Story[] => {
    const { policy, events } = History.run(World.core, history)
    return [...events].map(([id, log]) => storyOf(policy, `${i}-${id}`, log))
  })
)

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
