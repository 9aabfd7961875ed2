/**
 * The port to who people are. The engine asks it at the decision and records the answer as facts of the event,
 * so a replay never asks again.  Units: instants in ms since 1970.
 */
import type { Bundle } from "@hearback/core"

/** Roles that a person lends to another for a time. They are never wider than the lender's own. */
export interface Delegation {
  /** The id of the person who receives the roles. */
  readonly to: string
  /** The roles that are lent. */
  readonly roles: readonly string[]
  /** When the delegation ends.  Units: ms since 1970. */
  readonly until: number
}

/** A member of the staff in a directory. */
export interface Person {
  readonly id: string
  readonly name?: string
  /** The names of the roles, as the policy declares them. */
  readonly roles: readonly string[]
  /** The name of the department, as the policy declares it. */
  readonly department?: string
  /** The language of notices to them. Default: the language of the policy. */
  readonly language?: Bundle.Language
  /** The address for notices; messages to customers never contain it. Without it channels get the person's id. */
  readonly address?: string
  /** How customers reach them, for `{owner.contact}` in messages. */
  readonly contact?: string
  /** The name of the calendar of their working hours. Default: the calendar of the policy. */
  readonly calendar?: string
  /** The id of the person who stands in for them off duty; an absence may name another. */
  readonly deputy?: string
  /** The roles that they have lent to others. */
  readonly delegates?: readonly Delegation[]
}

/** An absence of a person, and the deputy for that time. */
export interface Absence {
  /** When the absence ends.  Units: ms since 1970. Without it the person is absent until further notice. */
  readonly until?: number
  /** The id of the deputy. Default: the `deputy` of the person. */
  readonly deputy?: string
}

/**
 * The port to the staff: people, their roles and absences. The engine asks at each decision, and records the answer.
 */
export interface Directory {
  /** Returns a person; undefined if nobody has that id. */
  person(id: string): Promise<Person | undefined>
  /** Returns everyone with a role, also absent people, always in the same order. `at`: ms since 1970. */
  withRole(role: string, options: { readonly at: number }): Promise<readonly Person[]>
  /** Returns the absence of a person at an instant (ms since 1970); undefined if they are present. */
  absence(id: string, at: number): Promise<Absence | undefined>
}

/** What the host has on file of a customer. */
export interface CustomerRecord {
  readonly name?: string
  /** The language in which the customer is written to. */
  readonly language?: Bundle.Language
  /** The address for messages, such as an e-mail address or a telephone number. */
  readonly address?: string
  /** The names of the consents that the customer gave. */
  readonly consent?: readonly string[]
  /** Facts of the customer, by the names that the policy declares. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

/** The port to the customer data of the host. The engine asks at each decision and records the answer. */
export interface CustomerDirectory {
  /** Returns what is on file of a customer; undefined if they are not known. */
  customer(id: string): Promise<CustomerRecord | undefined>
  /**
   * Returns the ids of all customers, for channels with a `frequency`. Without this method nobody is asked
   * periodically.
   */
  all?(): Promise<readonly string[]>
}
