/** Rates that change with the hour of the week, the month, and campaigns. */
import { type Calendar, Instant, type Policy, Zone } from "@hearback/core"
import type { Campaign } from "../model/Arrivals.ts"
import type { ArrivalRate } from "../model/Plan.ts"

const { DAY, HOUR } = Instant

/** What a rate depends on. */
export interface RateGiven {
  readonly perDay: number
  readonly profile?: readonly number[] | undefined
  readonly seasons?: readonly number[] | undefined
  readonly campaigns?: readonly Campaign[] | undefined
}

/** The weights of a week's hours: 08:00 to 22:00 of every day, all equal. */
const daytime: readonly number[] = Array.from({ length: 168 }, (_, hour) => (hour % 24 >= 8 && hour % 24 < 22 ? 1 : 0))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/**
 * Returns the weights of a week in which four of five arrivals are in the hours of the policy's calendar and the
 * others in the daytime; undefined if these hours are the same, or if the calendar has another zone.
 */
export const workingHours = ({ bundle }: Policy.Policy): readonly number[] | undefined => {
  const rule = bundle.calendars[bundle.defaultCalendar]
  if (rule === undefined || rule.zone !== bundle.zone) return undefined
  const inHours = daytime.map((weight, hour) => weight * openIn(rule, hour))
  const outside = daytime.map((weight, hour) => weight - (inHours[hour] ?? 0))
  const [within, beyond] = [sum(inHours), sum(outside)]
  if (within === 0 || beyond === 0) return undefined
  return inHours.map((weight, hour) => (4 * weight * beyond) / within + (outside[hour] ?? 0))
}

/** Returns the share of an hour of the week that is in the shifts beginning on its day. */
const openIn = ({ weekly }: Calendar.CalendarRule, hour: number): number => {
  const from = (hour % 24) * 60
  const minutes = (weekly[Math.floor(hour / 24)] ?? []).map(([start, end]) =>
    Math.max(0, Math.min(end, from + 60) - Math.max(start, from))
  )
  return Math.min(1, sum(minutes) / 60)
}

/** Returns the rate of arrivals at each instant, in the local time of a zone. */
export const rateOf = (given: RateGiven, zone: Zone.Zone): ArrivalRate => {
  const { perDay, profile = daytime, seasons, campaigns = [] } = given
  const total = sum(profile)
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
