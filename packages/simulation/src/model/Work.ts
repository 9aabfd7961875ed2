/** How long work takes, and what people do in addition to what the policy prescribes. */
import type { Bundle, Work as Core } from "@hearback/core"
import type { Distribution, Weights } from "../random/Distribution.ts"

/** The work of a simulation. */
export interface WorkModel {
  /** Durations; the first matching row counts. Without a match, the default of its kind is used. */
  readonly times?: readonly WorkTime[]
  /** A factor on all durations; default 1. */
  readonly factor?: number
  /** The share of work that must be done again. */
  readonly rework?: number
  /** The skill that a gate or a category needs, by its name. */
  readonly needs?: Readonly<Record<string, string>>
  /** The share of cases that an owner hands over to another person of one of their roles. */
  readonly handOver?: number
  /** The share of requests for approval that are denied. */
  readonly denied?: number
  /** The share of spot checks that find a decision wrong. */
  readonly foundWrong?: number
  /** The share of root causes that prove systemic, apart from simulated faults. */
  readonly systemic?: number
  /** The weights of conclusions of decisions. Default: all that the policy offers, equally. */
  readonly decisions?: Weights
  readonly compensation?: Compensation
  /** Waits for somebody else, such as the customer or a supplier, before work at a gate begins. */
  readonly pauses?: readonly WorkPause[]
  readonly extensions?: Extensions
  readonly waivers?: Waivers
  /** The share of cases in which another matter is found, which continues in a case of its own. */
  readonly splits?: number
}

/**
 * A pause. Clocks pause by the command and up to the caps of the policy; work at the gate pauses as long as the pause
 * lasts.
 */
export interface WorkPause {
  /** A reason for which clocks of the policy pause. */
  readonly reason: string
  readonly share: number
  readonly lasts: Distribution
  /** The gates before which it happens; default all. */
  readonly gates?: readonly string[]
}

/** Requests for more time when a deadline is near. */
export interface Extensions {
  /** The share of deadlines that are near. */
  readonly share: number
  /** How long before the due date; default 4 hours, and never in the first half of the time. */
  readonly before?: number
  /** Default: the clocks that the policy lets extend. */
  readonly clocks?: readonly string[]
}

/** Requests to waive a gate instead of working at it. */
export interface Waivers {
  readonly share: number
  /** The gates; default all. */
  readonly gates?: readonly string[]
}

/** The duration of some work. */
export interface WorkTime {
  /** A gate by its name, all gates of a kind, or work of a kind that belongs to no gate. */
  readonly gate?: string
  readonly kind?: Bundle.GateKind
  readonly errand?: Core.OpenWork["as"]
  /** A level of any dimension, and a category. */
  readonly grade?: string
  readonly category?: string
  readonly time: Distribution
}

/** Money for customers, granted before they are told what is proposed or done. */
export interface Compensation {
  readonly share: number
  /** The amount, in units of the policy's currency. */
  readonly amount: Distribution
  /** The categories for which it is granted; default all. */
  readonly categories?: readonly string[]
}
