/** How feedback arrives: when, through which channel, from whom, and with which words. */
import type { Bundle, Fact, Happened } from "@hearback/core"
import type { Distribution, Weights } from "../random/Distribution.ts"

/** The arrivals of a simulation. */
export interface Arrivals {
  /** The average over the week. Default: as many as keep the busiest role busy for 65 % of its time. */
  readonly perDay?: number
  /** The role from which `perDay` was computed if it was not given; the report lists it as an assumption. */
  readonly reckonedOf?: string
  /** A factor on this number, or on the assumed one; default 1. */
  readonly factor?: number
  /** The weight of each hour of the week, Monday 00:00 first: 168 numbers, of which only the proportions count. */
  readonly profile?: readonly number[]
  /** A factor for each month, January first: 12 numbers; 1 is usual. */
  readonly seasons?: readonly number[]
  readonly campaigns?: readonly Campaign[]
  /** How many arrive together; 1 by default. `perDay` counts each of them. */
  readonly batch?: Distribution
  /**
   * Recorded arrivals that replace random ones, each at its instant. Without `from` and `weeks`, a simulation has the
   * days from the first to the last of them.
   */
  readonly trace?: readonly Traced[]
  /** The number of rows of its table that could not be used; the report says so. */
  readonly leftOut?: number
  readonly mix?: Mix
  /** Texts of customers. For a category without texts, words of the policy's dictionary are used. */
  readonly texts?: readonly string[]
}

/** A time in which more or less arrives.  Units: instants; `to` is exclusive. */
export interface Campaign {
  readonly from: number
  readonly to: number
  readonly times: number
}

/**
 * The weights of several properties of arrivals; only proportions count. Values that are omitted are equally
 * frequent.
 */
export interface Mix {
  readonly categories?: Weights
  readonly channels?: Weights
  readonly languages?: Weights
  /** Levels of `emotions` of the policy; `unmoved` for none. */
  readonly emotions?: Weights
  /** What is on file of the customer, such as a tier: a fact of the policy, with its values. */
  readonly facts?: Readonly<Record<string, Weights>>
}

/** One recorded arrival. Omitted values are drawn; a customer who is not named is a new one. */
export interface Traced {
  readonly at: number
  readonly text?: string
  readonly channel?: string
  readonly category?: string
  readonly customer?: string
  readonly language?: Bundle.Language
  readonly kind?: string
  readonly score?: number
  /** The number of contacts of the customer about the same matter, this one included. */
  readonly contacts?: number
  readonly facts?: Readonly<Record<string, Fact.FactValue>>
  /** Later events of the case that do not depend on the staff.  Units: ms after `at`. */
  readonly later?: readonly { readonly after: number; readonly what: Happened.Happened }[]
}
