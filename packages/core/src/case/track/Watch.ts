/** What the policy watches a case for: alarms that stand, and assumptions that the case has refuted. */
import type { RuleId } from "../../policy/Bundle.ts"
import type { EvolveTable } from "./Track.ts"

export interface WatchState {
  /** Alarms whose condition holds, by name: raised, and not raised again until it ceases to hold. */
  readonly alarms: readonly string[]
  /** Assumptions that this case does not fit, each said once. */
  readonly broken: readonly RuleId[]
}

export interface WatchEvents {
  "alarm-raised": { readonly alarm: string; readonly told: readonly string[] }
  "alarm-cleared": { readonly alarm: string }
  "assumption-broken": { readonly assumption: RuleId; readonly because: string }
}

export const nothing: WatchState = { alarms: [], broken: [] }

export const evolve: EvolveTable<WatchState, WatchEvents> = {
  "alarm-raised": (s, e) => (s.alarms.includes(e.alarm) ? s : { ...s, alarms: [...s.alarms, e.alarm] }),
  "alarm-cleared": (s, e) => ({ ...s, alarms: s.alarms.filter((name) => name !== e.alarm) }),
  "assumption-broken": (s, e) => (s.broken.includes(e.assumption) ? s : { ...s, broken: [...s.broken, e.assumption] })
}
