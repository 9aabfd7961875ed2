/** The grades of a case by dimension: the level, the rule that gave it, and who set it. */
import type { RuleId } from "../../policy/Bundle.ts"
import { type EvolveTable, withEntry } from "./Track.ts"

/** The grade of a case on one dimension. */
export interface Grade {
  readonly level: string
  readonly rule: RuleId
  /** The points that were added up, by row. */
  readonly points?: readonly { readonly rule: RuleId; readonly points: number }[]
  /** The level before a lift raised it, and the rule of the lift. */
  readonly lifted?: { readonly from: string; readonly rule: RuleId }
  /** The person who set the level. New facts do not change it. */
  readonly by?: string
}

/** The grades of a case, by dimension. */
export type GradeState = Readonly<Record<string, Grade>>

/** The events of grades, by name. */
export interface GradeEvents {
  graded: { readonly grades: GradeState }
  /** The grade changed. `reason`: `stream` (the number of cases of the problem), `facts`, or a person's reason. */
  regraded: {
    readonly dimension: string
    readonly from: string
    readonly grade: Grade
    readonly reason: string
    /** The number of customers who report the same problem, if that is the reason. */
    readonly customers?: number
  }
  /** The time for which a grade set by a person holds is over. The policy's rules give the grade again. */
  "override-ended": { readonly dimension: string }
}

/** The state of a case without grades. */
export const nothing: GradeState = {}

/** Returns the grades after an event. */
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
