/** Counts how grades change from one side of a comparison to the other. */
import type { Policy } from "@hearback/core"
import type { GradeMatrix } from "../report/Report.ts"
import type { ComparedAnswers } from "./ComparedAnswers.ts"
import { makeCounter } from "./Counter.ts"

/** Counts changes of grades case by case. */
export interface Grades {
  readonly add: (before: ComparedAnswers, after: ComparedAnswers) => void
  readonly matrices: () => readonly GradeMatrix[]
}

/** Makes the counts of changed grades, with the dimensions and levels of a policy. */
export const makeGrades = ({ bundle }: Policy.Policy): Grades => {
  const pairs = makeCounter<readonly [dimension: string, from: string, to: string]>(JSON.stringify)
  return {
    add: (before, after) => {
      for (const dimension in after.grades) {
        const [from, to] = [before.grades[dimension], after.grades[dimension]]
        if (from !== undefined && to !== undefined) pairs.add([dimension, from.value, to.value])
      }
    },
    matrices: () =>
      bundle.grading.flatMap(({ name, levels }) => {
        const cells = pairs
          .all()
          .filter(({ value: [dimension] }) => dimension === name)
          .map(({ value: [, from, to], count }) => ({ from, to, count }))
        if (cells.length === 0) return []
        const changed = cells.reduce((sum, { from, to, count }) => (from === to ? sum : sum + count), 0)
        const all = [...new Set([...levels, ...cells.map(({ from }) => from)])]
        return [{ dimension: name, levels: all, cells, changed }]
      })
  }
}
