/**
 * Who gives a command: a closed union. This file alone decides what a name in the record means, so that no id from
 * outside can be taken for another kind of actor.
 */
import { isName } from "../value/WholeText.ts"

declare const personId: unique symbol
declare const customerId: unique symbol

/** The id of a person in the directory. */
export type PersonId = string & { readonly [personId]: true }
/** The id of a customer, as the host knows them. */
export type CustomerId = string & { readonly [customerId]: true }

/** A person in the directory. Roles come from the directory at the decision, never from the caller. */
export interface PersonActor {
  readonly kind: "person"
  readonly id: PersonId
  readonly roles: readonly string[]
  readonly department?: string
  /** The owner whose deputy this person is, whether or not the owner is absent. */
  readonly deputyOf?: string
  /** The absent owner in whose name this person acts now. */
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
/** A part of the system that acts by itself. */
export type SystemPart = (typeof parts)[number]

/** A part of the system as an actor. */
export interface SystemActor {
  readonly kind: "system"
  readonly part: SystemPart
}

/** A channel that takes feedback without staff. */
export interface ChannelActor {
  readonly kind: "channel"
  readonly channel: string
}

/** A customer who gave no name. */
export interface AnonymousActor {
  readonly kind: "anonymous"
}

/** Who gives a command. */
export type Actor = PersonActor | CustomerActor | SystemActor | ChannelActor | AnonymousActor

/** The name of an actor in the record. Only `nameOf` writes one; only `isMachine` and `parse` read one. */
export type ActorName = string

const customerMark = "customer:"
const systemMark = "system:"
const channelMark = "channel:"
const nobody = "anonymous"

/** Returns whether a text can be the id of a person, that is, is not a name of another kind of actor. */
export const isPersonId = (id: string): id is PersonId =>
  isName(id) && id !== nobody && ![customerMark, systemMark, channelMark].some((mark) => id.startsWith(mark))

/**
 * Returns a person as an actor.
 *
 * Errors: throws if `isPersonId` does not hold for the id. Ids are checked where they enter the system.
 */
export const person = ({ id, ...rest }: Omit<PersonActor, "kind" | "id"> & { readonly id: string }): PersonActor => {
  if (!isPersonId(id)) throw new Error(`"${id}" cannot be the id of a person`)
  return { kind: "person", id, ...rest }
}

/** Returns an identified customer as an actor. */
export const customer = (id: string): CustomerActor => ({ kind: "customer", id: id as CustomerId })
/** Returns a part of the system as an actor. */
export const system = (part: SystemPart): SystemActor => ({ kind: "system", part })
/** Returns a channel as an actor. */
export const channel = (name: string): ChannelActor => ({ kind: "channel", channel: name })
/** A customer who gave no name, as an actor. */
export const anonymous: AnonymousActor = { kind: "anonymous" }

/** Returns a customer as an actor: the identified one, or an anonymous one without an id. */
export const speaker = (id: string | undefined): CustomerActor | AnonymousActor =>
  id === undefined ? anonymous : customer(id)

/** Returns the name of an actor in the record. Different actors have different names. */
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

/** Returns the actor that a name in the record means. Of a person only the id is known. */
export const parse = (name: ActorName): Actor => {
  if (name.startsWith(customerMark)) return customer(name.slice(customerMark.length))
  if (name.startsWith(channelMark)) return channel(name.slice(channelMark.length))
  const part = name.startsWith(systemMark) ? parts.find((one) => systemMark + one === name) : undefined
  if (part !== undefined) return system(part)
  return name === nobody ? anonymous : { kind: "person", id: name as PersonId, roles: [] }
}

/** Returns whether a name in the record means a part of the system or a channel. */
export const isMachine = (name: ActorName): boolean => name.startsWith(systemMark) || name.startsWith(channelMark)

/** Returns whether an actor is a part of the system or a channel. */
export const isAutomatic = ({ kind }: Actor): boolean => kind === "system" || kind === "channel"

/** Returns whether an actor is a customer, identified or not. */
export const isOfCustomer = ({ kind }: Actor): boolean => kind === "customer" || kind === "anonymous"

/** Returns the roles of an actor. Only people of the staff have any. */
export const rolesOf = (actor: Actor): readonly string[] => (actor.kind === "person" ? actor.roles : [])

/** The name of the custodian, who owns a case that nobody else can own. */
export const custodian: ActorName = nameOf(system("custodian"))

/** The name under which the policy acts by itself. */
export const byPolicy: ActorName = nameOf(system("policy"))
/** The name under which time acts. */
export const byTimer: ActorName = nameOf(system("timer"))

/** Returns the id under which a customer's words are kept. Words of an anonymous customer have a common id. */
export const customerOf = (actor: Actor): string => (actor.kind === "customer" ? actor.id : nobody)
