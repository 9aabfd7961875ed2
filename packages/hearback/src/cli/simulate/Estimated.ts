/** What a simulation of a record has found, with what it rests on. */
import type { Learned } from "@hearback/backtest"
import type { Comparison, Report, Subject } from "@hearback/simulation"

export interface Estimated {
  /** Cases that both policies decide, and those that are left out since one of them does not. */
  readonly cases: number
  readonly leftOut: number
  /** Absent: the cases are too few to estimate anything from. */
  readonly found?: Found
}

export interface Found {
  readonly learned: Learned
  readonly candidate: Subject
  readonly report: Report
  /** With another version. */
  readonly beside?: { readonly subject: Subject; readonly comparison: Comparison }
}
