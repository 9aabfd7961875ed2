/** Local times that are skipped when clocks go forward, or repeated when they go back. */
import { Instant, type Zone } from "@hearback/core"

const { MINUTE } = Instant

/** A change of daylight saving time in a zone. Local times are written as milliseconds since 1970. */
export interface ClockChange {
  readonly is: "skipped" | "repeated"
  /** Times strictly between the two are skipped or repeated.  Units: ms of local time. */
  readonly from: number
  readonly to: number
}

/** Returns the changes of a zone in a period, in order of time. */
export const changesOf = ({ from, offsetMinutes }: Zone.Zone, since: number, until: number): readonly ClockChange[] =>
  from.flatMap((at, index): readonly ClockChange[] => {
    const [before, after] = [offsetMinutes[index] ?? 0, offsetMinutes[index + 1] ?? 0]
    if (at < since || at >= until || before === after) return []
    const [low, high] = [at + Math.min(before, after) * MINUTE, at + Math.max(before, after) * MINUTE]
    return [{ is: after > before ? "skipped" : "repeated", from: low, to: high }]
  })

/** Returns the change that contains a local time. */
export const changeAt = (local: number, changes: readonly ClockChange[]): ClockChange | undefined =>
  changes.find(({ from, to }) => from < local && local < to)

/** Returns the parameters of a finding about a local time that is skipped or repeated. */
export const aboutChange = ({ is, from, to }: ClockChange, local: number, zone: Zone.Zone) => ({
  is,
  time: timeOf(local),
  date: Instant.renderDate(Math.floor(local / Instant.DAY)),
  zone: zone.id,
  from: timeOf(from),
  to: timeOf(to)
})

/**
 * Returns the parameters of a finding about a written local time that is not exactly one instant; undefined if it is.
 */
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
