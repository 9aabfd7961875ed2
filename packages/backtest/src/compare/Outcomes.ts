/**
 * Relates the outcomes of cases to the rows that graded them, to show which rows predict that a case is reopened or
 * escalated.
 */
import type { OutcomeTable } from "../report/Report.ts"
import type { ComparedAnswers } from "./ComparedAnswers.ts"

interface Seen {
  readonly level: string
  hits: number
  readonly with: Map<string, number>
}

/** Counts outcomes by the row that graded the case. */
export interface Outcomes {
  readonly add: (decided: ComparedAnswers, outcomes: readonly string[]) => void
  readonly tables: () => readonly OutcomeTable[]
}

/** Makes empty counts of outcomes. */
export const makeOutcomes = (): Outcomes => {
  const rows = new Map<string, Seen>()
  const totals = new Map<string, number>()
  let cases = 0
  return {
    add: ({ grades }, outcomes) => {
      cases += 1
      for (const outcome of outcomes) totals.set(outcome, (totals.get(outcome) ?? 0) + 1)
      for (const { value, rule, lifted } of Object.values(grades)) {
        const deciding = lifted === undefined ? rule : (lifted.rule ?? rule)
        if (deciding === undefined) continue
        const row = rows.get(deciding) ?? { level: value, hits: 0, with: new Map<string, number>() }
        row.hits += 1
        for (const outcome of outcomes) row.with.set(outcome, (row.with.get(outcome) ?? 0) + 1)
        rows.set(deciding, row)
      }
    },
    tables: () =>
      [...totals].map(([outcome, total]) => ({
        outcome,
        cases: total,
        rows: [...rows]
          .map(([rule, { level, hits, with: seen }]) => {
            const found = seen.get(outcome) ?? 0
            const precision = found / hits
            return {
              rule,
              level,
              hits,
              with: found,
              precision,
              recall: found / total,
              lift: precision / (total / cases)
            }
          })
          .sort((a, b) => b.lift - a.lift || b.hits - a.hits)
      }))
  }
}
