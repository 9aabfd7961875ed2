import type { Case, CaseEvent } from "../../case/Case.ts"
import { empty } from "../../case/Case.ts"
import type { ClockState } from "../../case/track/Clocks.ts"
import type { DeciderLaw } from "../History.ts"
import { first, run } from "../History.ts"

/** Events that may set a deadline. */
const setters: ReadonlySet<string> = new Set([
  "clock-started",
  "clock-paused",
  "clock-resumed",
  "pause-capped",
  "clock-extended",
  "deadline-moved"
])

/** Events that end a clock. */
const enders: ReadonlySet<string> = new Set(["clock-met", "clock-cancelled"])

const names = (event: CaseEvent, clock: string): boolean => "clock" in event && event.clock === clock

const moved = (was: ClockState | undefined, now: ClockState, event: CaseEvent): string | undefined => {
  if (was !== undefined && was.dueAt === now.dueAt) return undefined
  return names(event, now.name) && setters.has(event.event)
    ? undefined
    : `${event.event} moved the due of ${now.name} from ${was?.dueAt} to ${now.dueAt}`
}

const forgotten = (was: ClockState | undefined, now: ClockState, event: CaseEvent): string | undefined =>
  first((was?.breaches ?? []).entries(), ([i, breach]) => {
    const kept = now.breaches[i]
    if (kept?.dueAt !== breach.dueAt || kept.detectedAt !== breach.detectedAt || kept.cause !== breach.cause)
      return `${event.event} changed a miss of ${now.name}`
    const isRefuted = event.event === "miss-refuted" && names(event, now.name)
    return kept.refuted === breach.refuted || (kept.refuted && isRefuted)
      ? undefined
      : `${event.event} refuted a miss of ${now.name}`
  })

/** Returns whether the clock of a request has ended with it; it is then removed from the case. */
const isOver = (was: ClockState | undefined, event: CaseEvent): boolean =>
  was?.timer?._tag === "Approval" && names(event, was.name) && enders.has(event.event)

const between = (before: Case, after: Case, event: CaseEvent): string | undefined =>
  first(Object.keys({ ...before.clocks, ...after.clocks }), (name) => {
    const [was, now] = [before.clocks[name], after.clocks[name]]
    if (now === undefined) return isOver(was, event) ? undefined : `${event.event} lost the clock ${name}`
    return moved(was, now, event) ?? forgotten(was, now, event)
  })

/** Law: a deadline changes only by an event that names its clock, and a miss stays a miss, perhaps a refuted one. */
export const deadlinesAreExplained: DeciderLaw = {
  name: "deadlines-are-explained",
  violation: (decider, history) =>
    first(run(decider, history).events, ([id, events]) => {
      let c = empty(id)
      for (const event of events) {
        const next = decider.evolve(c, event)
        const found = between(c, next, event)
        if (found !== undefined) return `${id}: ${found}`
        c = next
      }
      return undefined
    })
}
