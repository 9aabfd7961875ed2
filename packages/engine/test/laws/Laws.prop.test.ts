/** Every law of the shell holds over generated lives of cases, and fails on each of the parts that break it on purpose. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { histories, seed } from "../../../core/test/laws/histories.ts"
import { memoryKeyStore } from "../../src/memory/MemoryKeyStore.ts"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import { brokenParts } from "./BrokenParts.ts"
import { erasable } from "./Erasable.ts"
import { sameCommandTwice } from "./SameCommandTwice.ts"
import type { Parts, ShellLaw } from "./Shell.ts"
import { storedFirst } from "./StoredFirst.ts"

const laws = [storedFirst, sameCommandTwice, erasable]
/** A tenth of what the laws of the decider take: each step is stored here. */
const runs = Math.ceil(Number(process.env["HEARBACK_RUNS"] ?? 120) / 10)
const MINUTES = 60_000

const whole = (): Parts => ({ store: memoryStore(), keys: memoryKeyStore() })

const holds = (law: ShellLaw, make: () => Parts) =>
  fc.asyncProperty(histories, async (history) => {
    const found = await law.violation(make, history)
    if (found !== undefined) throw new Error(found)
  })

describe.each(laws)("$name", (law) => {
  it(`holds in ${runs} histories, seed ${seed}`, { timeout: Math.max(1, runs / 20) * MINUTES }, () =>
    fc.assert(holds(law, whole), { seed, numRuns: runs, endOnFailure: true })
  )
  it.each(brokenParts.filter((one) => one.breaks === law.name))("is broken where $name", async ({ make }) => {
    const found = await fc.check(holds(law, make), { seed, numRuns: 60, endOnFailure: true })
    expect(found.failed).toBe(true)
  })
})

it("every law has parts that break it, and all such parts a law", () => {
  expect([...new Set(brokenParts.map((one) => one.breaks))].sort()).toEqual(laws.map((law) => law.name).sort())
})
