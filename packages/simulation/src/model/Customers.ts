/** What customers do, and faults that make many of them complain about one thing. */
import type { Distribution } from "../random/Distribution.ts"

/**
 * The acts of customers. Shares of answers that are not given divide what the others leave, in the usual proportions.
 */
export interface CustomerModel {
  readonly proposals?: {
    readonly delay?: Distribution
    readonly agree?: number
    readonly counter?: number
    readonly refuse?: number
    /** Customers who never answer, so that the case waits until something else ends it; default 0. */
    readonly silent?: number
  }
  readonly confirmations?: {
    readonly delay?: Distribution
    readonly satisfied?: number
    readonly dissatisfied?: number
    readonly silent?: number
  }
  readonly patience?: Patience
  /** The time between two messages of a customer while the case is open; absent: they send no more. */
  readonly words?: Distribution
  /** The share of further or repeated messages through another channel. */
  readonly otherChannel?: number
  /** How often a customer comes back after the end because it was not put right, and when. */
  readonly dissatisfied?: { readonly share: number; readonly after: Distribution }
}

/** How long customers wait before they do something else. */
export interface Patience {
  readonly lasts: Distribution
  /** It ends with the first work on the case, or with the first answer of a person. */
  readonly until: "begun" | "answered"
  /** How often one customer repeats the feedback at most; default 3. */
  readonly atMost?: number
  /**
   * The shares of what they do then: repeat the feedback (`again`), repeat it angrily through another channel
   * (`escalates`), or leave (`leaves`); the others go on waiting. After a repetition, the waiting begins again.
   */
  readonly reaction: { readonly again?: number; readonly escalates?: number; readonly leaves?: number }
}

/** A fault: one cause of many cases, until its prevention is in place. */
export interface FaultCause {
  readonly name: string
  /** The time between the end of one fault and the beginning of the next. */
  readonly every: Distribution
  /** The number of cases in a day while it lasts. */
  readonly perDay: number
  readonly category: string
  /** A fact of each of its cases, such as a product line. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>
  /** The share of preventions that work. */
  readonly prevented?: number
  /** The time after which it ends by itself. */
  readonly lasts?: Distribution
  /** A factor for each month, January first: 12 numbers; 1 is usual. */
  readonly seasons?: readonly number[]
}
