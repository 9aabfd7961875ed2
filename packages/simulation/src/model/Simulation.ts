/**
 * What is simulated in addition to the policy: arrivals, staff and work, acts of customers, faults and costs, as
 * plain JSON. Everything is optional: the report lists what was assumed.
 *
 * Units: durations in milliseconds, instants in ms since 1970, shares 0 to 1.
 */
import type { Arrivals } from "./Arrivals.ts"
import type { CustomerModel, FaultCause } from "./Customers.ts"
import type { Staff } from "./Staff.ts"
import type { WorkModel } from "./Work.ts"

/** A simulation. */
export interface Simulation {
  /** The first day, such as `2026-03-02`, in the policy's zone. */
  readonly from?: string
  /** The weeks of counted arrivals; default 12. */
  readonly weeks?: number
  /**
   * `steady`: as it is in the long run. The beginning with no open cases is left out, and arrivals continue until the
   * counted ones are answered. `terminating`: from no open cases to the last case, and nothing is left out.
   */
  readonly horizon?: "steady" | "terminating"
  /**
   * How much of the beginning is left out with a steady horizon: a duration; otherwise it is found from the number of
   * open cases.
   */
  readonly warmUp?: number | "automatic"
  /** The seed of all random draws: an integer from 0 to 2³² − 1. */
  readonly seed?: number
  readonly replications?: Replications
  readonly arrivals?: Arrivals
  readonly staff?: Staff
  readonly work?: WorkModel
  readonly customers?: CustomerModel
  readonly causes?: readonly FaultCause[]
  readonly money?: Money
  /** Settings of time and seed that do not count; the report says so. */
  readonly overruled?: Overruled
}

/** Settings that a record gives itself, or that the first of two compared simulations gives for both. */
export interface Overruled {
  readonly by: "record" | "first"
  readonly settings: readonly Overrulable[]
}

type Overrulable = "from" | "weeks" | "horizon" | "warmUp" | "seed" | "replications" | "trace"

/** How many replications are made. */
export interface Replications {
  /** The least number; default 10. If it is given alone, it is the number. */
  readonly least?: number
  /** The most; default 30, or 300 if a precision is given. */
  readonly most?: number
  /**
   * Replications are added until the half-width of the mean time to an answer is at most this share of it; default
   * 0.1.
   */
  readonly precision?: number
}

/** The costs of a simulation, in units of the policy's currency. */
export interface Money {
  /** What an hour of a person in a role costs; the most expensive role of a person counts. */
  readonly hours?: Readonly<Record<string, number>>
  /** The value of a customer who leaves. */
  readonly lostCustomer?: number
}
