/** Readings of the wall clock that are skipped where clocks are put forward, or shown twice where they are put back. */
import { Instant, type Zone } from "@hearback/core"

const { MINUTE } = Instant

/** A night on which the clocks of a zone are changed: local readings, as milliseconds since 1970. */
export interface ClockChange {
  readonly is: "skipped" | "repeated"
  /** Units: local time. What lies strictly between the two is skipped or repeated. */
  readonly from: number
  readonly to: number
}

/** Returns the changes of a zone in a stretch of time, in their order. */
export const changesOf = ({ from, offsetMinutes }: Zone.Zone, since: number, until: number): readonly ClockChange[] =>
  from.flatMap((at, index): readonly ClockChange[] => {
    const [before, after] = [offsetMinutes[index] ?? 0, offsetMinutes[index + 1] ?? 0]
    if (at < since || at >= until || before === after) return []
    const [low, high] = [at + Math.min(before, after) * MINUTE, at + Math.max(before, after) * MINUTE]
    return [{ is: after > before ? "skipped" : "repeated", from: low, to: high }]
  })

/** Returns the change in which a local reading lies. */
export const changeAt = (local: number, changes: readonly ClockChange[]): ClockChange | undefined =>
  changes.find(({ from, to }) => from < local && local < to)

/** Returns what a finding says of a reading that is skipped or repeated. */
export const aboutChange = ({ is, from, to }: ClockChange, local: number, zone: Zone.Zone) => ({
  is,
  time: timeOf(local),
  date: Instant.renderDate(Math.floor(local / Instant.DAY)),
  zone: zone.id,
  from: timeOf(from),
  to: timeOf(to)
})

/** Returns what a finding says of an instant as written, where no such reading of the wall clock is one instant. */
export const doubtful = (text: string, zone: Zone.Zone): ReturnType<typeof aboutChange> | undefined => {
  const [, date = "", hour, minute] = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)$/.exec(text.trim()) ?? []
  const day = Instant.parseDate(date)
  if (day === undefined) return undefined
  const local = day * Instant.DAY + Number(hour) * Instant.HOUR + Number(minute) * MINUTE
  const change = changeAt(local, changesOf(zone, local - 2 * Instant.DAY, local + 2 * Instant.DAY))
  return change === undefined ? undefined : aboutChange(change, local, zone)
}

const timeOf = (local: number): string => {
  const minutes = Math.round((local - Math.floor(local / Instant.DAY) * Instant.DAY) / MINUTE)
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
}
