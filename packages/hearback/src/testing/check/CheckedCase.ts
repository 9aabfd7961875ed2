/** What a test loop knows of a case that it has read, beyond what hosts are shown: where its owner comes from, and the zone. */
import type { Place } from "../../answer/Place.ts"
import type { CaseView } from "../../case/CaseView.ts"

export interface CheckedCase {
  /** Readings of dates without an offset are in this zone: returns the instant, or nothing where it is none. */
  readonly instant: (text: string) => number | undefined
  /** Returns the day of an instant in the policy's zone. */
  readonly day: (instant: number) => string
  /** Returns an instant as people of the zone read it. */
  readonly text: (instant: number) => string
  readonly owner?: Place
}

const read = new WeakMap<CaseView, CheckedCase>()

/** Keeps what is known of a case beside its view. */
export const keepRead = (view: CaseView, known: CheckedCase): CaseView => {
  read.set(view, known)
  return view
}

export const readOf = (view: CaseView): CheckedCase | undefined => read.get(view)
