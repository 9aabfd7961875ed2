import type { DeciderLaw } from "../History.ts"
import { difference, endOf, first, isRecountedByTime, ownEvents, run } from "../History.ts"
import type { TestWorld } from "../World.ts"
import { tell, tick } from "../World.ts"

const MINUTE = 60_000
const MINUTES = 9 * 60

const minuteByMinute = (world: TestWorld, from: number): TestWorld => {
  let next = world
  for (let minute = 1; minute <= MINUTES; minute++)
    for (const id of next.cases.keys()) next = tell(next, id, from + minute * MINUTE)
  return next
}

/**
 * Law: going from due instant to due instant finds everything that going minute by minute finds, and every due instant
 * lies in the future.
 */
export const dueIsComplete: DeciderLaw = {
  name: "due-is-complete",
  violation: (decider, history) => {
    const w = run(decider, history)
    const end = endOf(history)
    const past = first(w.cases.values(), (state) => {
      const at = decider.due(state)
      return at === null || at > end ? undefined : `${state.id} is due at ${at}, not after ${end}`
    })
    if (past !== undefined) return past
    const jumped = tick(w, end + MINUTES * MINUTE)
    if (isRecountedByTime(jumped)) return undefined
    return first(minuteByMinute(w, end).events, ([id, events]) => {
      const found = difference(ownEvents(jumped.events.get(id) ?? []), ownEvents(events))
      return found === undefined ? undefined : `${id}: ${found}`
    })
  }
}
