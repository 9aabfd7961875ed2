/**
 * Keeps the staff of a store in the store: encrypted, because names and addresses are personal, and without
 * customers, who can be erased.
 */
import { Actor, type Bundle } from "@hearback/core"
import { itemsOf, type Json, openStates, seal, sha256, unseal } from "@hearback/engine"
import type { People } from "@hearback/policy"
import { hearbackError } from "../call/HearbackError.ts"
import type { Store } from "./Store.ts"

/** What is kept: a copy of the people file, or that the host's own directory knows the people. */
type Kept = { readonly by: "directory" } | { readonly by: "file"; readonly hash: string; readonly sealed: string }

const META = "people:last"
/** The name under which it is kept; no customer has it. */
const KEY = "staff:people"

/** Returns the last known staff; undefined if there is no copy, or its key is gone. */
export const keptPeople = async ({ events, keys }: Store, tenant: string): Promise<People | undefined> => {
  const kept = (await events.meta(tenant, META)) as Kept | undefined
  if (kept?.by !== "file" || typeof kept.sealed !== "string") return undefined
  const opened = await unseal(keys, tenant, { customer: KEY, ciphertext: Buffer.from(kept.sealed, "base64") })
  return opened.ok && Array.isArray(opened.value)
    ? { people: opened.value as unknown as People["people"], customers: {} }
    : undefined
}

/** Keeps the staff if it has changed. */
export const keepPeople = async ({ events, keys }: Store, tenant: string, { people }: People): Promise<void> => {
  const text = JSON.parse(JSON.stringify(people)) as Json
  const hash = sha256(JSON.stringify(text))
  const before = (await events.meta(tenant, META)) as Kept | undefined
  if (before?.by === "file" && before.hash === hash) return
  const { ciphertext } = await seal(keys, tenant, KEY, text)
  const kept: Kept = { by: "file", hash, sealed: Buffer.from(ciphertext).toString("base64") }
  await events.setMeta(tenant, META, kept)
}

/** Notes that the host's own directory knows the staff. */
export const keepDirectory = async ({ events }: Store, tenant: string): Promise<void> => {
  if ((await events.meta(tenant, META)) === undefined) await events.setMeta(tenant, META, { by: "directory" })
}

/**
 * Refuses to open a store without the people whom its open cases need, because notices of due work would reach
 * nobody.
 *
 * Errors: `people/missing` if staff were known before, nobody now has a role of the policy, and a person owns an open
 * case.
 */
export const checkStaff = async (
  { events }: Store,
  tenant: string,
  people: People | undefined,
  { roles }: Bundle.Bundle
): Promise<void> => {
  const isStaffed = people?.people.some((person) => person.roles.some((role) => Object.hasOwn(roles, role)))
  if (isStaffed === true || (await events.meta(tenant, META)) === undefined) return
  const open = itemsOf((place) => events.list(tenant, { state: openStates, limit: 200, ...place }))
  for await (const { id, owner } of open)
    if (Actor.parse(owner).kind === "person")
      throw hearbackError(
        "people/missing",
        `open cases need their staff (${owner} owns ${id}), and nobody is known who has a role of the policy: give ` +
          "`people`, a people file or a directory"
      )
}
