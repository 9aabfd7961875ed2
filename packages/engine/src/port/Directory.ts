/**
 * The port to who people are. The engine asks it at the decision and records the answer as facts of the event,
 * so a replay never asks again.  Units: instants in ms since 1970.
 */
import type { Bundle } from "@hearback/core"

/** A right lent for a time; never wider than what the lender has. */
export interface Delegation {
  readonly to: string
  readonly roles: readonly string[]
  readonly until: number
}

/** A member of the staff, as a directory knows them. */
export interface Person {
  readonly id: string
  readonly name?: string
  readonly roles: readonly string[]
  readonly department?: string
  /** The language of notices to them; without it the policy's. */
  readonly language?: Bundle.Language
  /** Where notices go. Letters to customers never say it. Without it they are known to channels by their id. */
  readonly address?: string
  /** How a customer reaches them: what `{owner.contact}` says. */
  readonly contact?: string
  /** Name of the calendar of this person's working hours. */
  readonly calendar?: string
  /** Who stands in for them when they are off duty; an absence may name another. */
  readonly deputy?: string
  readonly delegates?: readonly Delegation[]
}

/** When somebody is away, and who stands in for them. */
export interface Absence {
  /** Absent until further notice when missing. */
  readonly until?: number
  readonly deputy?: string
}

/** Who works here: people, their roles and absences. The engine asks at each decision, and records the answer. */
export interface Directory {
  person(id: string): Promise<Person | undefined>
  /** Everyone with the role, also those absent, in an order that stays the same. */
  withRole(role: string, options: { readonly at: number }): Promise<readonly Person[]>
  absence(id: string, at: number): Promise<Absence | undefined>
}

/** What the host has on file of a customer. */
export interface CustomerRecord {
  readonly name?: string
  readonly language?: Bundle.Language
  readonly address?: string
  /** Names of what they agreed to, as the host has it on file. */
  readonly consent?: readonly string[]
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

/** The port to what a host has on file of its customers. Asked at a decision; the answer is recorded with it. */
export interface CustomerDirectory {
  customer(id: string): Promise<CustomerRecord | undefined>
  /** All customers for channels with a `frequency`. Without it nobody is asked by period. */
  all?(): Promise<readonly string[]>
}
