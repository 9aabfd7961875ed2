/** Who works, when, and which work is taken up first. */
import { defined, type Zone } from "@hearback/core"
import type { Distribution } from "../random/Distribution.ts"

/** The staff of a simulation. */
export interface Staff {
  readonly people?: readonly Worker[]
  /**
   * Which work is taken up first; default `earliest-due`, as worklists show it. `priority`: the strongest level of
   * the policy's last dimension.
   */
  readonly discipline?: Discipline
  /** Whether people interrupt their work for more urgent work and continue it afterwards; never with `fifo`. */
  readonly preemptive?: boolean
}

/** The order in which work is taken up. */
export type Discipline = "fifo" | "priority" | "earliest-due" | "least-slack"

/** A person, or several equal people. */
export interface Worker {
  /** The id; several people have the ids `<id>-1`, `<id>-2` and so on. */
  readonly id: string
  readonly name?: string
  readonly count?: number
  readonly roles: readonly string[]
  readonly department?: string
  /** Working hours: a calendar of the policy, or a shift of their own. Default: the policy's default calendar. */
  readonly calendar?: string
  readonly shift?: StaffShift
  readonly deputy?: string
  /** Absences.  Units: instants; `to` is exclusive. Whole days count. */
  readonly away?: readonly { readonly from: number; readonly to: number }[]
  readonly sickness?: Sickness
  /** How many cases they work on at the same time, each as fast as one alone, such as chats; default 1. */
  readonly atOnce?: number
  /** Their skills, as named in `needs` of the work. */
  readonly skills?: readonly string[]
}

/** The working hours of a shift. */
export interface StaffShift {
  /** Seven lists, Monday first, of `[start, end)` in minutes of the day; more than 1440 is the next day. */
  readonly weekly: readonly (readonly (readonly [number, number])[])[]
  /** A zone of the policy by its name, or the data of another; default: the policy's own. */
  readonly zone?: string | Zone.Zone
  /** A calendar of the policy whose closed and extra open days count, too. */
  readonly holidays?: string
}

/** The sickness of a person. */
export interface Sickness {
  /** How often a year. */
  readonly perYear: number
  readonly lasts: Distribution
}

/** A person as a people file names them; `away` is empty if they are never away. */
export type NamedPerson = Pick<Worker, "id" | "name" | "roles" | "department" | "calendar" | "deputy"> &
  Required<Pick<Worker, "away">>

/**
 * Returns the people of a people file as they work; undefined if it names nobody, in which case two of each role are
 * assumed.
 */
export const workersOf = (people: readonly NamedPerson[]): Staff["people"] =>
  people.length === 0
    ? undefined
    : people.map(({ id, name, roles, department, calendar, deputy, away }) =>
        defined({ id, name, roles, department, calendar, deputy, away: away.length === 0 ? undefined : away })
      )
