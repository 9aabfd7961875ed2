/**
 * Measures how many mistakes in a policy its scenarios would detect: each mutant is tried until a scenario fails that
 * passes with the original policy. If none fails, the policy can be changed at that place without being noticed.
 */
import type { Bundle } from "@hearback/core"
import { Policy } from "@hearback/core"
import { type Place, placeOf } from "../../answer/Place.ts"
import { type RanScenario, runObserved } from "../scenario/ScenarioRun.ts"
import { type Mutant, type MutationKind, mutantsOf } from "./Mutants.ts"

export type { MutationKind }

/** A scenario that passes. */
export type Held = Pick<RanScenario, "scenario" | "people">

interface Survivor extends Pick<Mutant, "change" | "rule" | "about"> {
  readonly place?: Place
}

/** The result of a mutation test. */
export interface Mutation {
  readonly noticed: number
  readonly tried: number
  /** The number of mutants. Those that are tried are spread over all of them. */
  readonly all: number
  readonly survivors: readonly Survivor[]
}

/** How mutants are tried. */
export interface MutationOptions {
  readonly most: number
  readonly tell?: (tried: number, of: number) => void
  readonly signal?: AbortSignal
}

/** Tries the mutants of a policy. */
export const mutate = async (
  bundle: Bundle.Bundle,
  held: readonly Held[],
  { most, tell, signal }: MutationOptions
): Promise<Mutation> => {
  const all = mutantsOf(bundle)
  const share = Math.min(1, most / all.length)
  const chosen = all.filter((_, n) => Math.floor((n + 1) * share) > Math.floor(n * share))
  const survivors: Survivor[] = []
  for (const [n, mutant] of chosen.entries()) {
    signal?.throwIfAborted()
    tell?.(n, chosen.length)
    if (await isNoticed(mutant, held)) continue
    const { change, rule, about } = mutant
    const place = placeOf(Policy.load(bundle), rule)
    survivors.push({ change, rule, ...(about !== undefined && { about }), ...(place && { place }) })
  }
  return { noticed: chosen.length - survivors.length, tried: chosen.length, all: all.length, survivors }
}

const isNoticed = async ({ bundle }: Mutant, held: readonly Held[]): Promise<boolean> => {
  for (const { scenario, people } of held) if (!(await runObserved(scenario, bundle, people, {})).result.ok) return true
  return false
}
