/**
 * The course of a clock: the stretches from its start in which it runs or waits.
 *
 * It is computed each time from the recorded switches, so the order in which they were recorded does not matter. A
 * reason pauses a clock only if the clock gives it a cap. Once all pauses of a reason have used the cap up, the clock
 * runs, even while the case still waits.
 */

import type { Instant, Millis } from "../time/Instant.ts"
import type { Target } from "../time/Target.ts"
import { counting, type Switch } from "./ClockFacts.ts"
import { measured, measureOf, type Piece, pieces, walk } from "./Leg.ts"
import { type ReachInput, reach } from "./Reach.ts"

/** A stretch of a clock's time in which it runs or waits. */
export interface Stretch extends Piece {
  readonly state: "running" | "paused" | "capped"
  /** The reason for which the case waits; empty while the clock runs. */
  readonly reason: string
}

/** One pause. `to` is null while it lasts; `capAt` is when its cap is used up, if that is within the pause. */
export interface ClockPause {
  readonly from: Instant
  readonly to: Instant | null
  readonly reason: string
  readonly capAt: Instant | null
}

/** The input from which the course of a clock is computed. */
export interface CourseInput extends ReachInput {
  /** Sorted by instant. Of several at one instant the last one counts. */
  readonly switches: readonly Switch[]
  /** How long each reason may pause this clock in total. */
  readonly caps: Readonly<Record<string, Target>>
}

/** Returns the pauses of this clock, in order. */
export const pauses = (input: CourseInput): readonly ClockPause[] => {
  if (input.switches.length === 0) return []
  const unbroken = pieces(input.startedAt, input.calendar, input.legs)
  const left = new Map<string, Millis>()
  const found: ClockPause[] = []
  const waits = waitsOf(input)
  for (const [i, { at, reason }] of waits.entries()) {
    const cap = Object.hasOwn(input.caps, reason) ? input.caps[reason] : undefined
    if (cap === undefined) continue
    const to = waits[i + 1]?.at ?? Number.POSITIVE_INFINITY
    const measure = measureOf(cap)
    // A cap in dates is converted to a length once, where the reason first pauses the clock.
    const allowed = left.get(reason) ?? measured(unbroken, at, reach(input, at, cap), measure)
    const capAt = walk(unbroken, at, allowed, measure)
    found.push({ from: at, to: Number.isFinite(to) ? to : null, reason, capAt: capAt < to ? capAt : null })
    if (capAt < to) left.set(reason, 0)
    else left.set(reason, allowed - measured(unbroken, at, to, measure))
  }
  return found
}

/**
 * Returns the stretches as known at `now`. A pause that lasts stops the clock until its cap is reached, since its end
 * is not known yet.
 */
export const course = (input: CourseInput, now: Instant): readonly Stretch[] => courseOf(input, pauses(input), now)

/** Returns the stretches around the given pauses. */
export const courseOf = (input: CourseInput, waits: readonly ClockPause[], now: Instant): readonly Stretch[] => {
  const turns: Turn[] = []
  for (const { from, to, reason, capAt } of waits) {
    turns.push({ from, state: "paused", reason })
    if (capAt !== null && (to !== null || capAt <= now)) turns.push({ from: capAt, state: "capped", reason })
    if (to !== null) turns.push({ from: to, state: "running", reason: "" })
  }
  return pieces(input.startedAt, input.calendar, input.legs).flatMap((piece) => split(piece, turns))
}

/** Returns the stretches in which the clock runs. */
export const running = (stretches: readonly Stretch[]): readonly Stretch[] =>
  stretches.filter(({ state }) => state !== "paused")

type Turn = Pick<Stretch, "from" | "state" | "reason">

/** Returns the switches from the start on; the state before the start becomes the switch at the start. */
const waitsOf = (input: CourseInput): readonly Switch[] => {
  const switches = counting(input.switches)
  const before = switches.findLast(({ at }) => at <= input.startedAt)
  const after = switches.filter(({ at }) => at > input.startedAt)
  const all = [...(before === undefined ? [] : [{ at: input.startedAt, reason: before.reason }]), ...after]
  const last = all.filter(({ at }, i) => all[i + 1]?.at !== at)
  return last.filter(({ reason }, i) => i === 0 || last[i - 1]?.reason !== reason)
}

const split = (piece: Piece, turns: readonly Turn[]): readonly Stretch[] => {
  const first = turns.findLast(({ from }) => from <= piece.from) ?? { state: "running" as const, reason: "" }
  const starts = [
    { from: piece.from, state: first.state, reason: first.reason },
    ...turns.filter(({ from }) => from > piece.from && from < piece.to)
  ]
  return starts
    .map(({ from, state, reason }, index) => {
      const to = starts[index + 1]?.from ?? piece.to
      return { from, to, calendar: piece.calendar, state, reason }
    })
    .filter(({ from, to }) => from < to)
}
