/**
 * Who gives a command: a closed union. What a name in the record stands for is decided here and nowhere else, so that no
 * id that comes from outside can pass for another kind of actor.
 */
import { isName } from "../value/WholeText.ts"

declare const personId: unique symbol
declare const customerId: unique symbol

/** The id of somebody in the directory. */
export type PersonId = string & { readonly [personId]: true }
/** The id of a customer, as the host knows them. */
export type CustomerId = string & { readonly [customerId]: true }

/** Somebody in the directory. Roles come from the directory at the decision, never from the caller. */
export interface PersonActor {
  readonly kind: "person"
  readonly id: PersonId
  readonly roles: readonly string[]
  readonly department?: string
  /** The owner whose deputy they are, whether or not that owner is there. */
  readonly deputyOf?: string
  /** The absent owner in whose name they act here and now. */
  readonly standsInFor?: string
}

/** A customer whom the host has identified. */
export interface CustomerActor {
  readonly kind: "customer"
  readonly id: CustomerId
}

/** The parts of the system that act by themselves. */
export const parts = [
  "timer",
  "policy",
  "custodian",
  "intake",
  "problem",
  "retention",
  "delivery",
  "survey",
  "host"
] as const
export type SystemPart = (typeof parts)[number]

export interface SystemActor {
  readonly kind: "system"
  readonly part: SystemPart
}

/** A channel that takes feedback with nobody of the staff in between. */
export interface ChannelActor {
  readonly kind: "channel"
  readonly channel: string
}

/** A customer who gave no name. */
export interface AnonymousActor {
  readonly kind: "anonymous"
}

export type Actor = PersonActor | CustomerActor | SystemActor | ChannelActor | AnonymousActor

/** An actor as the record names them. Only `nameOf` writes one, only `isMachine` and `parse` read one. */
export type ActorName = string

const customerMark = "customer:"
const systemMark = "system:"
const channelMark = "channel:"
const nobody = "anonymous"

/** Returns whether a text can be the id of a person: no name that the record gives to others. */
export const isPersonId = (id: string): id is PersonId =>
  isName(id) && id !== nobody && ![customerMark, systemMark, channelMark].some((mark) => id.startsWith(mark))

/**
 * Returns a person as an actor.
 *
 * Errors: throws where `isPersonId` does not hold; ids are checked where they come in.
 */
export const person = ({ id, ...rest }: Omit<PersonActor, "kind" | "id"> & { readonly id: string }): PersonActor => {
  if (!isPersonId(id)) throw new Error(`"${id}" cannot be the id of a person`)
  return { kind: "person", id, ...rest }
}

export const customer = (id: string): CustomerActor => ({ kind: "customer", id: id as CustomerId })
export const system = (part: SystemPart): SystemActor => ({ kind: "system", part })
export const channel = (name: string): ChannelActor => ({ kind: "channel", channel: name })
export const anonymous: AnonymousActor = { kind: "anonymous" }

/** Returns the customer who speaks: the one who is known, else nobody by name. */
export const speaker = (id: string | undefined): CustomerActor | AnonymousActor =>
  id === undefined ? anonymous : customer(id)

/** Returns an actor as the record names them; different actors have different names. */
export const nameOf = (actor: Actor): ActorName => {
  switch (actor.kind) {
    case "person":
      return actor.id
    case "customer":
      return customerMark + actor.id
    case "system":
      return systemMark + actor.part
    case "channel":
      return channelMark + actor.channel
    case "anonymous":
      return nobody
  }
}

/** Returns whom a name in the record means; of a person the id alone is known. */
export const parse = (name: ActorName): Actor => {
  if (name.startsWith(customerMark)) return customer(name.slice(customerMark.length))
  if (name.startsWith(channelMark)) return channel(name.slice(channelMark.length))
  const part = name.startsWith(systemMark) ? parts.find((one) => systemMark + one === name) : undefined
  if (part !== undefined) return system(part)
  return name === nobody ? anonymous : { kind: "person", id: name as PersonId, roles: [] }
}

/** Returns whether a name in the record means no human being. */
export const isMachine = (name: ActorName): boolean => name.startsWith(systemMark) || name.startsWith(channelMark)

/** Returns whether an actor is no human being. */
export const isAutomatic = ({ kind }: Actor): boolean => kind === "system" || kind === "channel"

/** Returns whether an actor is the customer's side. */
export const isOfCustomer = ({ kind }: Actor): boolean => kind === "customer" || kind === "anonymous"

/** Returns the roles of an actor: nobody but the staff has any. */
export const rolesOf = (actor: Actor): readonly string[] => (actor.kind === "person" ? actor.roles : [])

/** Owns what nobody else can: a case is never without an owner. */
export const custodian: ActorName = nameOf(system("custodian"))

/** What the policy does by itself, and what time does. */
export const byPolicy: ActorName = nameOf(system("policy"))
export const byTimer: ActorName = nameOf(system("timer"))

/** Returns the id under which a customer's words are kept; words of nobody known are kept under no name. */
export const customerOf = (actor: Actor): string => (actor.kind === "customer" ? actor.id : nobody)
