/** How long work takes, and what people do with what policy and rights leave open. */
import type { Bundle, Work as Core } from "@hearback/core"
import type { Distribution, Weights } from "../random/Distribution.ts"

export interface WorkModel {
  /** The first that fits counts; what none fits takes as long as its kind does by default. */
  readonly times?: readonly WorkTime[]
  /** Everything takes so many times as long; default 1. */
  readonly factor?: number
  /** How often what was done has to be done again. */
  readonly rework?: number
  /** The skill that a gate or a category takes, by its name. */
  readonly needs?: Readonly<Record<string, string>>
  /** How often an owner hands a case over to somebody else of a role of theirs. */
  readonly handOver?: number
  /** How often a request for approval is denied. */
  readonly denied?: number
  /** How often a spot check finds a decision wrong. */
  readonly foundWrong?: number
  /** How often a root cause proves systemic, where the simulation knows of no fault. */
  readonly systemic?: number
  /** How often conclusions of decisions come. Default: those that the policy offers, alike. */
  readonly decisions?: Weights
  readonly compensation?: Compensation
  /** Waits for somebody else, such as the customer or a supplier, before work at a gate begins. */
  readonly pauses?: readonly WorkPause[]
  readonly extensions?: Extensions
  readonly waivers?: Waivers
  /** How often whoever begins with a case finds another matter in it, which goes on in a case of its own. */
  readonly splits?: number
}

/** The clocks wait by the command and the caps of the policy; the work at the gate, for as long as it lasts. */
export interface WorkPause {
  /** A reason that clocks of the policy pause for. */
  readonly reason: string
  readonly share: number
  readonly lasts: Distribution
  /** The gates before which it happens; default all. */
  readonly gates?: readonly string[]
}

/** An owner asks for more time when a deadline comes near. */
export interface Extensions {
  /** Of the deadlines that come near. */
  readonly share: number
  /** How long before they are due; default 4 hours, and never in the first half of their time. */
  readonly before?: number
  /** Default: the clocks that the policy lets extend. */
  readonly clocks?: readonly string[]
}

/** Whoever is to work at a gate asks to let it go instead. */
export interface Waivers {
  readonly share: number
  /** Default: all. */
  readonly gates?: readonly string[]
}

export interface WorkTime {
  /** A gate by its name, all gates of a kind, or work of a kind that stands at no gate. */
  readonly gate?: string
  readonly kind?: Bundle.GateKind
  readonly errand?: Core.OpenWork["as"]
  /** A level of any dimension, and a category. */
  readonly grade?: string
  readonly category?: string
  readonly time: Distribution
}

/** Money for customers, given before they are told what is proposed or done. */
export interface Compensation {
  readonly share: number
  /** In units of the policy's currency. */
  readonly amount: Distribution
  /** The categories for which it is given; default all. */
  readonly categories?: readonly string[]
}
