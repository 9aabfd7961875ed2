/** The staff as the directory knows them: their roles, absences, deputies and lent roles. */
import type { Language } from "../policy/Rule.ts"
import type { Instant } from "../time/Instant.ts"

/** A role lent by somebody else.  Units: `until` in ms since 1970, exclusive. */
export interface Lent {
  readonly role: string
  readonly from: string
  readonly until: Instant
}

/** A person as the directory knew them when the command arrived. */
export interface PersonState {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly department?: string
  readonly contact?: string
  readonly language?: Language
  /** The name of the calendar of their shifts in the policy. */
  readonly calendar?: string
  readonly onDuty: boolean
  /** Present while they are absent; without `until` they are absent until further notice. */
  readonly absence?: { readonly until?: Instant }
  /** The id of their deputy. */
  readonly deputy?: string
  /** Those of their roles that are lent to them. They cannot lend these on. */
  readonly lent?: readonly Lent[]
  /** The number of open cases that they own. */
  readonly openCases: number
}

/** Returns the one person whom a role stands for: on duty, with the fewest open cases, then the first by id. */
export const oneOf = (people: readonly PersonState[], role: string, except?: string): PersonState | undefined => {
  let found: PersonState | undefined
  for (const person of people)
    if (person.roles.includes(role) && person.id !== except && (found === undefined || isBefore(person, found)))
      found = person
  return found
}

const isBefore = (a: PersonState, b: PersonState): boolean => {
  if (a.onDuty !== b.onDuty) return a.onDuty
  return a.openCases === b.openCases ? a.id < b.id : a.openCases < b.openCases
}

/** A person of the directory whose roles may be lent. */
export interface Lender {
  readonly id: string
  readonly roles: readonly string[]
  readonly delegates?: readonly { readonly to: string; readonly roles: readonly string[]; readonly until: number }[]
}

/** Returns the roles that are lent to a person at an instant: never more than the lender has. */
export const lentTo = (people: readonly Lender[], id: string, at: number): readonly Lent[] =>
  people.flatMap((person) =>
    (person.delegates ?? [])
      .filter((one) => one.to === id && one.until > at)
      .flatMap((one) =>
        one.roles
          .filter((role) => person.roles.includes(role))
          .map((role) => ({ role, from: person.id, until: one.until }))
      )
  )

/** Returns a person's own roles and the lent ones, each once. */
export const withLent = (own: readonly string[], lent: readonly Lent[]): readonly string[] => [
  ...new Set([...own, ...lent.map(({ role }) => role)])
]
