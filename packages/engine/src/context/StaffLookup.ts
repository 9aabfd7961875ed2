/**
 * Finds the staff at an instant: everyone with a role of the policy, on duty or not, with the number of their open
 * cases.
 */
import type { Policy } from "@hearback/core"
import { Actor, Calendar, defined, Person } from "@hearback/core"
import type { Clock } from "../port/Clock.ts"
import type { Directory, Person as Listed } from "../port/Directory.ts"
import type { EventStore } from "../port/EventStore.ts"
import { openStates } from "../port/ListRow.ts"
import * as Answers from "./Answers.ts"
import type { CallPort } from "./PortCall.ts"
import type { PublishedPolicies } from "./PublishedPolicies.ts"

/** Finds people of the staff. */
export interface StaffLookup {
  /** Returns everyone with a role of the policy, or of the one in force. */
  at(policy: Policy.Policy, instant: number): Promise<readonly Person.PersonState[]>
  /**
   * Returns the person who gives a command, with their roles in the directory and lent roles; undefined if the
   * directory does not know the id. Without a directory every id is accepted, without roles.
   */
  person(id: string): Promise<Actor.PersonActor | undefined>
  /**
   * Returns the actor whom the record names, with present roles. A person whom the directory does not know has none.
   */
  named(name: Actor.ActorName): Promise<Actor.Actor>
  /** Moves one open case from one owner's count to another's, so the store need not count for each command. */
  moved(from: string | undefined, to: string | undefined): void
}

/** Makes the lookup of the staff. */
export const makeStaff = (
  store: EventStore,
  tenant: string,
  directory: Directory | undefined,
  { clock, policies, call }: { readonly clock: Clock; readonly policies: PublishedPolicies; readonly call: CallPort }
): StaffLookup => {
  /** Asks the directory several questions at once, with the time limit of one call. */
  const ask = async <T>(
    operation: keyof Directory,
    checked: (answer: unknown) => T,
    questions: (known: Directory) => readonly Promise<T>[]
  ): Promise<readonly T[]> =>
    directory === undefined
      ? []
      : call({ port: "directory", operation }, async () => (await Promise.all(questions(directory))).map(checked))
  const open = new Map<string, number>()
  const openCases = async (id: string): Promise<number> => {
    const known = open.get(id)
    if (known !== undefined) return known
    const { count } = await store.count(tenant, { owner: id, state: openStates })
    open.set(id, count)
    return count
  }
  const everyone = async (policy: Policy.Policy, at: number): Promise<ReadonlyMap<string, Listed>> => {
    const found = new Map<string, Listed>()
    // Decisions are made by the version in force, so whoever may approve may have a role of that version only. An id in
    // the form of another kind of actor is ignored, whatever the directory says.
    const roles = Object.keys({ ...policy.bundle.roles, ...policies.active.bundle.roles })
    for (const person of (
      await ask("withRole", Answers.people, (known) => roles.map((role) => known.withRole(role, { at })))
    ).flat())
      if (Actor.isPersonId(person.id)) found.set(person.id, person)
    // A person may have no role of the policy but a lent one.
    const lent = [...found.values()].flatMap((person) => person.delegates ?? [])
    const others = new Set(
      lent.flatMap(({ to, until }) => (until > at && !found.has(to) && Actor.isPersonId(to) ? [to] : []))
    )
    if (others.size > 0)
      for (const person of await ask("person", Answers.person, (known) => [...others].map((id) => known.person(id))))
        if (person !== undefined) found.set(person.id, person)
    return found
  }
  const personOf: StaffLookup["person"] = async (id) => {
    if (!Actor.isPersonId(id)) return undefined
    if (directory === undefined) return Actor.person({ id, roles: [] })
    const [found] = await ask("person", Answers.person, (known) => [known.person(id)])
    if (found === undefined) return undefined
    const now = clock.now()
    const others = await everyone(policies.active, now)
    const roles = Person.withLent(found.roles, Person.lentTo([...others.values()], id, now))
    return Actor.person(defined({ id, roles, department: found.department }))
  }
  return {
    at: async (policy, instant) => {
      if (directory === undefined) return []
      const people = await everyone(policy, instant)
      const ids = [...people.keys()]
      const absences = await ask("absence", Answers.absence, (known) => ids.map((id) => known.absence(id, instant)))
      // Only few people lend roles, but each person's lent roles are looked up.
      const lenders = [...people.values()].filter(({ delegates = [] }) => delegates.length > 0)
      const result: Person.PersonState[] = []
      for (const [n, person] of [...people.values()].entries()) {
        const calendar = person.calendar === undefined ? undefined : policy.calendars.get(person.calendar)
        const absence = absences[n]
        const { id, name, department, language, contact } = person
        const deputy = absence?.deputy ?? person.deputy
        const lent = Person.lentTo(lenders, id, instant)
        const beyondOwn = lent.filter(({ role }) => !person.roles.includes(role))
        result.push({
          id,
          name: name ?? id,
          roles: Person.withLent(person.roles, lent),
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
    person: personOf,
    named: async (name) => {
      const actor = Actor.parse(name)
      return actor.kind === "person" ? ((await personOf(actor.id)) ?? actor) : actor
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
