/** Pausing, resuming and extending promises. */

import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import type { ClockRule } from "../../model/Bundle.ts"
import type { CommandOf } from "../../model/Command.ts"
import type { Reason } from "../../model/Refusal.ts"
import { reason } from "../../model/Refusal.ts"
import { tellCustomer } from "../message/send.ts"
import { pauses } from "./Course.ts"
import { factsOf, input, line } from "./line.ts"
import type { Clock } from "./State.ts"
import { live, withSwitch } from "./State.ts"

interface Running {
  readonly rule: ClockRule
  readonly clock: Clock
}

/** Promise clocks that are live, with the rule that made them. */
const running = (d: Draft): readonly Running[] =>
  [...(Drafts.loop(d)?.clocks.values() ?? [])].flatMap((rule) => {
    const clock = d.state.clocks[rule.name]
    return live(clock) ? [{ rule, clock }] : []
  })

/** Adds a switch to every clock that it concerns. Facts may be late: the switch stands where it happened. */
export const pause = (d: Draft, c: CommandOf<"pause">): readonly Reason[] => {
  const live = running(d)
  const concerned = live.filter(({ rule }) => Object.hasOwn(rule.pause, c.reason))
  if (concerned.length === 0) {
    const allowed = [...new Set(live.flatMap(({ rule }) => Object.keys(rule.pause)))]
    return [
      reason("clock/pause-not-allowed", "clock-defaults.pause", { reason: c.reason, allowed: allowed.join(", ") })
    ]
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
  const at = Math.max(d.now, clock.startedAt)
  const facts = { ...factsOf(clock), switches: withSwitch(clock.switches, { at, reason: why }) }
  const waits = pauses(input(d, rule, facts, [])).filter((pause) => pause.reason === why && pause.from <= at)
  const last = waits.at(-1)
  return last?.capAt != null && last.capAt <= at
}

/** Places a switch where it happened. A late one may show that a miss was none: it stays on record, refuted. */
const flip = (d: Draft, { rule, clock }: Running, event: "clock-paused" | "clock-resumed", why: string): void => {
  const added = { at: Math.max(d.now, clock.startedAt), reason: why }
  const facts = { ...factsOf(clock), switches: withSwitch(clock.switches, added) }
  const missed = clock.fired.includes("due") ? clock.breaches.at(-1) : undefined
  const open = clock.fired.filter((mark) => mark !== "due")
  const moved = line(d, rule, facts, missed === undefined ? clock.fired : open)
  const isRefuted = missed !== undefined && (moved.dueAt === null || moved.dueAt > missed.dueAt)
  if (isRefuted) Drafts.emit(d, "miss-refuted", { clock: rule.name, dueAt: missed.dueAt }, rule.path)
  const marks = missed === undefined || isRefuted ? moved.marks : moved.marks.filter((mark) => mark.name !== "due")
  Drafts.emit(d, event, { clock: rule.name, switch: added, ...moved, marks }, rule.path)
}

/** Returns what speaks against extending a clock now, whoever asks. Asked before due, told before it lapses: law. */
export const againstExtending = (d: Draft, c: CommandOf<"extend">): readonly Reason[] => {
  const rule = Drafts.loop(d)?.clocks.get(c.clock)
  const clock = d.state.clocks[c.clock]
  if (rule === undefined)
    return [
      reason("clock/unknown", undefined, {
        clock: c.clock,
        known: running(d)
          .map((r) => r.rule.name)
          .join(", ")
      })
    ]
  if (
    clock !== undefined &&
    (clock.fired.includes("due") || (clock.dueAt !== null && clock.dueAt <= d.meta.receivedAt))
  )
    return [reason("clock/already-due", rule.path, { clock: c.clock })]
  if (!live(clock)) return [reason("clock/not-running", rule.path, { clock: c.clock })]
  if (rule.extend === undefined) return [reason("clock/not-extendable", rule.path, { clock: c.clock })]
  if (clock.extensions.length >= rule.extend.times)
    return [reason("clock/extended-enough", rule.path, { clock: c.clock, times: rule.extend.times })]
  return c.reason.trim() === "" ? [reason("reason/missing", rule.path)] : []
}

/** Moves the deadline by one extension and tells the customer, with the old due and the new one. */
export const extend = (d: Draft, c: CommandOf<"extend">, by: string): void => {
  const rule = Drafts.loop(d)?.clocks.get(c.clock)
  const clock = d.state.clocks[c.clock]
  if (rule?.extend === undefined || !live(clock)) return
  const facts = { ...factsOf(clock), extensions: [...clock.extensions, rule.extend.each] }
  Drafts.emit(
    d,
    "clock-extended",
    {
      clock: c.clock,
      by,
      target: rule.extend.each,
      reason: c.reason,
      from: clock.dueAt,
      ...line(d, rule, facts, clock.fired)
    },
    rule.path
  )
  if (rule.extend.tell !== undefined)
    tellCustomer(d, rule.extend.tell, { clock: c.clock, was: clock.dueAt, reason: c.reason })
}
