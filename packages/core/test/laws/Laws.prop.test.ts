/**
 * Every law holds over generated policies and histories, and fails on each decider that breaks it on purpose, where the
 * right one keeps it. What the generated policies said, and what came of them, is counted: nothing that a policy can
 * say and nothing that can happen to a case may be missing.
 */
import { beforeAll, describe, expect, it } from "vitest"
import { brokenDeciders } from "../../src/testing/broken/index.ts"
import { laws } from "../../src/testing/laws/index.ts"
import { coverage, look, missing } from "./Coverage.ts"
import { runs, seed } from "./histories.ts"
import { hold, isCaught, type Pool, poolOf } from "./Proof.ts"

const MINUTES = 60_000
const timeout = Math.max(2, runs / 20) * MINUTES

/** So many sets of histories: each law is held over one of them. */
const POOLS = 3
const pools = new Map<number, Pool>()
const poolAt = (n: number): Pool => {
  const pool = pools.get(n) ?? poolOf({ seed: seed + n, runs })
  pools.set(n, pool)
  return pool
}
/** Every pool, that of a law first, each made when it is come to. */
function* poolsFrom(n: number): Iterable<Pool> {
  for (let i = 0; i < POOLS; i++) yield poolAt((n + i) % POOLS)
}

describe.each(laws.map((law, i) => ({ name: law.name, law, n: i % POOLS })))("$name", ({ law, n }) => {
  it(`holds in ${runs} histories, seed ${seed + n}`, { timeout }, () => hold(law, poolAt(n)))
  it.each(brokenDeciders.filter((one) => one.breaks === law.name))(
    "is broken where $name",
    { timeout },
    ({ decider }) => {
      expect(isCaught(law, decider, poolsFrom(n))).toBe(true)
    }
  )
})

it("every law has a decider that breaks it, and every such decider a law", () => {
  expect([...new Set(brokenDeciders.map((one) => one.breaks))].sort()).toEqual(laws.map((law) => law.name).sort())
})

describe("what was generated", () => {
  const reached = coverage()
  beforeAll(() => {
    for (let n = 0; n < POOLS; n++) for (const history of poolAt(n).histories) look(reached, history)
  }, timeout)

  it("is at least a hundred histories for each law", () => {
    expect(Math.min(...[...pools.values()].map(({ histories }) => histories.length))).toBeGreaterThanOrEqual(100)
  })
  it("is at least ten thousand commands", () => expect(reached.commands).toBeGreaterThanOrEqual(10_000))
  it("gives every command, and has it accepted", () => expect(missing(reached).verbs).toEqual([]))
  it("leads to every event", () => expect(missing(reached).events).toEqual([]))
  it("passes gates of every kind", () => expect(missing(reached).gates).toEqual([]))
  it("starts every timer", () => expect(missing(reached).timers).toEqual([]))
  it("is refused for every reason", () => expect(missing(reached).refusals).toEqual([]))
  it("says everything that a policy can say", () => expect(missing(reached).said).toEqual([]))
})
