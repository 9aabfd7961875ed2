/** Who people and customers are, from a people file: the directories of examples, tests and small teams. */
import { defined } from "@hearback/core"
import type { CustomerDirectory, Directory } from "@hearback/engine"
import type { People } from "@hearback/policy"

export const directoryOf = ({ people }: People): Directory => {
  const byId = new Map(people.map((person) => [person.id, person]))
  return {
    person: async (id) => byId.get(id),
    withRole: async (role, { department }) =>
      people.filter(
        (person) => person.roles.includes(role) && (department === undefined || person.department === department)
      ),
    absence: async (id, at) => {
      const person = byId.get(id)
      const away = person?.away.find((absence) => absence.from <= at && at < absence.to)
      return away && defined({ until: away.to, deputy: person?.deputy })
    }
  }
}

/** What a people file has on its customers. */
export const customersOf = (people: People | undefined): CustomerDirectory => ({
  customer: async (id) => people?.customers[id],
  all: async () => Object.keys(people?.customers ?? {})
})
