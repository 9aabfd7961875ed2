/** What a host learns from its cases: the measures of a period, the pack of a review, the report to customers. */
import type { Instantish } from "./instant.ts"

/** `nothing`: no case belongs, so there is nothing to judge. */
export type Verdict = "met" | "missed" | "nothing"

export interface Figure {
  /** As the policy language names it; `cycle-time.told` for one gate. */
  readonly measure: string
  readonly shape: "count" | "share" | "mean" | "median" | "net"
  /** Absent where no case belongs.  Units: 0 to 1 for a share, -100 to 100 for `nps`, ms for a length. */
  readonly value?: number
  /** The value in words: `92.3%`, `2 d 4 h`. */
  readonly says?: string
  /** How many data points it is reckoned from: cases, promises, answers, gates … */
  readonly of: number
  /** Of a share: how many of them count. */
  readonly hits?: number
  /** Counted beside the figure, never in it: refuted misses, misses of a replaced deadline, answers made void. */
  readonly apart: { readonly refuted: number; readonly "earlier-deadline": number; readonly overtaken: number }
  /** What the policy aims at, in words: `≥ 95%`. */
  readonly target?: string
  readonly verdict?: Verdict
}

export interface Heard {
  /** Title of the category, else its name; empty where nobody has said it yet. */
  readonly category: string
  readonly cases: number
}

/** What was given by authority, summed by the role whose limit allowed it. */
export interface Granted {
  readonly role: string
  readonly power: "compensate" | "discount" | "grant"
  readonly times: number
  /** Units: of the currency (`compensate`), percent (`discount`), units (`grant`). */
  readonly sum: number
  readonly currency?: string
}

export interface Measures {
  readonly from: Date
  /** Up to, but without, this instant. */
  readonly to: Date
  readonly figures: readonly Figure[]
  /** Cases opened, by category as it is known now, the most frequent first. */
  readonly heard: readonly Heard[]
  readonly granted: readonly Granted[]
}

/** Why a case was chosen.  Units: `late` in ms. */
export type WorthReadingReason = { readonly at: Date } & (
  | { readonly why: "promise-missed"; readonly clock: string; readonly late: number }
  | { readonly why: "reopened" | "dissatisfied" }
  | { readonly why: "verification-failed"; readonly gate: string }
  | { readonly why: "spot-check-wrong"; readonly duty: string }
  | { readonly why: "most-handovers"; readonly times: number }
)

export interface Review extends Measures {
  readonly name: string
  /** The period before, beside which the figures stand. */
  readonly before: { readonly from: Date; readonly to: Date }
  readonly figures: readonly (Figure & { readonly before?: string })[]
  /** Those with most reasons first, then the latest. */
  readonly worthReading: readonly {
    readonly case: string
    readonly category: string
    readonly reasons: readonly WorthReadingReason[]
  }[]
  /** What came at least twice: problems, and categories of complaints. */
  readonly comingBack: readonly {
    readonly of: "problem" | "category"
    readonly id: string
    readonly category: string
    /** Of a problem: the values of `problems.same` beside the category, as far as they are not personal. */
    readonly same: readonly string[]
    readonly cases: number
    readonly before: number
    readonly problem?: { readonly customers: number; readonly cases: number; readonly progress?: "live" | "verified" }
  }[]
  /** Groups of alike closed cases that have reached `procedure-after`, the latest first. */
  readonly proceduresDue: readonly {
    readonly category: string
    readonly cases: readonly string[]
    readonly since: Date
  }[]
}

/** Counts, titles of categories, and what staff wrote of a decision or a prevention; nothing that tells who it was. */
export interface SaidAndDone {
  readonly from: Date
  readonly to: Date
  readonly heard: readonly Heard[]
  /** Suggestions that were adopted, with the reason; without a text where it names a person. */
  readonly adopted: readonly { readonly category: string; readonly text?: string }[]
  /** What was done so that it does not happen again; `verified`: a check has shown that the cause is gone. */
  readonly prevented: readonly { readonly category: string; readonly text?: string; readonly verified?: boolean }[]
  readonly answered: {
    readonly cases: number
    readonly confirmed: number
    readonly unconfirmed: number
    readonly dissatisfied: number
  }
}

/**
 * Read from the record alone, nothing is stored. A case counts as its own version of the policy says, targets and
 * reviews as the version in force does. What has fallen due counts once it was told: `tick` first.
 */
export interface Learning {
  /** Every measure of the language over a period, by default from the first case until now. */
  measures(period?: { readonly from?: Instantish; readonly to?: Instantish }): Promise<Measures>
  /**
   * The last whole period of a review of the policy, in the policy's zone, as it is due at an instant; by default now.
   * Errors: `review/unknown`, which names those that there are.
   */
  review(name: string, options?: { readonly at?: Instantish }): Promise<Review>
  /**
   * You said, we did: what customers may read of the last whole period of `you-said-we-did`.
   * Errors: `review/unknown` where the policy does not say how often.
   */
  saidAndDone(options?: { readonly at?: Instantish }): Promise<SaidAndDone>
}
