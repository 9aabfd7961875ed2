/**
 * The people who can be asked at an instant, as the engine would find them in an empty store, in which nobody owns a
 * case.
 */
import { Calendar, defined, Person, type Policy } from "@hearback/core"
import type { People } from "@hearback/policy"

/** Returns everyone with a role of the policy, with lent roles, on duty or not. */
export const staffAt = (policy: Policy.Policy, { people }: People, at: number): readonly Person.PersonState[] =>
  people.map((person) => {
    const { id, name, department, language, contact } = person
    const lent = Person.lentTo(people, id, at)
    const away = person.away.find(({ from, to }) => from <= at && at < to)
    const calendar = person.calendar === undefined ? undefined : policy.calendars.get(person.calendar)
    return {
      id,
      name,
      roles: Person.withLent(person.roles, lent),
      ...defined({
        department,
        language,
        contact,
        calendar: person.calendar,
        deputy: person.deputy,
        absence: away && { until: away.to }
      }),
      onDuty: away === undefined && (calendar === undefined || Calendar.isOpen(calendar, at)),
      openCases: 0
    }
  })
