/** A number over time: its area between two instants, and its mean on each day. */
import { Instant } from "@hearback/core"

const { DAY } = Instant

/** A number over time. */
export interface CountOverTime {
  readonly change: (by: number, now: number) => void
  /** Counts up to an instant, with no further change. */
  readonly closeAt: (now: number) => void
  /** The area from the beginning of the window to its end.  Units: count × ms. */
  readonly area: () => number
  readonly byDay: () => readonly number[]
}

/** Makes such a number. `looked`: the window of the area; `from`: the first day. */
export const makeLevel = (from: number, looked: { readonly from: number; readonly to: number }): CountOverTime => {
  const days: number[] = []
  let [count, since, area] = [0, from, 0]
  const advance = (now: number): void => {
    const inside = Math.min(now, looked.to) - Math.max(since, looked.from)
    if (inside > 0) area += count * inside
    while (since < now) {
      const day = Math.floor((since - from) / DAY)
      const ends = Math.min(now, from + (day + 1) * DAY)
      days[day] = (days[day] ?? 0) + (count * (ends - since)) / DAY
      since = ends
    }
  }
  return {
    change: (by, now) => {
      advance(now)
      count += by
    },
    closeAt: advance,
    area: () => area,
    byDay: () => days
  }
}
