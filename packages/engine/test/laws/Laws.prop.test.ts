/** Every law of the shell holds over generated lives of cases, and fails on each of the parts that break it on purpose. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { seed } from "../../../core/test/laws/histories.ts"
import { brokenParts } from "./BrokenParts.ts"
import { holds, laws, prove } from "./Proof.ts"

/** Each step is stored here, so these are fewer than for the laws of the decider. */
const runs = 12

describe.each(laws)("$name", (law) => {
  it(`holds in ${runs} histories, seed ${seed}`, async () => {
    expect((await prove(law, { seed, runs })).histories).toBe(runs)
  })
  it.each(brokenParts.filter((one) => one.breaks === law.name))("is broken where $name", async ({ make }) => {
    const found = await fc.check(holds(law, make), { seed, numRuns: 60, endOnFailure: true })
    expect(found.failed).toBe(true)
  })
})

it("every law has parts that break it, and all such parts a law", () => {
  expect([...new Set(brokenParts.map((one) => one.breaks))].sort()).toEqual(laws.map((law) => law.name).sort())
})
