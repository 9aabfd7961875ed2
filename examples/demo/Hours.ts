/** Computes when people work, from their calendars and absences. */
import { Calendar, Instant, type Policy } from "@hearback/core"
import type { StaffMember } from "@hearback/policy"

/** Working hours of the staff. */
export interface Hours {
  /** Returns the instant that lies so much working time of this person after `from`. Units: ms. */
  readonly after: (person: string, from: number, working: number) => number
  /** Returns the instant that lies so much working time of this person before `to`. Units: ms. */
  readonly before: (person: string, to: number, working: number) => number
}

/** Rounds an instant to a whole minute. */
const minute = (at: number): number => Math.round(at / Instant.MINUTE) * Instant.MINUTE

/**
 * Returns the end of a working minute, so that an action at any second of that minute lies in working time, also at the
 * start of a day.
 */
const workingMinute = (calendar: Calendar.Calendar, instant: number): number => {
  const at = minute(instant)
  return Calendar.isOpen(calendar, at - Instant.MINUTE) ? at : at + Instant.MINUTE
}

/** Makes the working hours of the given people; `usual` names the calendar of people who have none of their own. */
export const makeHours = (policy: Policy.Policy, people: readonly StaffMember[], usual: string): Hours => {
  const byId = new Map(people.map((person) => [person.id, person]))
  const calendarOf = (id: string): Calendar.Calendar | undefined =>
    policy.calendars.get(byId.get(id)?.calendar ?? usual)
  const after = (id: string, from: number, working: number): number => {
    const calendar = calendarOf(id)
    if (calendar === undefined) return minute(from + working)
    const at = workingMinute(calendar, Calendar.add(calendar, from, Math.max(Instant.MINUTE, working)))
    const away = byId.get(id)?.away.find((spell) => spell.from <= at && at < spell.to)
    return away === undefined ? at : after(id, away.to, Math.max(Instant.MINUTE, working % Instant.HOUR))
  }
  return {
    after,
    before: (id, to, working) => {
      const calendar = calendarOf(id)
      return calendar === undefined
        ? minute(to - working)
        : workingMinute(calendar, Calendar.subtract(calendar, to, working))
    }
  }
}

/** Returns the next instant at which a customer would write: between 8:00 and 22:00 local time. */
export const awake = (at: number, offsetMinutes: number): number => {
  const local = at + offsetMinutes * Instant.MINUTE
  const hour = (local % Instant.DAY) / Instant.HOUR
  const late = hour >= 22 ? 34 - hour : hour < 8 ? 8 - hour : 0
  return minute(at + late * Instant.HOUR + (late > 0 ? (local % 97) * Instant.MINUTE : 0))
}
