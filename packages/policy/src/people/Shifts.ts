/** Finds roles whose people work only while the clocks that need them are not counting. */
import { Calendar, Instant, Zone } from "@hearback/core"
import type { UnhashedBundle } from "../bundle/Hash.ts"
import { type Mention, mentionsOf } from "./Mentions.ts"
import type { StaffMember } from "./People.ts"

/** Two weeks without holidays in most countries. If two calendars never meet in them, they never meet. */
const [FROM, TO] = [Instant.parseInstant("2026-03-02T00:00Z") ?? 0, Instant.parseInstant("2026-03-16T00:00Z") ?? 0]

/** A role, the first place that needs it, and the calendar on which it is needed. */
interface OffShift {
  readonly role: string
  readonly path: string
  readonly calendar: string
}

/**
 * Returns roles that somebody has, but nobody at any hour at which the clock of a place that needs the role counts.
 */
export const offShift = (policy: UnhashedBundle, people: readonly StaffMember[]): readonly OffShift[] => {
  const hours = new Map<string, readonly Calendar.Interval[]>()
  const hoursOf = (name: string): readonly Calendar.Interval[] => {
    const known = hours.get(name)
    if (known !== undefined) return known
    const rule = Object.hasOwn(policy.calendars, name) ? policy.calendars[name] : undefined
    const zone = policy.zones[rule?.zone ?? ""] ?? Zone.utc
    const found = rule === undefined ? [] : Calendar.intervals(Calendar.compile(rule, zone), FROM, TO)
    hours.set(name, found)
    return found
  }
  const found = new Map<string, OffShift>()
  // Limits name every role, so a place that waits for one says more.
  const isLimit = ({ path }: Mention): boolean => path.startsWith("authority.limits.")
  const mentions = mentionsOf(policy)
  for (const { path, who } of [...mentions.filter((each) => !isLimit(each)), ...mentions.filter(isLimit)]) {
    const calendar = countedBy(policy, path)
    const counted = hoursOf(calendar)
    const roles = who.filter((each) => Object.hasOwn(policy.roles, each))
    // If a word for a person is allowed as well, somebody can be there.
    if (counted.length === 0 || roles.length === 0 || roles.length < who.length) continue
    const isThere = ({ calendar: own }: StaffMember): boolean =>
      own === undefined ||
      hoursOf(own).some((one) => counted.some((other) => one.from < other.to && other.from < one.to))
    const staff = people.filter((person) => roles.some((role) => person.roles.includes(role)))
    const [role = ""] = roles
    if (staff.length > 0 && !staff.some(isThere) && !found.has(role)) found.set(role, { role, path, calendar })
  }
  return [...found.values()]
}

/** Returns the calendar of the clock at a place, else that of the policy. */
const countedBy = ({ clocks, defaultCalendar }: UnhashedBundle, path: string): string => {
  const isOf = (each: string | undefined): boolean =>
    each !== undefined && (path === each || path.startsWith(`${each}.`))
  const own = clocks.find((clock) => isOf(clock.path) || clock.escalate.some(({ rule }) => isOf(rule)))
  const name = own?.calendar ?? defaultCalendar
  return name === "of-owner" ? defaultCalendar : name
}
