/**
 * What a test loop knows of a case that it has read, in addition to what hosts see: the rule of its owner, and the
 * zone.
 */
import type { Place } from "../../answer/Place.ts"
import type { CaseView } from "../../case/CaseView.ts"

/** What is known of a case in addition to its view. */
export interface CheckedCase {
  /** Returns the instant of a text; one without an offset is in the policy's zone. Undefined if it is no instant. */
  readonly instant: (text: string) => number | undefined
  /** Returns the day of an instant in the policy's zone. */
  readonly day: (instant: number) => string
  /** Returns an instant as local time in the policy's zone. */
  readonly text: (instant: number) => string
  readonly owner?: Place
}

const read = new WeakMap<CaseView, CheckedCase>()

/** Keeps what is known of a case beside its view. */
export const keepRead = (view: CaseView, known: CheckedCase): CaseView => {
  read.set(view, known)
  return view
}

/** Returns what is known of a case beside its view. */
export const readOf = (view: CaseView): CheckedCase | undefined => read.get(view)
