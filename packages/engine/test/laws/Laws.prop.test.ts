/** Every law of the engine holds for generated histories, and fails for the stores that break it on purpose. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { seed, shortHistories } from "../../../core/test/laws/histories.ts"
import { poolOf } from "../../../core/test/laws/Proof.ts"
import { brokenParts } from "./BrokenParts.ts"
import { hold, holds, laws } from "./Proof.ts"

/** Each step is stored here, which takes time, so most histories are short. All laws use the same ones. */
const long = poolOf({ seed, runs: 4 })
const short = poolOf({ seed, runs: 40 }, shortHistories)
const timeout = 120_000

describe.each(laws)("$name", (law) => {
  it(`holds in ${short.histories.length} short histories, seed ${seed}`, { timeout }, () =>
    hold(law, short, shortHistories)
  )
  it(`holds in ${long.histories.length} long ones, seed ${seed}`, { timeout }, () => hold(law, long))
  it.each(brokenParts.filter((one) => one.breaks === law.name))("is broken where $name", async ({ make }) => {
    const found = await fc.check(holds(law, make), { seed, numRuns: 40, endOnFailure: true })
    expect(found.failed).toBe(true)
  })
})

it("every law has stores that break it, and all such stores have a law", () => {
  expect([...new Set(brokenParts.map((one) => one.breaks))].sort()).toEqual(laws.map((law) => law.name).sort())
})
