/** The policy version and, apart from it, the version of the calendars that a case is pinned to. */
import type { EvolveTable } from "./Track.ts"

/** The versions that a case follows, by content hashes. `calendars` covers zones, hours and holidays. */
export interface Pin {
  readonly id: string
  readonly content: string
  readonly calendars: string
}

/** The events that pin a case to versions, by name. */
export interface VersionEvents {
  "policy-moved": { readonly policy: Pin; readonly from: Pin; readonly by: string; readonly reason: string }
  "calendars-moved": {
    readonly calendars: string
    readonly from: string
    readonly by: string
    readonly reason: string
  }
}

/** Returns the pinned versions after an event. A case that was not opened has none to move. */
export const evolve: EvolveTable<Pin | undefined, VersionEvents> = {
  "policy-moved": (pin, e) => (pin === undefined ? pin : e.policy),
  "calendars-moved": (pin, e) => (pin === undefined ? pin : { ...pin, calendars: e.calendars })
}
