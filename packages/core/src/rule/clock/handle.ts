/** Pausing and resuming promises. */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Clock } from "../../case/track/Clocks.ts"
import { factsOf, firedBesideDue, isPastDue, live, withSwitch } from "../../case/track/Clocks.ts"
import { pauses } from "../../deadline/Course.ts"
import { input } from "../../deadline/Input.ts"
import { recorded } from "../../deadline/Mark.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { line } from "../../draft/line.ts"
import type { LoopClock } from "../../policy/Policy.ts"

interface Running {
  readonly rule: LoopClock
  readonly clock: Clock
}

/** Promise clocks that are live, with the rule that made them. */
const running = (d: Situation): readonly Running[] =>
  [...(Drafts.loop(d)?.clocks.values() ?? [])].flatMap((rule) => {
    const clock = d.state.clocks[rule.name]
    // What became known late, of before the clock counts, would not have concerned it then.
    return live(clock) && clock.startedAt <= d.now ? [{ rule, clock }] : []
  })

/** Returns whether some promise that runs lets itself be paused. */
export const isPausable = (x: Situation): boolean => running(x).some(({ rule }) => Object.keys(rule.pause).length > 0)

/** Returns whether some promise waits. */
export const isPaused = (x: Situation): boolean => running(x).some(({ clock }) => clock.status === "paused")

/** Adds a switch to every clock that it concerns. Facts may be late: the switch stands where it happened. */
export const pause = (d: Draft, c: CommandOf<"pause">): readonly Reason[] => {
  const live = running(d)
  const concerned = live.filter(({ rule }) => Object.hasOwn(rule.pause, c.reason))
  if (concerned.length === 0) {
    const allowed = [...new Set(live.flatMap(({ rule }) => Object.keys(rule.pause)))]
    return [reason("clock/pause-not-allowed", "clock-defaults.pause", { reason: c.reason, allowed })]
  }
  const usable = concerned.filter((one) => !isUsedUp(d, one, c.reason))
  const first = concerned[0]
  if (usable.length === 0 && first !== undefined)
    return [
      reason("clock/pause-used-up", `clock-defaults.pause.${c.reason}`, { reason: c.reason, clock: first.rule.name })
    ]
  for (const one of usable) flip(d, one, "clock-paused", c.reason)
  return []
}

/** Recorded even where nothing is paused, or a pause logged late would never end. */
export const resume = (d: Draft): readonly Reason[] => {
  for (const one of running(d)) if (Object.keys(one.rule.pause).length > 0) flip(d, one, "clock-resumed", "")
  return []
}

/** Whether a reason has nothing left of its cap: a pause for it would end where it begins. */
const isUsedUp = (d: Draft, { rule, clock }: Running, why: string): boolean => {
  const facts = { ...factsOf(clock), switches: withSwitch(clock.switches, { at: d.now, reason: why }) }
  const waits = pauses(input(d, rule, facts, [])).filter((pause) => pause.reason === why && pause.from <= d.now)
  const last = waits.at(-1)
  return last?.capAt != null && last.capAt <= d.now
}

/** Places a switch where it happened. A late one may show that a miss was none: it stays on record, refuted. */
const flip = (d: Draft, { rule, clock }: Running, event: "clock-paused" | "clock-resumed", why: string): void => {
  const added = { at: d.now, reason: why }
  const facts = { ...factsOf(clock), switches: withSwitch(clock.switches, added) }
  const missed = isPastDue(clock) ? clock.breaches.at(-1) : undefined
  const open = firedBesideDue(clock)
  const moved = line(d, rule, facts, missed === undefined ? clock.fired : open)
  const isRefuted = missed !== undefined && (moved.dueAt === null || moved.dueAt > missed.dueAt)
  if (isRefuted) Drafts.emit(d, "miss-refuted", { clock: rule.name, dueAt: missed.dueAt }, rule.path)
  const marks = missed === undefined || isRefuted ? moved.marks : moved.marks.filter(({ mark }) => mark._tag !== "Due")
  Drafts.emit(d, event, { clock: rule.name, switch: added, ...recorded({ ...moved, marks }) }, rule.path)
}
