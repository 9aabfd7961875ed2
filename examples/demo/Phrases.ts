/** What staff and customers of an example say. */
import { consumerFinance } from "./phrases/ConsumerFinance.ts"
import { diningReviews } from "./phrases/DiningReviews.ts"
import { itrService } from "./phrases/ItrService.ts"

type Some = readonly [string, ...string[]]

/** What is done about complaints of some categories: offered, put right, told, and kept from coming back. */
export interface Remedy {
  readonly of: readonly string[]
  readonly proposal: Some
  readonly correction: Some
  readonly result: Some
  /** The chain of causes, from the symptom down. */
  readonly whys: Some
  /** What a tired first attempt names instead of the last cause; the policy knows the word. */
  readonly surface: string
  readonly systemic: boolean
  readonly prevention: { readonly what: string; readonly metric: string; readonly target: string }
}

export interface Phrases {
  /** By category; the last one for all others. */
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
  /** Values of fields that gates ask for, by field. */
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
