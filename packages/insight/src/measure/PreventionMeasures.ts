/** Measures of prevention. */
import { Instant, type Zone } from "@hearback/core"
import { kindAt, momentsOf, type Story } from "../story/CaseStory.ts"
import { type Reckoning, sharePoint } from "./Measure.ts"
import type { DataPoint } from "./Tally.ts"

/** Returns the end of an action's due date; a date counts to its end. */
const endOf = (due: string, zone: Zone.Zone): number | undefined => {
  const day = Instant.parseDate(due.trim())
  return Instant.parseInstant(day === undefined ? due.trim() : Instant.renderDate(day + 1), zone)
}

interface Planned {
  readonly gate: string
  readonly due: number | undefined
  doneAt?: number
  droppedAt?: number
}

/** Returns every planned preventive action with its result. */
const planned = (story: Story): readonly Planned[] => {
  const all: Planned[] = []
  for (const { event, before } of momentsOf(story, "action-planned", "action-done", "gate-reopened")) {
    if (kindAt(story, before, event.gate)?.brings !== "live") continue
    const open = all.filter(({ gate, droppedAt }) => gate === event.gate && droppedAt === undefined)
    if (event.event === "action-planned")
      for (const { due } of event.actions)
        all.push({ gate: event.gate, due: due === undefined ? undefined : endOf(due, story.policy.zone) })
    else if (event.event === "gate-reopened") for (const action of open) action.droppedAt = event.at
    else {
      const action = open[event.action - 1]
      if (action !== undefined) action.doneAt ??= event.at
    }
  }
  return all
}

/**
 * Actions that a gate waits for, done by their due date, of all that were done or overdue. An action done in time
 * belongs to the instant at which it was done; any other to its due date. Left out: actions without a due date, those
 * not due yet, and those dropped before their due date because the analysis began again.
 */
export const actionsOnTime: Reckoning = {
  shape: "share",
  points: (story) =>
    planned(story).flatMap(({ due, doneAt, droppedAt }): readonly DataPoint[] => {
      if (due === undefined) return []
      if (doneAt !== undefined && doneAt <= due) return [sharePoint(doneAt, true)]
      return doneAt === undefined && droppedAt !== undefined && droppedAt < due ? [] : [sharePoint(due, false)]
    })
}

/**
 * Effectiveness checks that passed at the first try, of all checks with a first result in the period: passed, or
 * failed because the cause recurred or the metric was missed. Each check of a case counts once, whatever follows.
 */
const preventionEffective: Reckoning = {
  shape: "share",
  points: (story) => {
    const known = new Set<string>()
    return momentsOf(story, "gate-passed", "verification-failed").flatMap(({ event, before }) => {
      if (known.has(event.gate) || kindAt(story, before, event.gate)?.brings !== "verified") return []
      known.add(event.gate)
      return [sharePoint(event.at, event.event === "gate-passed")]
    })
  }
}

/** The measures of this file. */
export const preventionMeasures = {
  "prevention-on-time": actionsOnTime,
  "prevention-effective": preventionEffective
} as const
