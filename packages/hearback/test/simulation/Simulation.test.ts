/** Lives of a store with faults; `npm run prove` runs ten thousand of them. */
import { describe, expect, it } from "vitest"
import { brokenWorlds } from "./BrokenWorlds.ts"
import { again, simulate } from "./Simulation.ts"

const lives = 20

describe("the loop with crashes, delays, repetitions and clocks that jump", () => {
  it(`keeps every law in ${lives} lives`, { timeout: 300_000 }, async () => {
    for (let seed = 1; seed <= lives; seed++) {
      const { violation } = await simulate(seed)
      if (violation !== undefined) expect.fail(`${violation}\nAgain: ${again(seed)}`)
    }
  })

  it("has the same course each time", async () => {
    for (const seed of [3, 9, 11]) expect(await simulate(seed)).toEqual(await simulate(seed))
  })
})

describe("a broken world is detected, and again with the same seed", () => {
  it.each(brokenWorlds)("$name", { timeout: 300_000 }, async ({ found, make, from = 1 }) => {
    let seed = from
    let life = await simulate(seed, make)
    while (!found.test(life.violation ?? "") && seed < from + 60) {
      seed += 1
      life = await simulate(seed, make)
    }
    expect(life.violation).toMatch(found)
    expect(await simulate(seed, make)).toEqual(life)
  })
})
