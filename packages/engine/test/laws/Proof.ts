/** Checks the laws of the engine for generated histories and counts them. */
import fc from "fast-check"
import { histories } from "../../../core/test/laws/histories.ts"
import type { Pool, Proved, Proving } from "../../../core/test/laws/Proof.ts"
import { memoryKeyStore } from "../../src/memory/MemoryKeyStore.ts"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import { type EngineLaw, givenIn, type MakeParts, type Parts } from "./EngineLife.ts"
import { erasable } from "./Erasable.ts"
import { sameCommandTwice } from "./SameCommandTwice.ts"
import { storedFirst } from "./StoredFirst.ts"

/** The laws of the engine. */
export const laws: readonly EngineLaw[] = [storedFirst, sameCommandTwice, erasable]

const whole = (): Parts => ({ store: memoryStore(), keys: memoryKeyStore() })

/** The property that a law holds with these stores; `told` gets the number of commands of each history. */
export const holds = (
  law: EngineLaw,
  make: MakeParts,
  lives = histories,
  told: (commands: number) => void = () => {}
) =>
  fc.asyncProperty(lives, async (history) => {
    told(givenIn(history).length)
    const found = await law.violation(make, history)
    if (found !== undefined) throw new Error(found)
  })

/** Throws with a history that violates the law, and with the seed and path to run it again; returns the counts. */
export const prove = async (
  law: EngineLaw,
  { seed, runs }: Proving,
  lives = histories,
  make: MakeParts = whole
): Promise<Proved> => {
  let [lived, given] = [0, 0]
  const count = (commands: number): void => {
    lived += 1
    given += commands
  }
  await fc.assert(holds(law, make, lives, count), { seed, numRuns: runs, endOnFailure: true })
  return { histories: lived, commands: given }
}

/** Throws like a proof of its seed if a history of a pool violates the law. */
export const hold = async (law: EngineLaw, { histories: made, ...proving }: Pool, lives = histories): Promise<void> => {
  for (const history of made) {
    const found = await law.violation(whole, history)
    if (found === undefined) continue
    await prove(law, proving, lives)
    throw new Error(found)
  }
}
