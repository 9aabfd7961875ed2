/** When people work: their calendar, and not while they are away. */
import { Calendar, Instant, type Policy } from "@hearback/core"
import type { StaffMember } from "@hearback/policy"

export interface Hours {
  /** Returns the instant after so much of this person's working time. Units: ms. */
  readonly after: (person: string, from: number, working: number) => number
  /** Returns the instant so much of this person's working time before. Units: ms. */
  readonly before: (person: string, to: number, working: number) => number
}

/** Whole minutes: nobody acts at 14:03:27.418. */
const minute = (at: number): number => Math.round(at / Instant.MINUTE) * Instant.MINUTE

/** The end of a minute at work: who acts at some second of it does so in working time, also when a day begins. */
const workingMinute = (calendar: Calendar.Calendar, instant: number): number => {
  const at = minute(instant)
  return Calendar.isOpen(calendar, at - Instant.MINUTE) ? at : at + Instant.MINUTE
}

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

/** Returns the next moment at which a customer would write: between eight in the morning and ten at night. */
export const awake = (at: number, offsetMinutes: number): number => {
  const local = at + offsetMinutes * Instant.MINUTE
  const hour = (local % Instant.DAY) / Instant.HOUR
  const late = hour >= 22 ? 34 - hour : hour < 8 ? 8 - hour : 0
  return minute(at + late * Instant.HOUR + (late > 0 ? (local % 97) * Instant.MINUTE : 0))
}
