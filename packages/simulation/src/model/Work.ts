/** How long work takes, and what people do with what policy and rights leave open. */
import type { Bundle, Work as Core } from "@hearback/core"
import type { Distribution, Weights } from "../random/Distribution.ts"

export interface Work {
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
}

export interface WorkTime {
  /** A gate by its name, all gates of a kind, or work of a kind that stands at no gate. */
  readonly gate?: string
  readonly kind?: Bundle.GateKind
  readonly errand?: Core.Work["as"]
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
