/** Who works here, with which roles, and which customers are known, as a people file says it. */
import type { Bundle, Calendar } from "@hearback/core"

type Language = Bundle.Language

/** Roles lent to another person.  Units: `until` in ms since 1970, exclusive. */
export interface StaffDelegation {
  readonly to: string
  readonly until: number
  readonly roles: readonly string[]
}

export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly department?: string
  /** The calendar of their working hours, by its name in the policy. */
  readonly calendar?: string
  readonly deputy?: string
  readonly language?: Language
  /** Where notices go; customers never see it. */
  readonly address?: string
  /** How a customer reaches them. */
  readonly contact?: string
  readonly away: readonly Calendar.Interval[]
  readonly delegates: readonly StaffDelegation[]
}

export interface Customer {
  readonly name?: string
  readonly language?: Language
  readonly address?: string
  readonly consent?: readonly string[]
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

export interface People {
  /** In the order of the file. */
  readonly people: readonly StaffMember[]
  readonly customers: Readonly<Record<string, Customer>>
}
