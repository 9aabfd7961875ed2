/**
 * Shows the order of gates as chains. An arrow in a chain means that one gate directly follows another; gates without
 * a chain between them can be passed in any order.
 */
import type { PreviewGate } from "../../preview/Obligations.ts"

type Ordered = Pick<PreviewGate, "name" | "after">

/**
 * Returns chains that contain every gate of `shown`, with each direct step once. A chain can begin with a gate of an
 * earlier chain, or with another gate for which `isShown` is true. The followers of an omitted gate follow what the
 * omitted gate follows.
 */
export const chainsOf = (
  all: readonly Ordered[],
  isShown: (gate: string) => boolean,
  shown: readonly string[]
): readonly (readonly string[])[] => {
  const before = directlyBefore(all, isShown)
  const steps = new Map(shown.map((gate) => [gate, new Set(before.get(gate))]))
  const chains: (readonly string[])[] = []
  const drawn = new Set<string>()
  /** Takes the first step from a gate, preferably to a gate that no chain has yet. */
  const stepFrom = (gate: string): string | undefined => {
    const next = shown.filter((other) => steps.get(other)?.has(gate))
    const to = next.find((other) => !drawn.has(other)) ?? next[0]
    if (to !== undefined) steps.get(to)?.delete(gate)
    return to
  }
  const draw = (from: readonly string[]): void => {
    const chain = [...from]
    for (let gate = chain.at(-1); gate !== undefined; ) {
      drawn.add(gate)
      gate = stepFrom(gate)
      if (gate !== undefined) chain.push(gate)
    }
    chains.push(chain)
  }
  for (const gate of shown) {
    if (!drawn.has(gate)) {
      const [first] = steps.get(gate) ?? []
      steps.get(gate)?.delete(first ?? "")
      draw(first === undefined ? [gate] : [first, gate])
    }
    for (const first of steps.get(gate) ?? []) {
      steps.get(gate)?.delete(first)
      draw([first, gate])
    }
  }
  return chains
}

/** Returns for every gate the gates that it follows directly. */
const directlyBefore = (
  all: readonly Ordered[],
  isShown: (gate: string) => boolean
): ReadonlyMap<string, readonly string[]> => {
  const after = new Map(all.map((gate) => [gate.name, gate.after]))
  const nearest = (gate: string): readonly string[] =>
    (after.get(gate) ?? []).flatMap((name) => (isShown(name) ? [name] : nearest(name)))
  const everything = new Map<string, ReadonlySet<string>>()
  /** Returns all gates that a gate follows, directly or not. */
  const allBefore = (gate: string): ReadonlySet<string> => {
    const known = everything.get(gate)
    if (known !== undefined) return known
    const found = new Set(nearest(gate).flatMap((name) => [name, ...allBefore(name)]))
    everything.set(gate, found)
    return found
  }
  return new Map(
    all.map(({ name }) => {
      const near = [...new Set(nearest(name))]
      return [name, near.filter((one) => !near.some((other) => other !== one && allBefore(other).has(one)))]
    })
  )
}
