/**
 * The actor of a desk, as a host names it. The key says the kind of the actor, so that an id cannot be mistaken for
 * one of another kind.
 */
import { Actor, isName } from "@hearback/core"
import type { Engine } from "@hearback/engine"
import { hearbackError } from "./HearbackError.ts"

/**
 * An actor: a person of the directory (`id`), a customer whom the host has identified (`customer`), or a customer
 * without a name (`anonymous`).
 */
export type ActorReference = { readonly id: string } | { readonly customer: string } | { readonly anonymous: true }

const keys = ["id", "customer", "anonymous"] as const

/**
 * Throws if a reference does not name exactly one actor.
 *
 * Errors: `actor/invalid`.
 */
export const checkActor = (reference: ActorReference): void => {
  const given = keys.filter((key) => reference !== null && typeof reference === "object" && key in reference)
  const [key = "id"] = given
  const value: unknown = given.length === 1 ? (reference as Readonly<Record<string, unknown>>)[key] : undefined
  if (key === "anonymous" ? value === true : isName(value)) return
  throw hearbackError(
    "actor/invalid",
    'an actor is one of { id: "…" } (a person of the directory), { customer: "…" } and { anonymous: true }'
  )
}

/** Returns the actor that a host names; undefined if the directory does not know the id. */
export const actorOf = async (engine: Engine, reference: ActorReference): Promise<Actor.Actor | undefined> => {
  if ("id" in reference) return engine.staff.person(reference.id)
  return "customer" in reference ? Actor.customer(reference.customer) : Actor.anonymous
}

/** Who orders something that concerns several cases: a person, the host (`system:host`), or a customer. */
export type GoverningReference = string | { readonly customer: string }

/**
 * Returns the person who orders it, with the roles that the directory knows. A person whom it does not know has no
 * roles.
 */
export const governor = async (engine: Engine, reference: GoverningReference): Promise<Actor.Actor> => {
  const given: unknown = reference
  if (typeof given === "object" && given !== null) {
    const { customer, ...more } = given as Readonly<Record<string, unknown>>
    if (isName(customer) && Object.keys(more).length === 0) return Actor.customer(customer)
    throw hearbackError("actor/invalid", 'whoever governs is the id of a person, "system:host" or { customer: "…" }')
  }
  const id = reference as string
  if (id === Actor.nameOf(Actor.system("host"))) return Actor.system("host")
  if (!Actor.isPersonId(id)) throw hearbackError("actor/invalid", `\`${id}\` is not the id of a person`)
  return (await engine.staff.person(id)) ?? Actor.person({ id, roles: [] })
}
