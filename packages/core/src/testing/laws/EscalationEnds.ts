/** From any state, time alone leads to finitely many events, and to fewer than a person could bear. */

import type { DeciderLaw } from "../History.ts"
import { endOf, run } from "../History.ts"
import { nextDue, tick } from "../World.ts"

const YEARS = 5 * 366 * 86_400_000
/** Times that the clocks of a handful of cases may still ring. */
const MOST = 300

export const escalationEnds: DeciderLaw = {
  name: "escalation-ends",
  violation: (decider, history) => {
    const w = run(decider, history)
    try {
      const left = nextDue(tick(w, endOf(history) + YEARS, MOST))
      return left === undefined ? undefined : `${left.case} still rings at ${left.at}`
    } catch (fault) {
      return String(fault)
    }
  }
}
