/** How feedback arrives: when, by which channel, from whom, and in what words. */
import type { Bundle, Fact, Happened } from "@hearback/core"
import type { Distribution, Weights } from "../random/Distribution.ts"

export interface Arrivals {
  /** On average over the week. Default: as many as keep the busiest role busy for 65% of its time. */
  readonly perDay?: number
  /** The role of which `perDay` was reckoned where nobody said it: the report names it among what was assumed. */
  readonly reckonedOf?: string
  /** Of that, or of what is assumed, so many times as much comes; default 1. */
  readonly factor?: number
  /** How much comes in each hour of the week, Monday 00:00 first: 168 numbers, of which the proportions count. */
  readonly profile?: readonly number[]
  /** How much comes in each month, January first: 12 factors; 1 is usual. */
  readonly seasons?: readonly number[]
  readonly campaigns?: readonly Campaign[]
  /** How many come together; 1 by default. `perDay` counts each of them. */
  readonly batch?: Distribution
  /**
   * What came instead of what is drawn: each at its instant. Without `from` and `weeks` a simulation begins with its first
   * day and goes on to its last.
   */
  readonly trace?: readonly Traced[]
  /** How many rows of its table could not be used: the report says so. */
  readonly leftOut?: number
  readonly mix?: Mix
  /** What customers write; where a category has none of these, words of the policy's dictionary stand for it. */
  readonly texts?: readonly string[]
}

/** A time in which more comes, or less.  Units: instants; `to` is exclusive. */
export interface Campaign {
  readonly from: number
  readonly to: number
  readonly times: number
}

/** How often each of several things comes; only proportions count. What is left out comes alike. */
export interface Mix {
  readonly categories?: Weights
  readonly channels?: Weights
  readonly languages?: Weights
  /** Levels of `emotions` of the policy; `unmoved` for none. */
  readonly emotions?: Weights
  /** What is on file of the customer, such as a tier: a fact of the policy, with its values. */
  readonly facts?: Readonly<Record<string, Weights>>
}

/** One arrival as it is known. What is left out is drawn; a customer who is not named is a new one. */
export interface Traced {
  readonly at: number
  readonly text?: string
  readonly channel?: string
  readonly category?: string
  readonly customer?: string
  readonly language?: Bundle.Language
  readonly kind?: string
  readonly score?: number
  /** Contacts of the customer about the same matter, this one included. */
  readonly contacts?: number
  readonly facts?: Readonly<Record<string, Fact.FactValue>>
  /** What happened to the case later, whatever the staff did.  Units: ms after `at`. */
  readonly later?: readonly { readonly after: number; readonly what: Happened.Happened }[]
}
