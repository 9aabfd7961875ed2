/** Checks a law for generated histories and counts them. */
import fc from "fast-check"
import type { DeciderLaw } from "../../src/testing/History.ts"
import { core, type Decider } from "../../src/testing/World.ts"
import { histories, type Lived } from "./histories.ts"

/** The seed and the number of runs. */
export interface Proving {
  readonly seed: number
  readonly runs: number
}

/** The numbers of histories and commands of a proof. */
export interface Proved {
  readonly histories: number
  readonly commands: number
}

/**
 * Throws with a history that violates the law, the smallest of a short search, and with the seed and path to run it
 * again.
 */
export const prove = (law: DeciderLaw, { seed, runs }: Proving): Proved => {
  let [lived, given] = [0, 0]
  fc.assert(
    fc.property(histories, (history) => {
      lived += 1
      given += law.given?.(history) ?? history.sent.length
      const found = law.violation(core, history)
      if (found !== undefined) throw new Error(found)
    }),
    { seed, numRuns: runs, endOnFailure: runs > 100 }
  )
  return { histories: lived, commands: given }
}

/** Histories for several laws, since making one takes longer than most laws. */
export interface Pool extends Proving {
  readonly histories: readonly Lived[]
}

/** Makes the histories of a seed, the same as a proof with that seed. */
export const poolOf = ({ seed, runs }: Proving, lives = histories): Pool => {
  const made: Lived[] = []
  fc.check(
    fc.property(lives, (history) => {
      made.push(history)
    }),
    { seed, numRuns: runs }
  )
  return { seed, runs, histories: made }
}

/** Throws like a proof of its seed if a history of a pool violates the law. */
export const hold = (law: DeciderLaw, { histories: made, ...proving }: Pool): void => {
  const found = made.map((history) => law.violation(core, history)).find((one) => one !== undefined)
  if (found === undefined) return
  prove(law, proving)
  throw new Error(found)
}

/**
 * Returns whether a broken decider violates the law in a history in which the real one keeps it. Rare violations are
 * looked for in every pool, and then in further histories.
 */
export const isCaught = (law: DeciderLaw, decider: Decider, pools: Iterable<Pool>): boolean => {
  const isCaughtIn = (history: Lived): boolean =>
    law.violation(decider, history) !== undefined && law.violation(core, history) === undefined
  let seen = 0
  for (const { histories: made, seed } of pools) {
    if (made.some(isCaughtIn)) return true
    seen = Math.max(seen, seed)
  }
  const rarely = fc.property(histories, (history) => !isCaughtIn(history))
  return fc.check(rarely, { seed: seen + 1_000, numRuns: 200, endOnFailure: true }).failed
}
