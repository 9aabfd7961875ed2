/** What a record tells of how its cases came about, and what it does not: plain data, for the answer. */
import type { Deed } from "@hearback/core"
import type { Simulation } from "@hearback/simulation"

/** Fewer than so many tell nothing. */
export const fewest = 10

/** An estimate from a record, with the number of observations that it rests on. */
export type EstimatedInput =
  /** Units: ms since 1970. */
  | { readonly of: "arrivals"; readonly count: number; readonly from: number; readonly to: number }
  /** Work at a gate, or an errand: half of it took no more.  Units: ms of working hours. */
  | { readonly of: "work"; readonly on: string; readonly count: number; readonly half: number }
  /** People of the people file who are named, and how many others worked at a time. */
  | { readonly of: "staff"; readonly role: string; readonly count: number }
  | { readonly of: Deed.AskedQuestion; readonly count: number; readonly half: number }
  | { readonly of: "compensation"; readonly count: number }
  /** Cases that went from one owner to another. */
  | { readonly of: "handovers"; readonly count: number }
  /** Waits of one reason. */
  | { readonly of: "pause"; readonly reason: string; readonly count: number; readonly half: number }

/** What was seen too seldom, or never, to estimate it: it is assumed. */
export type AssumedInput =
  | { readonly of: "work"; readonly on: string; readonly count: number }
  | { readonly of: "staff"; readonly role: string }
  | { readonly of: Deed.AskedQuestion; readonly count: number }

/** A part of the simulation of a record. */
export interface EstimatedPart<T> {
  readonly part: T
  readonly estimated: readonly EstimatedInput[]
  readonly assumed: readonly AssumedInput[]
}

/** A simulation that was estimated from a record, with the number of observations behind each part. */
export interface EstimatedSimulation {
  readonly simulation: Simulation
  readonly estimated: readonly EstimatedInput[]
  readonly assumed: readonly AssumedInput[]
}
