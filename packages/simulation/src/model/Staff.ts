/** Who works, when, and what is taken up first. */
import { defined, type Zone } from "@hearback/core"
import type { Distribution } from "../random/Distribution.ts"

export interface Staff {
  readonly people?: readonly Worker[]
  /** What is taken up first; default `earliest-due`, as work lists show it. `priority`: the strongest level of the policy's last dimension. */
  readonly discipline?: Discipline
  /** Somebody stops what they do for what is to be taken up before it, and goes on with it afterwards; never with `fifo`. */
  readonly preemptive?: boolean
}

export type Discipline = "fifo" | "priority" | "earliest-due" | "least-slack"

/** A person, or so many alike. */
export interface Worker {
  /** Of several: `<id>-1`, `<id>-2` and so on. */
  readonly id: string
  readonly name?: string
  readonly count?: number
  readonly roles: readonly string[]
  readonly department?: string
  /** Working hours: a calendar of the policy, or a shift of their own. Default: the policy's default calendar. */
  readonly calendar?: string
  readonly shift?: StaffShift
  readonly deputy?: string
  /** Units: instants; `to` is exclusive. Whole days count. */
  readonly away?: readonly { readonly from: number; readonly to: number }[]
  readonly sickness?: Sickness
  /** How many cases they work on at once, each as fast as one alone, such as chats; default 1. */
  readonly atOnce?: number
  /** What they have learnt, as `needs` of the work names it. */
  readonly skills?: readonly string[]
}

export interface StaffShift {
  /** Seven lists, Monday first, of `[start, end)` in minutes of the day; past 1440 is the next day. */
  readonly weekly: readonly (readonly (readonly [number, number])[])[]
  /** A zone that the policy has, by its name, or the data of another; default: the policy's own. */
  readonly zone?: string | Zone.Zone
  /** A calendar of the policy of which the closed and the extra open days count too. */
  readonly holidays?: string
}

export interface Sickness {
  /** How often a year. */
  readonly perYear: number
  readonly lasts: Distribution
}

/** Somebody as a people file names them; `away` is empty where they are never away. */
export type NamedPerson = Pick<Worker, "id" | "name" | "roles" | "department" | "calendar" | "deputy"> &
  Required<Pick<Worker, "away">>

/** Returns those whom a people file names as they work; undefined where it names nobody: then two of each role are assumed. */
export const workersOf = (people: readonly NamedPerson[]): Staff["people"] =>
  people.length === 0
    ? undefined
    : people.map(({ id, name, roles, department, calendar, deputy, away }) =>
        defined({ id, name, roles, department, calendar, deputy, away: away.length === 0 ? undefined : away })
      )
