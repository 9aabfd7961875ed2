/**
 * Every law holds over generated policies and histories, and fails on each decider that breaks it on purpose, where the
 * right one keeps it. What the generated policies said, and what came of them, is counted: nothing that a policy can
 * say and nothing that can happen to a case may be missing.
 */
import { describe, expect, it } from "vitest"
import { brokenDeciders } from "../../src/testing/broken/index.ts"
import { laws } from "../../src/testing/laws/index.ts"
import { coverage, missing } from "./Coverage.ts"
import { runs, seedOf } from "./histories.ts"
import { isCaught, prove } from "./Proof.ts"

const MINUTES = 60_000
const reached = coverage()
/** Rights differ by actor and command: one law needs more histories than the others. */
const runsOf = (law: string): number => (law === "allowed-is-what-is-accepted" ? Math.max(runs, 100) : runs)

describe.each(laws.map((law, i) => ({ name: law.name, law, seed: seedOf(i), own: runsOf(law.name) })))(
  "$name",
  ({ law, seed, own }) => {
    it(`holds in ${own} histories, seed ${seed}`, { timeout: Math.max(2, own / 40) * MINUTES }, () => {
      prove(law, { seed, runs: own, reached })
    })
    it.each(brokenDeciders.filter((one) => one.breaks === law.name))("is broken where $name", ({ decider }) => {
      expect(isCaught(law, decider, seed)).toBe(true)
    })
  }
)

it("every law has a decider that breaks it, and every such decider a law", () => {
  expect([...new Set(brokenDeciders.map((one) => one.breaks))].sort()).toEqual(laws.map((law) => law.name).sort())
})

describe("what was generated", () => {
  it("is at least ten thousand commands", () => expect(reached.commands).toBeGreaterThanOrEqual(10_000))
  it("gives every command, and has it accepted", () => expect(missing(reached).verbs).toEqual([]))
  it("leads to every event", () => expect(missing(reached).events).toEqual([]))
  it("passes gates of every kind", () => expect(missing(reached).gates).toEqual([]))
  it("starts every timer", () => expect(missing(reached).timers).toEqual([]))
  it("is refused for every reason", () => expect(missing(reached).refusals).toEqual([]))
  it("says everything that a policy can say", () => expect(missing(reached).said).toEqual([]))
})
