/**
 * When routines are due: at the beginning of each period, or at times of the day. The instants depend on the policy
 * alone, not on when or by whom they are computed.
 */
import type { ChannelRule, RoutineDay, RoutineTimes } from "../policy/Bundle.ts"
import { calendar, type Policy } from "../policy/Policy.ts"
import * as Calendar from "../time/Calendar.ts"
import * as Frequency from "../time/Frequency.ts"
import { civilFromDays, DAY, type Instant, MINUTE, weekday } from "../time/Instant.ts"
import { toInstant, toLocal, type Zone } from "../time/Zone.ts"

const weekdays: readonly RoutineDay[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

/** The most days in a row on which a calendar may be closed. */
const mostClosed = 60

const isOpenDay = (calendar: Calendar.Calendar, day: number, zone: Zone): boolean =>
  Calendar.between(calendar, toInstant(day * DAY, zone), toInstant((day + 1) * DAY, zone)) > 0

const fallsOn = (on: RoutineDay, day: number): boolean => {
  if (on === "first-of-month") return civilFromDays(day).day === 1
  if (on === "last-of-month") return civilFromDays(day + 1).day === 1
  return weekday(day) === weekdays.indexOf(on)
}

/** Returns the instants in (from, to] at which a channel opens a case by itself, in order. */
export const openings = (policy: Policy, rule: ChannelRule, from: Instant, to: Instant): readonly Instant[] => {
  if (rule.mode !== "routine") return []
  if (rule.every !== undefined) return times(policy, rule.every, from, to)
  return rule.frequency === undefined ? [] : Frequency.beginnings(rule.frequency, policy.zone, from, to)
}

/** Returns the instants in (from, to] at which routine work is due, in order, each once. */
export const times = (policy: Policy, rule: RoutineTimes, from: Instant, to: Instant): readonly Instant[] =>
  timesOn(rule, calendar(policy, rule.calendar), policy.zone, from, to)

/** Returns the instants of `times`, counted by the given calendar and zone. */
export const timesOn = (
  rule: RoutineTimes,
  calendar: Calendar.Calendar,
  zone: Zone,
  from: Instant,
  to: Instant
): readonly Instant[] => {
  const found = new Set<Instant>()
  const first = Math.floor(toLocal(from, zone) / DAY) - (rule.onHoliday === "moved" ? mostClosed : 1)
  const last = Math.floor(toLocal(to, zone) / DAY)
  for (let day = first; day <= last; day++)
    for (const { on, minute } of rule.times) {
      if (!fallsOn(on, day)) continue
      const held =
        rule.onHoliday === "kept" || isOpenDay(calendar, day, zone) ? day : movedTo(rule, calendar, day, zone)
      const at = held === undefined ? undefined : toInstant(held * DAY + minute * MINUTE, zone)
      if (at !== undefined && at > from && at <= to) found.add(at)
    }
  return [...found].sort((one, other) => one - other)
}

/** Returns the next open day. Two times of the same hour that are moved to one day become one. */
const movedTo = (rule: RoutineTimes, calendar: Calendar.Calendar, day: number, zone: Zone): number | undefined => {
  if (rule.onHoliday !== "moved") return undefined
  for (let next = day + 1; next <= day + mostClosed; next++) if (isOpenDay(calendar, next, zone)) return next
  return undefined
}

/** The longest time between two instants of one routine.  Units: ms. */
const longestGap = 2 * mostClosed * DAY

/** Returns when routine work is due next after an instant; undefined if never. */
const nextTime = (policy: Policy, rule: RoutineTimes, after: Instant): Instant | undefined =>
  times(policy, rule, after, after + 8 * DAY)[0] ?? times(policy, rule, after, after + longestGap)[0]

/** Returns when any routine of the policy is due next after an instant; null if none is. */
export const nextOf = (policy: Policy, after: Instant): Instant | null => {
  const next = Object.values(policy.bundle.channels).flatMap(({ every }) =>
    every === undefined ? [] : (nextTime(policy, every, after) ?? [])
  )
  return next.length === 0 ? null : Math.min(...next)
}
