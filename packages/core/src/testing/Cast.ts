/** The people of tests, and their zone, London. */
import type { Actor } from "../people/Actor.ts"
import { customer, isMachine, parse, person } from "../people/Actor.ts"
import type { PersonState } from "../people/Person.ts"
import { DAY, daysFromCivil, HOUR, weekday } from "../time/Instant.ts"
import type { Zone } from "../time/Zone.ts"
import { defined } from "../value/Optional.ts"

const sunday = (year: number, month: number): number => {
  const first = daysFromCivil(year, month, 1)
  return first - ((weekday(first) + 1) % 7 || 7)
}
const years = Array.from({ length: 25 }, (_, i) => 2020 + i)

/** London: summer time from the last Sunday of March to the last of October, 01:00 UTC. */
export const london: Zone = {
  id: "Europe/London",
  from: years.flatMap((y) => [sunday(y, 4) * DAY + HOUR, sunday(y, 11) * DAY + HOUR]),
  offsetMinutes: [0, ...years.flatMap(() => [60, 0])]
}

/** Calendars of people's shifts. A policy without a calendar of that name counts them by its own. */
const shifts: Readonly<Record<string, string>> = { ben: "early" }

const somebody = (id: string, roles: readonly string[], department = "support"): PersonState =>
  defined({
    id,
    calendar: shifts[id],
    name: `${id[0]?.toUpperCase()}${id.slice(1)}`,
    roles,
    department,
    onDuty: true,
    openCases: 0
  })

/** The people of tests. Each important role has two, since nobody approves their own request. */
export const people: readonly PersonState[] = [
  { ...somebody("ann", ["agent"]), deputy: "ben" },
  somebody("ben", ["agent"]),
  somebody("sam", ["supervisor"]),
  somebody("sue", ["supervisor"], "delivery"),
  somebody("dora", ["director"]),
  somebody("quinn", ["quality"], "delivery")
]

/** Returns the actor with a name: one of the people, a machine (`system:timer`), else a customer. */
export const actor = (name: string, staff: readonly PersonState[] = people): Actor => {
  const found = staff.find((one) => one.id === name)
  if (found === undefined) return isMachine(name) ? parse(name) : customer(name)
  const { department, roles } = found
  return person(defined({ id: name, roles, department }))
}
