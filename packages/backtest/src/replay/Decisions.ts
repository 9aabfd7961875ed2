/** What a policy decided on one case, with the line of the policy behind each answer. */

/** An answer and the path of the rule that gave it. */
export interface Ruled<T = string> {
  readonly value: T
  readonly rule: string
}

/** `unknown`: the record does not tell of what would have kept it. */
export type ClockVerdict = "kept" | "broken" | "open" | "unknown"

export interface DecidedClock {
  readonly rule: string
  /** Units: ms since 1970; null: never, or it waits. */
  readonly dueAt: number | null
  readonly verdict: ClockVerdict
}

export interface Decided {
  readonly loop?: Ruled
  /** By dimension; `lifted`: from which level, and by which rule. */
  readonly grades: Readonly<Record<string, Ruled & { readonly lifted?: Ruled }>>
  /** Whom the case was given; undefined where the record does not tell what the choice depends on. */
  readonly owner?: Ruled
  /** Nobody of the staff could be found. */
  readonly isUnowned: boolean
  readonly department?: Ruled
  readonly clocks: Readonly<Record<string, DecidedClock>>
  /** Gates that are demanded, by name, each with its rule. */
  readonly gates: Readonly<Record<string, string>>
  /** The lowest role that may do it alone, by power; null: no role may. */
  readonly approvers: Readonly<Partial<Record<"close" | "compensate", Ruled<string | null>>>>
}

/** A case as a policy decides it, or why it cannot be decided from what was recorded. */
export type Replayed =
  | { readonly _tag: "Decided"; readonly decided: Decided }
  /** The policy reads what the record does not tell: these inputs. */
  | { readonly _tag: "NotReplayable"; readonly inputs: readonly string[] }
  /** The policy would not have opened the case, by these reasons. */
  | { readonly _tag: "Refused"; readonly codes: readonly string[] }
