import type { CaseEvent } from "../../case/Case.ts"
import { empty } from "../../case/Case.ts"
import type { DeciderLaw } from "../History.ts"
import { first, run } from "../History.ts"
import type { Decider } from "../World.ts"

/** Returns the events in another order, which depends only on their number. */
const shuffled = (events: readonly CaseEvent[]): readonly CaseEvent[] => {
  const result = [...events]
  let seed = events.length + 1
  for (let i = result.length - 1; i > 0; i--) {
    seed = (seed * 48_271) % 2_147_483_647
    const j = seed % (i + 1)
    const [a, b] = [result[i] as CaseEvent, result[j] as CaseEvent]
    result[i] = b
    result[j] = a
  }
  return result
}

const foreign = [
  { event: "written-by-a-later-version", at: 0 },
  { event: "__proto__", at: 0 },
  { event: "constructor", at: 0, clock: "toString" }
] as unknown as readonly CaseEvent[]

const folds = (decider: Decider, id: string, events: readonly CaseEvent[]): string | undefined => {
  try {
    const c = events.reduce(decider.evolve, empty(id))
    return c.version === events.length ? undefined : `${events.length} events fold to version ${c.version}`
  } catch (fault) {
    return `folding throws ${String(fault)}`
  }
}

/** Gives every event twice, and a later one in between. Only the next event may count. */
const strays = (decider: Decider, id: string, events: readonly CaseEvent[]): string | undefined => {
  let c = empty(id)
  for (const [i, event] of events.entries()) {
    const next = decider.evolveAt(c, i + 1, event)
    if (next.version !== i + 1) return `event ${i + 1} in its turn gives version ${next.version}`
    if (decider.evolveAt(next, i + 1, event) !== next) return `event ${i + 1} counts twice`
    if (decider.evolveAt(next, i + 3, event) !== next) return `an event out of its turn counts`
    c = next
  }
  return undefined
}

/**
 * Law: no event breaks a state. Shuffled, repeated or unknown events never throw; repeated and misplaced ones change
 * nothing.
 */
export const evolveTotal: DeciderLaw = {
  name: "evolve-total",
  violation: (decider, history) =>
    first(run(decider, history).events, ([id, events]) => {
      const twice = events.flatMap((event) => [event, event])
      return (
        folds(decider, id, shuffled(events)) ??
        folds(decider, id, events.toReversed()) ??
        folds(decider, id, shuffled([...twice, ...foreign])) ??
        strays(decider, id, events)
      )
    })
}
