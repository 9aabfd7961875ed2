import type { EventName } from "../../case/Case.ts"
import type { DeciderLaw } from "../History.ts"
import { endOf, first, run } from "../History.ts"
import { tick } from "../World.ts"

const YEAR = 366 * 86_400_000

/** Events that are reported and not decided, and so need no rule. */
const reports: ReadonlySet<EventName> = new Set<EventName>([
  "case-opened",
  "facts-recorded",
  "customer-wrote",
  "customer-erased",
  "customer-told",
  "note-added",
  "problem-told",
  "problem-closed",
  "message-queued",
  "message-handed-over",
  "message-bounced",
  "command-refused",
  "policy-moved",
  "calendars-moved"
])

/** Law: every event that decides something names the rule of the policy that made it. */
export const saidWhy: DeciderLaw = {
  name: "said-why",
  violation: (decider, history) => {
    const w = run(decider, history)
    const versions = [w.policy, ...w.versions]
    return first(tick(w, endOf(history) + YEAR).events, ([id, events]) =>
      first(events, (event) => {
        if (reports.has(event.event)) return undefined
        if (event.why === undefined) return `${id}: ${event.event} does not say why: ${JSON.stringify(event)}`
        const { why } = event
        return versions.some(({ bundle }) => Object.hasOwn(bundle.places, why))
          ? undefined
          : `${id}: ${event.event} names "${why}", which is no rule`
      })
    )
  }
}
