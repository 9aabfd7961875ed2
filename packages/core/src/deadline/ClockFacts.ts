/** What a deadline depends on beside the rule of its clock, as a case records it. */
import type { Instant } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"

/** A change at `at`: from then on the clock waits for `reason`, or runs again if `reason` is empty. */
export interface Switch {
  readonly at: Instant
  readonly reason: string
  /** The reasons whose pauses it ends, as a message of the customer ends waits for them; absent: it ends any pause. */
  readonly of?: readonly string[]
}

/** From `from` on the clock counts by another calendar, since the case was handed to an owner with other hours. */
export interface NamedLeg {
  readonly from: Instant
  readonly calendar: string
}

/**
 * Returns the switches that count. A switch that ends only pauses of some reasons does not count where the clock waits
 * for another reason by what is now known, since that pause may have been recorded late.
 */
export const counting = (switches: readonly Switch[]): readonly Switch[] => {
  if (switches.every(({ of }) => of === undefined)) return switches
  const all: Switch[] = []
  for (const one of switches) if (one.of === undefined || one.of.includes(all.at(-1)?.reason ?? "")) all.push(one)
  return all
}

/** Returns the reason for which a clock waits, by all that is known; empty while it runs. */
export const waitsFor = (switches: readonly Switch[]): string => counting(switches).at(-1)?.reason ?? ""

/** A deadline that a person set, with the extensions granted until then. Later extensions are added to it. */
export interface Manual {
  readonly dueAt: Instant
  readonly setAt: Instant
  readonly granted: number
}

/** The recorded facts of a clock from which its deadline is computed. */
export interface ClockFacts {
  readonly startedAt: Instant
  readonly target: Target
  readonly calendar: string
  readonly legs?: readonly NamedLeg[]
  readonly switches: readonly Switch[]
  readonly extensions: readonly Target[]
  readonly manual?: Manual
}

/** The reason of the pause between the settling of a gate and its reopening, for a clock that resumes. */
export const SETTLED = "settled"
