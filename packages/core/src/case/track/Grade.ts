/** The grades of a case by dimension: what they are, which rule gave them, and what a person set. */
import type { RuleId } from "../../policy/Bundle.ts"
import { type EvolveTable, withEntry } from "./Track.ts"

export interface Grade {
  readonly level: string
  readonly rule: RuleId
  /** What was added up for it, by the rows that fitted. */
  readonly points?: readonly { readonly rule: RuleId; readonly points: number }[]
  /** The level before a lift raised it, and the rule that did. */
  readonly lifted?: { readonly from: string; readonly rule: RuleId }
  /** The person who set it; it stays whatever arrives. */
  readonly by?: string
}

export type GradeState = Readonly<Record<string, Grade>>

export interface GradeEvents {
  graded: { readonly grades: GradeState }
  /** `reason`: `stream` (the problem's count), `facts`, or a person's reason. */
  regraded: {
    readonly dimension: string
    readonly from: string
    readonly grade: Grade
    readonly reason: string
    /** How many customers report the same problem, where that is the reason. */
    readonly customers?: number
  }
  /** What a person set has stood its time; the policy's rules count again. */
  "override-ended": { readonly dimension: string }
}

export const nothing: GradeState = {}

export const evolve: EvolveTable<GradeState, GradeEvents> = {
  graded: (_, e) => e.grades,
  regraded: (s, e) => withEntry(s, e.dimension, e.grade),
  "override-ended": (state, event) => {
    const grade = state[event.dimension]
    if (grade?.by === undefined) return state
    const { by: _, ...rest } = grade
    return withEntry(state, event.dimension, rest)
  }
}
