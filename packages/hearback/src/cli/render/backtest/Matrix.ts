/** Renders grades before and after as rows of a table. */
import type { GradeMatrix } from "@hearback/backtest"

/** Returns a row for each level that cases had; pairs without cases are empty. */
export const matrixRows = (
  { levels, cells }: GradeMatrix,
  count: (value: number, isSame: boolean) => string
): readonly (readonly string[])[] =>
  levels
    .filter((from) => cells.some((cell) => cell.from === from))
    .map((from) => [
      from,
      ...levels.map((to) => {
        const cell = cells.find((one) => one.from === from && one.to === to)
        return cell === undefined ? "" : count(cell.count, from === to)
      })
    ])
