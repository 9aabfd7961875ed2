/**
 * What is simulated beside the policy: how feedback arrives, who works and how long, what customers do, what breaks, and
 * what it costs. Plain JSON. Everything may be left out: what is assumed then is said in the report.
 *
 * Units: lengths of time in milliseconds, instants in ms since 1970, shares 0 to 1.
 */
import type { Arrivals } from "./Arrivals.ts"
import type { CustomerModel, FaultCause } from "./Customers.ts"
import type { Staff } from "./Staff.ts"
import type { WorkModel } from "./Work.ts"

export interface Simulation {
  /** The first day, such as `2026-03-02`, in the policy's zone. */
  readonly from?: string
  /** How long feedback arrives that is counted; default 12. */
  readonly weeks?: number
  /**
   * `steady`: how it goes on and on. The start, which begins with empty desks, is left out, and feedback keeps coming until
   * what is counted is answered. `terminating`: from empty desks to the last case, and nothing is left out.
   */
  readonly horizon?: "steady" | "terminating"
  /** How much of the beginning is left out where the horizon is steady: a length, or as the work in hand shows it. */
  readonly warmUp?: number | "automatic"
  /** Governs every draw: an integer from 0 to 2³² − 1. */
  readonly seed?: number
  readonly replications?: Replications
  readonly arrivals?: Arrivals
  readonly staff?: Staff
  readonly work?: WorkModel
  readonly customers?: CustomerModel
  readonly causes?: readonly FaultCause[]
  readonly money?: Money
  /** What was said of the time and of chance and does not count: the report says so. */
  readonly overruled?: Overruled
}

/** Settings that a record says itself, or the first of two that are compared says for both. */
export interface Overruled {
  readonly by: "record" | "first"
  readonly settings: readonly Overrulable[]
}

type Overrulable = "from" | "weeks" | "horizon" | "warmUp" | "seed" | "replications" | "trace"

export interface Replications {
  /** How many are made at least; default 10. Said alone, it is how many are made. */
  readonly least?: number
  /** How many are made at most; default 30, and 300 where a precision is said. */
  readonly most?: number
  /** More are made until the mean time to an answer is known to this share of it; default 0.1. */
  readonly precision?: number
}

/** The costs of a simulation, in units of the policy's currency. */
export interface Money {
  /** What an hour of somebody of a role costs; the dearest role of a person counts. */
  readonly hours?: Readonly<Record<string, number>>
  /** What a customer who leaves is worth. */
  readonly lostCustomer?: number
}
