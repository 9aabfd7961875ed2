/** What a case is pinned to: the version of its policy and, apart from it, the calendars by which its clocks count. */
import type { EvolveTable } from "./Track.ts"

/** The version of the policy that a case follows, by content hashes; `calendars` covers zones, hours and holidays. */
export interface Pin {
  readonly id: string
  readonly content: string
  readonly calendars: string
}

export interface VersionEvents {
  "policy-moved": { readonly policy: Pin; readonly from: Pin; readonly by: string; readonly reason: string }
  "calendars-moved": {
    readonly calendars: string
    readonly from: string
    readonly by: string
    readonly reason: string
  }
}

/** A case without a policy has not been opened yet, and there is nothing to move. */
export const evolve: EvolveTable<Pin | undefined, VersionEvents> = {
  "policy-moved": (pin, e) => (pin === undefined ? pin : e.policy),
  "calendars-moved": (pin, e) => (pin === undefined ? pin : { ...pin, calendars: e.calendars })
}
