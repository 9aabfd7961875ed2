import { custodian } from "../../people/Actor.ts"
import type { DeciderLaw } from "../History.ts"
import { first, run } from "../History.ts"

/** The only events that change the owner. */
const moves: ReadonlySet<string> = new Set(["owner-assigned", "handover-accepted", "on-call-accepted"])

/** Law: every open case has exactly one owner, whatever happened: a person of the directory, or the custodian. */
export const neverOrphaned: DeciderLaw = {
  name: "never-orphaned",
  violation: (decider, history) => {
    const w = run(decider, history)
    const known = new Set([custodian, ...w.people.map((person) => person.id)])
    return first(w.decisions, ({ before, command, step }) => {
      const { owner } = step.state.ownership
      if (step.state.version === 0) return undefined
      if (!known.has(owner)) return `after ${command.do} the owner is "${owner}"`
      const isMoved = before.version > 0 && owner !== before.ownership.owner
      if (isMoved && !step.events.some((event) => moves.has(event.event)))
        return `${command.do} moved the case to ${owner} without saying so`
      return before.version === 0 && !step.events.some((event) => event.event === "owner-assigned")
        ? "a case was opened without an owner"
        : undefined
    })
  }
}
