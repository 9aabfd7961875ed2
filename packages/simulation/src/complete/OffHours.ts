/**
 * Measures how much arrives outside working hours. Nearly everything does if instants were read in a wrong time zone.
 */
import { Calendar, Instant, type Policy } from "@hearback/core"
import type { Plan } from "../model/Plan.ts"

const { DAY, HOUR } = Instant

/** For random arrivals, four weeks show as much as the whole time. */
const lookedAt = 28 * DAY

/** Returns the share of arrivals at which no calendar of the staff is open. */
export const offHours = (
  { calendars }: Policy.Policy,
  { from, until, arrivals, workers }: Pick<Plan, "from" | "until" | "arrivals" | "workers">
): number => {
  const open = [...new Set(workers.map(({ rule }) => rule.name))].flatMap((name) => calendars.get(name) ?? [])
  const { trace, rate } = arrivals
  const end = Math.min(until, from + lookedAt)
  const hours = Array.from({ length: Math.ceil((end - from) / HOUR) }, (_, n) => from + (n + 0.5) * HOUR)
  const coming =
    trace === undefined
      ? hours.map((at) => ({ at, much: rate.at(at) }))
      : trace.flatMap(({ at }) => (from <= at && at < until ? [{ at, much: 1 }] : []))
  let [all, outside] = [0, 0]
  for (const { at, much } of coming) {
    all += much
    if (!open.some((calendar) => Calendar.isOpen(calendar, at))) outside += much
  }
  return all === 0 ? 0 : outside / all
}
