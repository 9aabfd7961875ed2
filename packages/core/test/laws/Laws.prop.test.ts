/**
 * Every law holds for generated policies and histories, and fails for each decider that breaks it on purpose. What the
 * policies contained and what happened is counted: no key of a policy and no event of a case may be missing.
 */
import { beforeAll, describe, expect, it } from "vitest"
import { brokenDeciders } from "../../src/testing/broken/index.ts"
import { laws } from "../../src/testing/laws/index.ts"
import { coverage, look, missing } from "./Coverage.ts"
import { runs, seed } from "./histories.ts"
import { hold, isCaught, type Pool, poolOf } from "./Proof.ts"

const MINUTES = 60_000
const timeout = Math.max(2, runs / 20) * MINUTES

/** The number of sets of histories. Each law is checked with one of them. */
const POOLS = 3
const pools = new Map<number, Pool>()
const poolAt = (n: number): Pool => {
  const pool = pools.get(n) ?? poolOf({ seed: seed + n, runs })
  pools.set(n, pool)
  return pool
}
/** Yields every pool, that of a law first; each is made when it is reached. */
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

it("every law has a decider that breaks it, and every such decider has a law", () => {
  expect([...new Set(brokenDeciders.map((one) => one.breaks))].sort()).toEqual(laws.map((law) => law.name).sort())
})

describe("what was generated", () => {
  const reached = coverage()
  beforeAll(() => {
    for (let n = 0; n < POOLS; n++) for (const history of poolAt(n).histories) look(reached, history)
  }, timeout)

  it("at least a hundred histories for each law", () => {
    expect(Math.min(...[...pools.values()].map(({ histories }) => histories.length))).toBeGreaterThanOrEqual(100)
  })
  it("at least ten thousand commands", () => expect(reached.commands).toBeGreaterThanOrEqual(10_000))
  it("every command, accepted", () => expect(missing(reached).verbs).toEqual([]))
  it("every event", () => expect(missing(reached).events).toEqual([]))
  it("gates of every kind, passed", () => expect(missing(reached).gates).toEqual([]))
  it("every timer", () => expect(missing(reached).timers).toEqual([]))
  it("every reason of a refusal", () => expect(missing(reached).refusals).toEqual([]))
  it("everything that a policy can contain", () => expect(missing(reached).said).toEqual([]))
})
