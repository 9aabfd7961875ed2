/** What a backtest found, as plain data: the object of `--json`, and what its texts are made from. */
import type { QualityReport } from "../log/Quality.ts"
import type { DemandShift, TracedAspect, TraceLine } from "./Trace.ts"

interface VersionNamed {
  readonly id: string
  /** Content hash. */
  readonly content: string
}

interface Counted<T> {
  readonly value: T
  readonly count: number
}

/** Grades of one dimension, from what they were to what they are; pairs that are seen. */
export interface GradeMatrix {
  readonly dimension: string
  /** Strongest first, as the candidate has them, then those that only the other side has. */
  readonly levels: readonly string[]
  readonly cells: readonly { readonly from: string; readonly to: string; readonly count: number }[]
  readonly changed: number
}

/** How a promise fares, in cases on which both sides can be judged. */
export interface ClockTable {
  readonly clock: string
  readonly stayKept: number
  readonly fixed: number
  readonly newlyBreached: number
  readonly stillBreached: number
  /** Cases in which it runs and one side cannot be judged: it is open, or the record does not tell. */
  readonly notJudged: number
  readonly dueSooner: number
  readonly dueLater: number
  /** Two-sided, exact. */
  readonly p: number
}

export interface RowHits {
  readonly rule: string
  /** The rule of the table or clock that it is a row of. */
  readonly of: string
  readonly before?: number
  readonly after: number
  readonly kind?: "dead" | "hot"
}

export interface ReportCause {
  readonly of: TracedAspect
  readonly name: string
  /** Of a deadline nothing: it differs with every case. */
  readonly from?: string
  readonly to?: string
  readonly sense: DemandShift
  readonly before?: string
  readonly after?: string
  readonly count: number
}

export interface Sample {
  readonly case: string
  readonly before: readonly TraceLine[]
  readonly after: readonly TraceLine[]
}

/** How well a row tells what came of a case. */
interface OutcomeRow {
  readonly rule: string
  readonly level: string
  readonly hits: number
  readonly with: number
  /** Shares, 0 to 1. */
  readonly precision: number
  readonly recall: number
  /** Precision beside the share of all cases. */
  readonly lift: number
}

export interface OutcomeTable {
  readonly outcome: string
  readonly cases: number
  readonly rows: readonly OutcomeRow[]
}

export interface NotReplayed {
  readonly cases: number
  /** Inputs that a policy reads and the record does not tell; a case may lack several. */
  readonly inputs: readonly Counted<string>[]
  /** Why the policy would not have opened the case. */
  readonly refused: readonly Counted<string>[]
}

/** What `--fail-on` counts. */
export interface Totals {
  readonly cases: number
  readonly replayed: number
  readonly "not-replayable": number
  readonly changed: number
  readonly weaker: number
  readonly stronger: number
  readonly "newly-breached": number
  readonly fixed: number
  readonly "due-later": number
  readonly "due-sooner": number
  readonly "owner-changed": number
  readonly "newly-unowned": number
  readonly "higher-approver": number
  readonly "newly-demanded": number
  readonly "no-longer-demanded": number
}

export interface BacktestReport {
  readonly policy: VersionNamed
  /** Absent: the candidate is compared with what the record tells. */
  readonly baseline?: VersionNamed
  readonly quality: QualityReport
  readonly totals: Totals
  readonly notReplayed: { readonly policy: NotReplayed; readonly baseline?: NotReplayed }
  /** Cases whose owner depends on what the record does not tell. */
  readonly ownersNotDecided: number
  readonly grades: readonly GradeMatrix[]
  readonly clocks: readonly ClockTable[]
  readonly approvers: readonly {
    readonly power: string
    readonly from: string
    readonly to: string
    readonly count: number
  }[]
  readonly gates: {
    readonly newlyDemanded: readonly Counted<string>[]
    readonly noLongerDemanded: readonly Counted<string>[]
  }
  readonly rows: readonly RowHits[]
  readonly causes: readonly ReportCause[]
  readonly samples: readonly Sample[]
  readonly outcomes: readonly OutcomeTable[]
}
