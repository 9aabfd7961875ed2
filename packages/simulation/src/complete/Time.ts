/** Rates that change with the hour of the week, the month, and campaigns. */
import { Instant, Zone } from "@hearback/core"
import type { Campaign } from "../model/Arrivals.ts"
import type { Rate } from "../model/Plan.ts"

const { DAY, HOUR } = Instant

export interface RateGiven {
  readonly perDay: number
  readonly profile?: readonly number[] | undefined
  readonly seasons?: readonly number[] | undefined
  readonly campaigns?: readonly Campaign[] | undefined
}

/** Between 08:00 and 22:00 of every day, alike. */
const daytime: readonly number[] = Array.from({ length: 168 }, (_, hour) => (hour % 24 >= 8 && hour % 24 < 22 ? 1 : 0))

/** Returns how likely something comes at each instant, on the wall of a zone. */
export const rateOf = (given: RateGiven, zone: Zone.Zone): Rate => {
  const { perDay, profile = daytime, seasons, campaigns = [] } = given
  const total = profile.reduce((sum, weight) => sum + weight, 0)
  const hourly = profile.map((weight) => (perDay * 7 * weight) / total / HOUR)
  const usual = perDay === 0 || total === 0 ? 0 : 1
  const months = seasons ?? [1]
  const campaignAt = (instant: number): number =>
    campaigns.reduce((times, one) => (one.from <= instant && instant < one.to ? times * one.times : times), 1)
  const highest = campaigns.reduce((times, one) => times * Math.max(1, one.times), 1)
  return {
    at: (instant) => {
      const local = Zone.toLocal(instant, zone)
      const day = Math.floor(local / DAY)
      const hour = Instant.weekday(day) * 24 + Math.floor((local - day * DAY) / HOUR)
      const month = seasons === undefined ? 1 : (seasons[Instant.civilFromDays(day).month - 1] ?? 1)
      return usual * (hourly[hour] ?? 0) * month * (campaigns.length === 0 ? 1 : campaignAt(instant))
    },
    most: usual * Math.max(...hourly, 0) * Math.max(...months) * highest
  }
}
