/** The report of a backtest as plain data: the object of `--json`, from which texts are made. */
import type { QualityReport } from "../log/Quality.ts"
import type { DemandShift, TracedAspect, TraceLine } from "./Trace.ts"

interface VersionNamed {
  readonly id: string
  /** The hash of the policy's content. */
  readonly content: string
}

interface Counted<T> {
  readonly value: T
  readonly count: number
}

/** How grades of one dimension change from the baseline to the candidate. Only pairs that occur are listed. */
export interface GradeMatrix {
  readonly dimension: string
  /** The levels, strongest first, in the order of the candidate; then levels that only the baseline has. */
  readonly levels: readonly string[]
  readonly cells: readonly { readonly from: string; readonly to: string; readonly count: number }[]
  readonly changed: number
}

/** How often a promise is kept, counted over cases that can be judged under both policies. */
export interface ClockTable {
  readonly clock: string
  readonly stayKept: number
  readonly fixed: number
  readonly newlyBreached: number
  readonly stillBreached: number
  /** Cases that one side cannot judge: the clock is still running, or the record does not tell its event. */
  readonly notJudged: number
  readonly dueSooner: number
  readonly dueLater: number
  /** The exact two-sided p-value of McNemar's test. */
  readonly p: number
}

/** How many cases one row of a table decided under each policy. */
export interface RowHits {
  readonly rule: string
  /** The rule of the table or clock that has the row. */
  readonly of: string
  readonly before?: number
  readonly after: number
  readonly kind?: "dead" | "hot"
}

/** Changes that have the same pair of rules. */
export interface ReportCause {
  readonly of: TracedAspect
  readonly name: string
  /** The earlier value; absent for deadlines, because they differ in every case. */
  readonly from?: string
  readonly to?: string
  readonly sense: DemandShift
  readonly before?: string
  readonly after?: string
  readonly count: number
}

/** One case as both policies decide it. */
export interface Sample {
  readonly case: string
  readonly before: readonly TraceLine[]
  readonly after: readonly TraceLine[]
}

/** How well one row predicts an outcome. */
interface OutcomeRow {
  readonly rule: string
  readonly level: string
  readonly hits: number
  readonly with: number
  /** A share from 0 to 1, like `recall`. */
  readonly precision: number
  readonly recall: number
  /** Precision divided by the outcome's share of all cases. */
  readonly lift: number
}

/** How well rows predict one outcome. */
export interface OutcomeTable {
  readonly outcome: string
  readonly cases: number
  readonly rows: readonly OutcomeRow[]
}

/** Cases that could not be decided again, with the reasons. */
export interface NotReplayed {
  readonly cases: number
  /** Inputs that the policy reads and the record does not tell, with the number of cases. A case can lack several. */
  readonly inputs: readonly Counted<string>[]
  /** The reasons for which the policy would not have opened the case. */
  readonly refused: readonly Counted<string>[]
}

/** The totals that `--fail-on` can bound. */
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

/** Everything that a backtest found. */
export interface BacktestReport {
  readonly policy: VersionNamed
  /** The policy before; absent if the candidate is compared with the record. */
  readonly baseline?: VersionNamed
  readonly quality: QualityReport
  readonly totals: Totals
  readonly notReplayed: { readonly policy: NotReplayed; readonly baseline?: NotReplayed }
  /** The number of cases whose owner depends on something that the record does not tell. */
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
