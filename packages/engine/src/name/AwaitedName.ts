/** Whom a case waits for, as rows name them: one person, or anybody of a role. */
import type { Awaited } from "@hearback/core"

/** The name of a person in rows. */
export const ofPerson = (id: string): string => `person:${id}`
/** The name of a role in rows. */
export const ofRole = (role: string): string => `role:${role}`

/** Returns the name of whoever is waited for. */
export const render = (one: Awaited): string => ("person" in one ? ofPerson(one.person) : ofRole(one.role))
