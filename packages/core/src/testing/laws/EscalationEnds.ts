import type { DeciderLaw } from "../History.ts"
import { endOf, run } from "../History.ts"
import { nextDue, tick } from "../World.ts"

const YEARS = 5 * 366 * 86_400_000
/** The most marks that the clocks of a few cases may still fire. */
const MOST = 300

/** Law: from any state, time alone leads to a limited number of events, few enough for a person to read. */
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
