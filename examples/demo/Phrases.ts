/** Defines what staff and customers of an example say. */
import { consumerFinance } from "./phrases/ConsumerFinance.ts"
import { diningReviews } from "./phrases/DiningReviews.ts"
import { itrService } from "./phrases/ItrService.ts"

type Some = readonly [string, ...string[]]

/**
 * Texts about complaints of one category: what is offered, corrected, told to the customer, and done for prevention.
 */
export interface Remedy {
  readonly of: readonly string[]
  readonly proposal: Some
  readonly correction: Some
  readonly result: Some
  /** Chain of causes, from the symptom to the root cause. */
  readonly whys: Some
  /** Text of a first attempt that names a person instead of the root cause; the policy rejects this word. */
  readonly surface: string
  readonly systemic: boolean
  readonly prevention: { readonly what: string; readonly metric: string; readonly target: string }
}

/** Everything that staff and customers of one example say. */
export interface Phrases {
  /** Texts by category; the last one applies to all other categories. */
  readonly remedies: readonly [Remedy, ...Remedy[]]
  /** The next offer after the customer asked for more. */
  readonly offer: Some
  readonly counter: Some
  readonly refuse: Some
  readonly shortfall: Some
  readonly answered: Some
  readonly satisfied: Some
  readonly dissatisfied: Some
  readonly explained: Some
  readonly handover: Some
  readonly declined: Some
  readonly compensation: Some
  readonly denied: Some
  readonly extension: Some
  readonly question: Some
  readonly answer: Some
  readonly update: Some
  readonly adopted: Some
  readonly later: Some
  readonly turnedDown: Some
  readonly reviewed: Some
  readonly waived: Some
  readonly done: Some
  /** Values of the fields that gates ask for, by field name. */
  readonly fields: Readonly<Record<string, Some>>
}

const books: Readonly<Record<string, Phrases>> = {
  "itr-service": itrService,
  "consumer-finance": consumerFinance,
  "dining-reviews": diningReviews
}

/** Returns the phrases of an example. Errors: throws for an example that has none. */
export const phrasesOf = (example: string): Phrases => {
  const book = books[example]
  if (book === undefined) throw new Error(`nobody wrote phrases for ${example}`)
  return book
}
