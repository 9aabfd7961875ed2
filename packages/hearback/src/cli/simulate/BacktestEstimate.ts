/** What a simulation of a record has found, with what it rests on. */
import type { EstimatedSimulation, RecordedCase } from "@hearback/backtest"
import type { ComparedReports, Estimate, Report, SimulationSubject } from "@hearback/simulation"

/** The result of a simulation that was estimated from a record. */
export interface BacktestEstimate {
  /** Cases that both policies decide, and those that are left out since one of them does not. */
  readonly cases: number
  readonly leftOut: number
  /** How many weeks of the record were asked for. Absent: all. */
  readonly weeks?: number
  /** Absent: the cases are too few to estimate anything from. */
  readonly found?: EstimatedSubject
}

/** The estimated simulation, with the report of its run. */
export interface EstimatedSubject {
  readonly estimation: EstimatedSimulation
  readonly candidate: SimulationSubject
  readonly report: Report
  /** By clock, under the policy that history is judged by: the baseline, or the candidate where there is none. */
  readonly fits: readonly Fit[]
  /** With another version. */
  readonly beside?: { readonly subject: SimulationSubject; readonly comparison: ComparedReports }
}

/** How a promise fared in the record, and how it fares when the record is played. */
interface Fit {
  readonly clock: string
  readonly recorded: number
  readonly model: Estimate | undefined
}

/** A recorded case that all sides decide, with its promises as history went: those that can be judged. */
export interface Judged {
  readonly recorded: RecordedCase
  readonly kept: Readonly<Record<string, boolean>>
}
