/**
 * Proposes scenarios for what no scenario exercises. Each was tried and exercises what it claims. One can exercise
 * several items, so there are few; the same policy and people give the same proposals.
 */
import type { Bundle } from "@hearback/core"
import type { People } from "@hearback/policy"
import { scenarioText } from "../law/Counterexample.ts"
import type { Coverage } from "./Coverage.ts"
import { subjectOf } from "./Items.ts"
import { journeysTo } from "./Journeys.ts"
import { type Tried, tryOut } from "./Trial.ts"

/** A proposed scenario. */
export interface Generated {
  /** The text, as in a scenario file below `scenarios`. */
  readonly text: string
  /** Keys of what it exercises, without what scenarios and earlier proposals exercise. */
  readonly covers: readonly string[]
}

/** How scenarios are proposed. */
export interface GenerateOptions {
  /** The most proposals that are tried. */
  readonly most: number
  /** Returns the title of the nth proposal. */
  readonly title: (number: number) => string
  readonly tell?: (tried: number) => void
  readonly signal?: AbortSignal
}

/** Returns proposed scenarios. */
export const generate = async (
  bundle: Bundle.Bundle,
  people: People,
  { uncovered }: Coverage,
  { most, title, tell, signal }: GenerateOptions
): Promise<readonly Generated[]> => {
  const subject = subjectOf(bundle)
  const left = new Map(uncovered.map(({ key, item }) => [key, item]))
  const tried = new Set<string>()
  const found: Generated[] = []
  for (const { key, item } of uncovered)
    for (const journey of left.has(key) ? journeysTo(subject, people, item) : []) {
      const id = JSON.stringify(journey)
      if (!left.has(key) || tried.has(id)) continue
      if (tried.size >= most) return found
      signal?.throwIfAborted()
      tell?.(tried.add(id).size)
      const outcome = await tryOut(subject, people, journey)
      const covers = outcome === undefined ? [] : [...left.keys()].filter((one) => outcome.covered.has(one))
      if (outcome === undefined || covers.length === 0) continue
      found.push({ text: written(title(found.length + 1), outcome), covers })
      for (const one of covers) left.delete(one)
    }
  return found
}

const written = (law: string, { steps }: Tried): string => {
  const text = scenarioText({ law, policy: "policy.yaml", people: undefined, steps })
  return text.slice(text.indexOf("  - scenario:"))
}
