/**
 * Folding the events gives the state, also when they come out of a store; the same inputs give the same events, also
 * on a state that was folded anew, so that nothing is remembered beside the record.
 */
import type { CaseEvent } from "../../case/Case.ts"
import { empty } from "../../case/Case.ts"
import type { DeciderLaw } from "../History.ts"
import { difference, first, run, same } from "../History.ts"

const stored = (events: readonly CaseEvent[]): readonly CaseEvent[] => JSON.parse(JSON.stringify(events))

export const replay: DeciderLaw = {
  name: "replay",
  violation: (decider, history) => {
    const w = run(decider, history)
    const folded = first(w.events, ([id, events]) =>
      w.cases.has(id) && !same(stored(events).reduce(decider.evolve, empty(id)), w.cases.get(id))
        ? `folding the events of ${id} gives another state`
        : undefined
    )
    return (
      folded ??
      first(w.decisions, ({ policy, before, command, meta, step }) => {
        const events = stored((w.events.get(before.id) ?? []).slice(0, before.version))
        const anew = events.reduce(decider.evolve, empty(before.id))
        const again = decider.step(policy, anew, command, meta)
        const found = difference(step.events, again.events)
        if (found !== undefined) return `${command.do} decided again: ${found}`
        return same(step.refusal, again.refusal) ? undefined : `${command.do} decided again is refused otherwise`
      })
    )
  }
}
