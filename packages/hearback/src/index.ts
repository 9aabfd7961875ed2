/** Hearback closes the loop with a customer: a YAML policy says what must be shown before a complaint may be closed. */
import { open } from "./open.ts"

export type * from "./api.ts"
export type {
  Customers,
  CustomerView,
  DecidingWord,
  Erased,
  FormField,
  FormView,
  ReadingView,
  SaidAgain
} from "./customer.ts"
export { type HearbackError, type HearbackErrorCode, hearbackError, isHearbackError } from "./errors.ts"
export type * from "./learning.ts"
export type { OpenOptions } from "./open.ts"
export { orThrow } from "./orThrow.ts"
export { memory, type Store } from "./store.ts"
export type { Undelivered, UndeliveredMessage } from "./undelivered.ts"

/** `const loop = await Hearback.open({ policy: "policy.yaml", store: sqlite("loop.db") })` */
export const Hearback = { open }
