/**
 * Counts the open cases over time, in total and by group. A case counts for the groups that it is in at its end, such
 * as its last grade and owner.
 */
import type { Figures } from "../figure/Figures.ts"
import type { Plan } from "../model/Plan.ts"
import type { LiveCase } from "../world/Scene.ts"
import { makeLevel } from "./CountOverTime.ts"
import type { Window } from "./StaffTime.ts"

type Name = "in-hand" | "open"

/** The counts of open cases over time. */
export interface CaseLevels {
  /** Checks whether a case is open. */
  readonly look: (live: LiveCase, now: number) => void
  /** Ends the count of a case to which nothing happens any more. */
  readonly finished: (live: LiveCase, now: number) => void
  /** Returns the counts up to an instant, and the number of open cases on each day. */
  readonly close: (figures: Figures, end: number, now: number) => readonly number[]
}

/** Makes counts without cases. */
export const makeCaseLevels = (
  plan: Plan,
  looked: Window,
  groupsOf: (live: LiveCase) => readonly string[]
): CaseLevels => {
  const levels = { "in-hand": makeLevel(plan.from, looked), open: makeLevel(plan.from, looked) }
  const since = { "in-hand": new Map<LiveCase, number>(), open: new Map<LiveCase, number>() }
  const areas = { "in-hand": new Map<string, number>(), open: new Map<string, number>() }

  const leave = (name: Name, live: LiveCase, to: number): void => {
    const from = since[name].get(live)
    since[name].delete(live)
    const inside = Math.min(to, looked.to) - Math.max(from ?? to, looked.from)
    if (inside > 0) for (const group of groupsOf(live)) areas[name].set(group, (areas[name].get(group) ?? 0) + inside)
  }

  const change = (name: Name, live: LiveCase, is: boolean, now: number): void => {
    if (is === since[name].has(live)) return
    levels[name].change(is ? 1 : -1, now)
    if (is) since[name].set(live, now)
    else leave(name, live, now)
  }

  return {
    look: (live, now) => {
      if (live.state.version === 0) return
      const { customerLoop, closedAt } = live.state.lifecycle
      change("in-hand", live, customerLoop === undefined && closedAt === undefined, now)
      change("open", live, closedAt === undefined, now)
    },
    finished: (live, now) => {
      change("in-hand", live, false, now)
      change("open", live, false, now)
    },
    close: (figures, end, now) => {
      for (const name of ["in-hand", "open"] as const) {
        levels[name].closeAt(Math.max(end, now))
        for (const live of [...since[name].keys()]) leave(name, live, end)
        figures.sum(name, "", levels[name].area(), end - looked.from)
        for (const [group, area] of areas[name]) figures.sum(name, group, area, end - looked.from)
      }
      return levels["in-hand"].byDay()
    }
  }
}
