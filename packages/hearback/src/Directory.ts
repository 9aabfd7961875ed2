/** A people file as the engine asks for it: who has a role now, who is away, what is known of a customer. */
import type { CustomerRecord, Directory } from "@hearback/engine"
import type { People, Person } from "@hearback/policy"

/** Returns the directory of a people file. */
export const directoryOf = ({ people }: People): Directory => {
  const by = new Map(people.map((person) => [person.id, person]))
  return {
    person: async (id) => by.get(id),
    withRole: async (role, { department, at }) =>
      people.filter(
        (person) =>
          (person.roles.includes(role) || isLent(people, person.id, role, at)) &&
          (department === undefined || person.department === department)
      ),
    absence: async (id, at) => {
      const person = by.get(id)
      const spell = person?.away.find(({ from, to }) => from <= at && at < to)
      if (person === undefined || spell === undefined) return undefined
      return { until: spell.to, ...(person.deputy === undefined ? {} : { deputy: person.deputy }) }
    }
  }
}

const isLent = (people: readonly Person[], id: string, role: string, at: number): boolean =>
  people.some(({ delegates }) => delegates.some((one) => one.to === id && one.until > at && one.roles.includes(role)))

/** Returns what the people file knows of a customer by id. */
export const customersOf =
  ({ customers }: People) =>
  async (id: string): Promise<CustomerRecord | undefined> => {
    const found = Object.hasOwn(customers, id) ? customers[id] : undefined
    if (found === undefined) return undefined
    const { consent: _, ...record } = found
    return record
  }
