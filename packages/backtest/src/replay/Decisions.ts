/** The decisions of a policy on one case, each with the line of the policy behind it. */

/** A decided value and the path of the rule that decided it. */
export interface Ruled<T = string> {
  readonly value: T
  readonly rule: string
}

/** Whether a promise was kept. `unknown`: the record cannot tell of the event that keeps it. */
export type ClockVerdict = "kept" | "broken" | "open" | "unknown"

/** The deadline that a policy set, and whether it was kept. */
export interface DecidedClock {
  readonly rule: string
  /** Null: no deadline, or the clock is paused.  Units: ms since 1970. */
  readonly dueAt: number | null
  readonly verdict: ClockVerdict
}

/** All decisions of a policy on one case. */
export interface Decided {
  readonly loop?: Ruled
  /** The grade of each dimension. `lifted`: the level before a lift rule, and the rule that gave it. */
  readonly grades: Readonly<Record<string, Ruled & { readonly lifted?: Ruled }>>
  /** The owner; undefined if the choice depends on something that the record does not tell. */
  readonly owner?: Ruled
  /** No owner could be found among the staff. */
  readonly isUnowned: boolean
  readonly department?: Ruled
  readonly clocks: Readonly<Record<string, DecidedClock>>
  /** The gates that the case must pass: for each gate its rule. */
  readonly gates: Readonly<Record<string, string>>
  /** The lowest role that may do it alone, for each power. Null: no role may. */
  readonly approvers: Readonly<Partial<Record<"close" | "compensate", Ruled<string | null>>>>
}

/** The decisions of a policy on a case, or the reason why it cannot decide the case from what was recorded. */
export type Replayed =
  | { readonly _tag: "Decided"; readonly decided: Decided }
  /** The policy reads inputs that the record does not tell. */
  | { readonly _tag: "NotReplayable"; readonly inputs: readonly string[] }
  /** The policy would not have opened the case. `codes` are its refusals. */
  | { readonly _tag: "Refused"; readonly codes: readonly string[] }
