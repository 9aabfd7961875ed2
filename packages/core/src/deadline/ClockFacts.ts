/** What a deadline depends on beside the rule of its clock, as a case records it. */
import type { Instant } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"

/** From `at` on the clock waits for `reason`; "" = it runs again. */
export interface Switch {
  readonly at: Instant
  readonly reason: string
  /** It ends waits of these reasons alone, such as a word of the customer; else whatever the clock waits for. */
  readonly of?: readonly string[]
}

/** From `from` on the clock counts by another calendar: the case was handed to an owner with other hours. */
export interface NamedLeg {
  readonly from: Instant
  readonly calendar: string
}

/**
 * Returns the switches that count. What ends a wait of some reasons alone ends none where the case waits for another by
 * what is known now: a wait that is recorded late may have been on by then.
 */
export const counting = (switches: readonly Switch[]): readonly Switch[] => {
  if (switches.every(({ of }) => of === undefined)) return switches
  const all: Switch[] = []
  for (const one of switches) if (one.of === undefined || one.of.includes(all.at(-1)?.reason ?? "")) all.push(one)
  return all
}

/** Returns what a clock waits for by all that is known; empty while it runs. */
export const waitsFor = (switches: readonly Switch[]): string => counting(switches).at(-1)?.reason ?? ""

/** A deadline that a person set, with what had been granted before: later extensions are on top of it. */
export interface Manual {
  readonly dueAt: Instant
  readonly setAt: Instant
  readonly granted: number
}

export interface ClockFacts {
  readonly startedAt: Instant
  readonly target: Target
  readonly calendar: string
  readonly legs?: readonly NamedLeg[]
  readonly switches: readonly Switch[]
  readonly extensions: readonly Target[]
  readonly manual?: Manual
}

/** The reason of the pause between a gate's settling and its reopening, when the clock resumes. */
export const SETTLED = "settled"
