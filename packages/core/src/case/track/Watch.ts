/** What the policy watches on a case: alarms that are raised, and assumptions that the case has refuted. */
import type { RuleId } from "../../policy/Bundle.ts"
import type { EvolveTable } from "./Track.ts"

/** The state of a case's alarms and assumptions. */
export interface WatchState {
  /** The alarms that are raised, by name. An alarm is not raised again until its condition has ceased to hold. */
  readonly alarms: readonly string[]
  /** The assumptions that this case has refuted, each once. */
  readonly broken: readonly RuleId[]
}

/** The events of alarms and assumptions, by name. */
export interface WatchEvents {
  "alarm-raised": { readonly alarm: string; readonly told: readonly string[] }
  "alarm-cleared": { readonly alarm: string }
  "assumption-broken": { readonly assumption: RuleId; readonly because: string }
}

/** The state of a case without alarms. */
export const nothing: WatchState = { alarms: [], broken: [] }

/** Returns the alarms and refuted assumptions after an event. */
export const evolve: EvolveTable<WatchState, WatchEvents> = {
  "alarm-raised": (s, e) => (s.alarms.includes(e.alarm) ? s : { ...s, alarms: [...s.alarms, e.alarm] }),
  "alarm-cleared": (s, e) => ({ ...s, alarms: s.alarms.filter((name) => name !== e.alarm) }),
  "assumption-broken": (s, e) => (s.broken.includes(e.assumption) ? s : { ...s, broken: [...s.broken, e.assumption] })
}
