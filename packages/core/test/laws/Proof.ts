/** Holds a law against generated histories, and counts them. */
import fc from "fast-check"
import type { DeciderLaw } from "../../src/testing/History.ts"
import { core, type Decider } from "../../src/testing/World.ts"
import { type Coverage, look } from "./Coverage.ts"
import { histories } from "./histories.ts"

export interface Proving {
  readonly seed: number
  readonly runs: number
  /** Where what the histories reached is counted. */
  readonly reached?: Coverage
}

export interface Proved {
  readonly histories: number
  readonly commands: number
}

/** Throws with a history that violates the law, the smallest of a short run, and with the seed and path to run it again. */
export const prove = (law: DeciderLaw, { seed, runs, reached }: Proving): Proved => {
  let [lived, given] = [0, 0]
  fc.assert(
    fc.property(histories, (history) => {
      lived += 1
      given += law.given?.(history) ?? history.sent.length
      // Once a history has failed, what follows are smaller ones of the same.
      if (reached !== undefined && lived <= runs) look(reached, history)
      const found = law.violation(core, history)
      if (found !== undefined) throw new Error(found)
    }),
    { seed, numRuns: runs, endOnFailure: runs > 100 }
  )
  return { histories: lived, commands: given }
}

/** Returns whether a broken decider violates the law in a history in which the right one keeps it. */
export const isCaught = (law: DeciderLaw, decider: Decider, seed: number): boolean =>
  fc.check(
    fc.property(
      histories,
      (history) => law.violation(decider, history) === undefined || law.violation(core, history) !== undefined
    ),
    { seed, numRuns: 300, endOnFailure: true }
  ).failed
