/** Reads instants of a scenario: a local time in the policy's zone, or a duration after the previous step. */
import { Calendar, Instant, type Target, Zone } from "@hearback/core"
import { doubtful } from "../calendar/ClockChange.ts"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { wordOf } from "../people/Context.ts"
import type { Node } from "../source/Node.ts"
import { parseDuration } from "../value/Duration.ts"
import type { ScenarioContext } from "./Context.ts"
import type { DueSaid } from "./Scenario.ts"

/**
 * Returns the instant that is a duration after another. Days and longer units keep the time of day: a step is no
 * deadline, so it does not wait for the end of the day.
 */
export const after = (
  { calendar, zone }: { readonly calendar: Calendar.Calendar; readonly zone: Zone.Zone },
  from: number,
  length: Target.Target
): number => {
  switch (length._tag) {
    case "Elapsed":
      return from + length.ms
    case "Working":
      return Calendar.add(calendar, from, length.ms)
    case "WorkingDays":
      // The end of a working day belongs to the day; a day of 24 hours ends at its last ms.
      return onDay(
        zone,
        from,
        Calendar.dateOf(calendar, Calendar.addDates(calendar, from, length.days, "excluded") - 1)
      )
    case "Civil": {
      const day = Math.floor(Zone.toLocal(from, zone) / Instant.DAY)
      return onDay(zone, from, Instant.addMonths(day, length.months) + length.days)
    }
  }
}

/** Returns the same time of day on another day. */
const onDay = (zone: Zone.Zone, from: number, day: number): number => {
  const local = Zone.toLocal(from, zone)
  return Zone.toInstant(day * Instant.DAY + (local - Math.floor(local / Instant.DAY) * Instant.DAY), zone)
}

/** Returns the instant of a step: written as an instant, or as `+2 hours` after the previous step. */
export const momentOf = (
  context: ScenarioContext,
  node: Node | undefined,
  before: number | undefined
): number | undefined => {
  const text = wordOf(node)?.trim()
  if (node === undefined || text === undefined) return undefined
  if (text.startsWith("+")) {
    const length = parseDuration(text.slice(1))
    if (length !== undefined && before !== undefined) return after(context, before, length)
    context.told.push(diagnose("value/bad-length", { found: text }, node.span))
    return undefined
  }
  const at = Instant.parseInstant(text, context.zone)
  if (at === undefined) {
    context.told.push(diagnose("value/bad-date", { found: text }, node.span))
    return undefined
  }
  const twofold = doubtful(text, context.zone)
  if (twofold !== undefined) context.told.push(diagnose("calendar/clock-change", twofold, node.span))
  if (before !== undefined && at < before) {
    const shown = Instant.renderInstant(before, context.zone)
    context.told.push(diagnose("scenario/backwards", { at: text, before: shown }, node.span))
  }
  return at
}

/** Returns the due date that an expectation gives. A day without a time means any instant of the day. */
export const dueOf = (context: ScenarioContext, node: Node | undefined): DueSaid | undefined => {
  const text = wordOf(node)?.trim()
  if (node === undefined || text === undefined) return undefined
  if (Instant.parseDate(text) !== undefined) return { _tag: "Day", day: text }
  const at = Instant.parseInstant(text, context.zone)
  if (at !== undefined) return { _tag: "Instant", at }
  context.told.push(diagnose("value/bad-date", { found: text }, node.span))
  return undefined
}
