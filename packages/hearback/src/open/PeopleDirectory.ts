/** Makes directories of people and customers from a people file, for examples, tests and small teams. */
import { defined } from "@hearback/core"
import type { CustomerDirectory, Directory } from "@hearback/engine"
import type { People } from "@hearback/policy"

/** Returns the directory of a people file that does not change. */
export const directoryOf = ({ people }: People): Directory => {
  const byId = new Map(people.map((person) => [person.id, person]))
  return {
    person: async (id) => byId.get(id),
    withRole: async (role) => people.filter((person) => person.roles.includes(role)),
    absence: async (id, at) => {
      const person = byId.get(id)
      const away = person?.away.find((absence) => absence.from <= at && at < absence.to)
      return away && defined({ until: away.to, deputy: person?.deputy })
    }
  }
}

/** Returns the directory of a people file that can change. */
export const liveDirectoryOf = (current: () => People): Directory => {
  const known = new WeakMap<People, Directory>()
  const now = (): Directory => {
    const people = current()
    const directory = known.get(people) ?? directoryOf(people)
    known.set(people, directory)
    return directory
  }
  return {
    person: (id) => now().person(id),
    withRole: (role, scope) => now().withRole(role, scope),
    absence: (id, at) => now().absence(id, at)
  }
}

/** Returns what a people file knows of customers. */
export const customersOf = (current: () => People | undefined): CustomerDirectory => ({
  customer: async (id) => {
    const { customers = {} } = current() ?? {}
    return Object.hasOwn(customers, id) ? customers[id] : undefined
  },
  all: async () => Object.keys(current()?.customers ?? {})
})
