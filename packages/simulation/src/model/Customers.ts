/** What customers do, and what makes many of them complain of one thing. */
import type { Distribution } from "../random/Distribution.ts"

/** What is not said of answers is what the others leave, in the proportions of what is usual. */
export interface CustomerModel {
  readonly proposals?: {
    readonly delay?: Distribution
    readonly agree?: number
    readonly counter?: number
    readonly refuse?: number
    /** They never answer, and the case waits for them until something else ends it; default 0. */
    readonly silent?: number
  }
  readonly confirmations?: {
    readonly delay?: Distribution
    readonly satisfied?: number
    readonly dissatisfied?: number
    readonly silent?: number
  }
  readonly patience?: Patience
  /** Between two words of a customer while the case is open; absent: they say nothing more. */
  readonly words?: Distribution
  /** How often they say more, or say it again, by another channel than the one they came by. */
  readonly otherChannel?: number
  /** How often a customer comes back after the end because it was not put right, and when. */
  readonly dissatisfied?: { readonly share: number; readonly after: Distribution }
}

export interface Patience {
  readonly lasts: Distribution
  /** It is over with the first work on the case, or with the first answer of a person. */
  readonly until: "begun" | "answered"
  /**
   * What they do then, by how often: say it `again`, say it again by another channel in anger (`escalates`), or leave
   * (`leaves`); the others go on waiting. The patience of who says it again begins anew.
   */
  /** How often one customer says it again; default 3. */
  readonly atMost?: number
  readonly reaction: { readonly again?: number; readonly escalates?: number; readonly leaves?: number }
}

/** A fault: one cause of many cases, until its prevention is in place. */
export interface FaultCause {
  readonly name: string
  /** Between the end of one and the beginning of the next. */
  readonly every: Distribution
  /** How many cases a day it brings while it lasts. */
  readonly perDay: number
  readonly category: string
  /** A fact of each of its cases, such as a line of services. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>
  /** The share of preventions in place that work. */
  readonly prevented?: number
  /** It ends by itself after so long. */
  readonly lasts?: Distribution
  /** How much it brings in each month, January first: 12 factors; 1 is usual. */
  readonly seasons?: readonly number[]
}
