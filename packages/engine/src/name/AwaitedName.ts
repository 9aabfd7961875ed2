/** The names in rows of those whom a case waits for: one person, or anybody with a role. */
import type { Awaited } from "@hearback/core"

/** Returns the name of a person in rows. */
export const ofPerson = (id: string): string => `person:${id}`
/** Returns the name of a role in rows. */
export const ofRole = (role: string): string => `role:${role}`

/** Returns the name in rows of a person or role whom a case waits for. */
export const render = (one: Awaited): string => ("person" in one ? ofPerson(one.person) : ofRole(one.role))
