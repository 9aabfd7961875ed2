/** The content of a people file: staff with their roles, and known customers. */
import type { Bundle, Calendar } from "@hearback/core"

type Language = Bundle.Language

/** Roles that a person lends to another.  Units: `until` in ms since 1970, exclusive. */
export interface StaffDelegation {
  readonly to: string
  readonly until: number
  readonly roles: readonly string[]
}

/** A person of the staff. */
export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly department?: string
  /** The calendar of their working hours, by its name in the policy. */
  readonly calendar?: string
  readonly deputy?: string
  readonly language?: Language
  /** The address for notices, which customers never see. */
  readonly address?: string
  /** How a customer reaches them. */
  readonly contact?: string
  readonly away: readonly Calendar.Interval[]
  readonly delegates: readonly StaffDelegation[]
}

/** A customer who is known before any feedback. */
export interface Customer {
  readonly name?: string
  readonly language?: Language
  readonly address?: string
  readonly consent?: readonly string[]
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

/** Everybody whom a people file names. */
export interface People {
  /** In the order of the file. */
  readonly people: readonly StaffMember[]
  readonly customers: Readonly<Record<string, Customer>>
}
