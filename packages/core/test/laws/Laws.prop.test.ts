/** Every law holds over generated policies and histories, and fails on each decider that breaks it on purpose. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { brokenDeciders } from "../../src/testing/laws/BrokenDeciders.ts"
import type { DeciderLaw } from "../../src/testing/laws/History.ts"
import { laws } from "../../src/testing/laws/index.ts"
import type { Decider } from "../../src/testing/World.ts"
import { core } from "../../src/testing/World.ts"
import { histories, runs, seed } from "./histories.ts"

const MINUTES = 60_000

const holds = (law: DeciderLaw, decider: Decider) =>
  fc.property(histories, (history) => {
    const found = law.violation(decider, history)
    if (found !== undefined) throw new Error(found)
  })

describe.each(laws)("$name", (law) => {
  it(
    `holds in ${runs} histories, seed ${seed}`,
    () => fc.assert(holds(law, core), { seed, numRuns: runs }),
    Math.max(1, runs / 100) * MINUTES
  )
  it.each(brokenDeciders.filter((one) => one.breaks === law.name))("is broken where $name", ({ decider }) => {
    expect(fc.check(holds(law, decider), { seed, numRuns: 200, endOnFailure: true }).failed).toBe(true)
  })
})

it("every law has a decider that breaks it, and every such decider a law", () => {
  expect([...new Set(brokenDeciders.map((one) => one.breaks))].sort()).toEqual(laws.map((law) => law.name).sort())
})
