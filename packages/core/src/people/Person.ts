/** The staff as a decision may name them: what a role is worth, and what is lent. */
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
  /** The calendar of their shifts, by its name in the policy. */
  readonly calendar?: string
  readonly onDuty: boolean
  /** Present while they are away; until further notice where it does not say until when. */
  readonly absence?: { readonly until?: Instant }
  /** Who stands in for them. */
  readonly deputy?: string
  /** Those of their roles that are lent to them: they cannot lend these on. */
  readonly lent?: readonly Lent[]
  /** Open cases they own. */
  readonly openCases: number
}

/** Returns whom a role names where one person is meant: on duty, fewest open cases, then the first by id. */
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

/** Someone whose roles may be lent, as a directory knows them. */
export interface Lender {
  readonly id: string
  readonly roles: readonly string[]
  readonly delegates?: readonly { readonly to: string; readonly roles: readonly string[]; readonly until: number }[]
}

/** Returns what is lent to a person at an instant: never more than the lender has. */
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

/** Returns a person's roles with those that are lent to them, each once. */
export const withLent = (own: readonly string[], lent: readonly Lent[]): readonly string[] => [
  ...new Set([...own, ...lent.map(({ role }) => role)])
]
