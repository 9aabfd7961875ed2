import type { Case, CaseEvent } from "../../case/Case.ts"
import { empty } from "../../case/Case.ts"
import type { DeciderLaw } from "../History.ts"
import { difference, first, run, same } from "../History.ts"
import type { Decider } from "../World.ts"

const stored = (events: readonly CaseEvent[]): readonly CaseEvent[] => JSON.parse(JSON.stringify(events))

/** Returns the states of a case by version, folded from events in their stored form. */
const foldedAnew = ({ evolve }: Decider, id: string, events: readonly CaseEvent[]): readonly Case[] => {
  let state = empty(id)
  return [state, ...stored(events).map((event) => (state = evolve(state, event)))]
}

/**
 * Law: folding the events gives the state, also from stored events. The same inputs give the same events, also for a
 * state that was folded again, so nothing depends on data outside of the record.
 */
export const replay: DeciderLaw = {
  name: "replay",
  violation: (decider, history) => {
    const w = run(decider, history)
    const anew = new Map([...w.events].map(([id, events]) => [id, foldedAnew(decider, id, events)]))
    const folded = first(w.cases, ([id, state]) =>
      same(anew.get(id)?.at(-1), state) ? undefined : `folding the events of ${id} gives another state`
    )
    return (
      folded ??
      first(w.decisions, ({ policy, before, command, meta, step }) => {
        const state = anew.get(before.id)?.[before.version] ?? empty(before.id)
        const again = decider.step(policy, state, command, meta)
        const found = difference(step.events, again.events)
        if (found !== undefined) return `${command.do} decided again: ${found}`
        return same(step.refusal, again.refusal) ? undefined : `${command.do} decided again is refused otherwise`
      })
    )
  }
}
