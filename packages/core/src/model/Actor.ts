/** Who acts, who may be asked, and what a role is worth: the people a decision may name. */
import type { Language } from "./Bundle.ts"

/** Who gave a command. Roles come from the directory at the decision, never from the caller. */
export interface Actor {
  readonly id: string
  readonly kind: "person" | "customer" | "system"
  readonly roles: readonly string[]
  readonly department?: string
}

/** A person as the directory knew them when the command arrived. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly department?: string
  readonly contact?: string
  readonly language?: Language
  /** The calendar of their shifts, by its name in the policy. */
  readonly calendar?: string
  readonly onDuty: boolean
  /** Open cases they own. */
  readonly openCases: number
}

/** Owns what nobody else can: a case is never without an owner. */
export const custodian = "system:custodian"

export const system = (name: string): Actor => ({ id: `system:${name}`, kind: "system", roles: [] })

/** Returns whom a role names where one person is meant: on duty, fewest open cases, then the first by id. */
export const oneOf = (people: readonly Person[], role: string, except?: string): Person | undefined =>
  [...people]
    .filter((person) => person.roles.includes(role) && person.id !== except)
    .sort(
      (a, b) =>
        Number(b.onDuty) - Number(a.onDuty) || a.openCases - b.openCases || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
    )[0]
