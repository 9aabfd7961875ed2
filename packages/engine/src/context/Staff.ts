/** Who could be asked at an instant: everyone with a role of the policy, on duty or not, and how much they carry. */
import type { Policy } from "@hearback/core"
import { Actor, Calendar, defined } from "@hearback/core"
import type { Clock } from "../port/Clock.ts"
import type { Directory, Person } from "../port/Directory.ts"
import type { EventStore } from "../port/EventStore.ts"
import type { PolicyVersions } from "./PolicyVersions.ts"

export interface Staff {
  /** Everyone with a role of the policy, or of the one in force. */
  at(policy: Policy.Policy, instant: number): Promise<readonly Actor.Person[]>
  /** The actor of a command, with roles from the directory, lent ones too. Those that a caller claims are never read. */
  actor(id: string): Promise<Actor.Actor>
  /** An owner changed: counts are kept, not asked anew for each command. */
  moved(from: string | undefined, to: string | undefined): void
}

export const makeStaff = (
  store: EventStore,
  tenant: string,
  directory: Directory | undefined,
  { clock, policies }: { readonly clock: Clock; readonly policies: PolicyVersions }
): Staff => {
  const open = new Map<string, number>()
  const openCases = async (id: string): Promise<number> => {
    const known = open.get(id)
    if (known !== undefined) return known
    const { count } = await store.count(tenant, { owner: id, state: ["open", "customer-loop-closed"] })
    open.set(id, count)
    return count
  }
  const everyone = async (policy: Policy.Policy, at: number): Promise<ReadonlyMap<string, Person>> => {
    const found = new Map<string, Person>()
    // Decisions fall under the version in force: who may approve may have a role of that one alone.
    for (const role of Object.keys({ ...policy.bundle.roles, ...policies.active.bundle.roles }))
      for (const person of (await directory?.withRole(role, { at })) ?? []) found.set(person.id, person)
    // Somebody may have no role of the policy but one that is lent to them.
    for (const { to, until } of [...found.values()].flatMap((person) => person.delegates ?? []))
      if (until > at && !found.has(to)) {
        const person = await directory?.person(to)
        if (person !== undefined) found.set(to, person)
      }
    return found
  }
  return {
    at: async (policy, instant) => {
      if (directory === undefined) return []
      const people = await everyone(policy, instant)
      const result: Actor.Person[] = []
      for (const person of people.values()) {
        const calendar = person.calendar === undefined ? undefined : policy.calendars.get(person.calendar)
        const absence = await directory.absence(person.id, instant)
        const { id, name, department, language, contact } = person
        const deputy = absence?.deputy ?? person.deputy
        const lent = Actor.lentTo([...people.values()], id, instant)
        const beyondOwn = lent.filter(({ role }) => !person.roles.includes(role))
        result.push({
          id,
          name: name ?? id,
          roles: Actor.withLent(person.roles, lent),
          onDuty: absence === undefined && (calendar === undefined || Calendar.isOpen(calendar, instant)),
          openCases: await openCases(id),
          ...defined({
            department,
            language,
            contact,
            calendar: person.calendar,
            deputy,
            absence: absence === undefined ? undefined : defined({ until: absence.until }),
            lent: beyondOwn.length === 0 ? undefined : beyondOwn
          })
        })
      }
      return result
    },
    actor: async (id) => {
      if (id.startsWith("system:")) return { id, kind: "system", roles: [] }
      const person = await directory?.person(id)
      if (person === undefined) return { id, kind: "customer", roles: [] }
      const now = clock.now()
      const others = await everyone(policies.active, now)
      const roles = Actor.withLent(person.roles, Actor.lentTo([...others.values()], id, now))
      return defined({ id, kind: "person", roles, department: person.department })
    },
    moved: (from, to) => {
      const add = (id: string | undefined, by: number): void => {
        const count = id === undefined ? undefined : open.get(id)
        if (id !== undefined && count !== undefined) open.set(id, Math.max(0, count + by))
      }
      add(from, -1)
      add(to, 1)
    }
  }
}
