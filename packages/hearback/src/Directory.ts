/** Who people are, from a people file: the directory of examples, tests and small teams. */
import type { Directory } from "@hearback/engine"
import type { People } from "@hearback/policy"

export const directoryOf = (people: People): Directory => {
  const byId = new Map(people.people.map((person) => [person.id, person]))
  return {
    person: async (id) => byId.get(id),
    withRole: async (role, { department }) =>
      people.people.filter(
        (person) => person.roles.includes(role) && (department === undefined || person.department === department)
      ),
    absence: async (id, at) => {
      const person = byId.get(id)
      const away = person?.away.find((one) => one.from <= at && at < one.to)
      return away === undefined
        ? undefined
        : { until: away.to, ...(person?.deputy === undefined ? {} : { deputy: person.deputy }) }
    }
  }
}
