/** Counts, for each clock, the promises kept and broken under both policies. */
import type { ClockTable } from "../report/Report.ts"
import type { ComparedAnswers } from "./ComparedAnswers.ts"
import { mcNemar } from "./McNemar.ts"

type Count = { -readonly [K in Exclude<keyof ClockTable, "clock" | "p">]: number }

/** Counts kept and broken promises case by case. */
export interface Clocks {
  readonly add: (before: ComparedAnswers, after: ComparedAnswers) => void
  readonly tables: () => readonly ClockTable[]
}

const nothing: Count = {
  stayKept: 0,
  fixed: 0,
  newlyBreached: 0,
  stillBreached: 0,
  notJudged: 0,
  dueSooner: 0,
  dueLater: 0
}

/** Makes the counts of kept and broken promises, empty at first. */
export const makeClocks = (): Clocks => {
  const counts = new Map<string, Count>()
  return {
    add: (before, after) => {
      for (const name in after.clocks) {
        const [was, is] = [before.clocks[name], after.clocks[name]]
        if (was === undefined || is === undefined) continue
        const count = counts.get(name) ?? { ...nothing }
        counts.set(name, count)
        count[cellOf(was.verdict, is.verdict)] += 1
        if (was.dueAt === undefined || is.dueAt === undefined) continue
        const later = (is.dueAt ?? Number.POSITIVE_INFINITY) - (was.dueAt ?? Number.POSITIVE_INFINITY)
        if (later > 0) count.dueLater += 1
        if (later < 0) count.dueSooner += 1
      }
    },
    tables: () =>
      [...counts].map(([clock, count]) => ({ clock, ...count, p: mcNemar(count.fixed, count.newlyBreached) }))
  }
}

const cellOf = (was: string, is: string): keyof Count => {
  if (was === "kept") return is === "kept" ? "stayKept" : is === "broken" ? "newlyBreached" : "notJudged"
  if (was === "broken") return is === "kept" ? "fixed" : is === "broken" ? "stillBreached" : "notJudged"
  return "notJudged"
}
