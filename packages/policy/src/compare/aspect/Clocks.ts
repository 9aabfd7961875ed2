/** Compares clocks: when something is due, on which calendar, and what may postpone it. */
import { RulePath } from "@hearback/core"
import type { Bundle, ClockRule, RuleId } from "../../bundle/Bundle.ts"
import { constant, firstOf, type TableDecision, where } from "../table/Decision.ts"
import type { Weight } from "../table/Difference.ts"
import type { JointSide } from "../table/Joint.ts"
import { appears, byKey, comes, fewer, larger, later, longer, more } from "../value/ChangeWeight.ts"
import { type ComparisonFindings, compareValues, other, tellChanges, type ValueAspect } from "../value/Values.ts"

const weigh = byKey({
  within: later,
  calendar: () => "perhaps-weaker",
  until: () => "perhaps-weaker",
  from: () => "perhaps-weaker",
  "cancelled-by": more,
  "restarted-by": more,
  repeats: comes(false),
  "first-day": comes("excluded"),
  ends: comes("close-of-day"),
  roll: comes("next"),
  extend: appears,
  "extend.times": larger,
  "extend.each": later,
  "extend.approve": more,
  "extend.tell": other,
  pause: longer,
  "resumed-by": fewer,
  remind: fewer,
  escalate: fewer,
  manual: comes("shiftable"),
  "on-regrade": () => "perhaps-weaker",
  "on-reopen": () => "perhaps-weaker",
  "on-new-version": () => "perhaps-weaker",
  loop: (before, after) => (before === undefined ? "weaker" : after === undefined ? "stronger" : "perhaps-weaker")
})

const messages: ReadonlySet<string> = new Set(["extend.tell"])

/**
 * Returns the place of a clock's option. A gate's clock has its limit at the gate, and the rest under `clocks` or
 * `clock-defaults`.
 */
const lineOf = ({ places }: Bundle, clock: ClockRule | undefined, key: string): RuleId | undefined =>
  clock &&
  [`clocks.${clock.loop}.${clock.name}`, `clocks.${clock.name}`, "clock-defaults"]
    .map((at) => RulePath.under(at, key))
    .find((rule) => Object.hasOwn(places, rule))

/** Weighs who is promised: a promise to the customer that becomes internal is weaker, whatever else meets it. */
const metBy = (before: ClockRule | undefined, after: ClockRule | undefined): Weight | undefined =>
  before === undefined || after === undefined || before.promise === after.promise
    ? undefined
    : comes(false)(before.promise, after.promise)

/** Compares the clocks of two policies. */
export const compareClocks = (found: ComparisonFindings): void => {
  const [before, after] = found.joint.bundles
  for (const clock of before.clocks) compareClock(found, clock, counterpart(clock, before, after))
  for (const clock of after.clocks)
    if (counterpart(clock, after, before) === undefined) compareClock(found, undefined, clock)
}

/** Returns the same clock of the other policy. If each has only one clock of this name, it can be in another loop. */
const counterpart = ({ loop, name }: ClockRule, own: Bundle, other: Bundle): ClockRule | undefined => {
  const [mine, its] = [own, other].map(({ clocks }) => clocks.filter((clock) => clock.name === name))
  const isOnly = mine?.length === 1 && its?.length === 1
  return its?.find((clock) => isOnly || clock.loop === loop)
}

const compareClock = (found: ComparisonFindings, before: ClockRule | undefined, after: ClockRule | undefined): void => {
  const named = after ?? before
  if (named === undefined) return
  // A removed loop is reported once, not for each clock.
  if (
    found.joint.bundles.some(({ loops }) => named.loop !== undefined && !loops.some(({ name }) => name === named.loop))
  )
    return
  const about: ValueAspect = {
    aspect: "clock",
    of: named.name,
    loop: named.loop,
    at: [before?.path, after?.path],
    line: (side, key) => lineOf(found.joint.bundles[side], [before, after][side], key),
    weigh: (key, was, is) => (key === "met-by" ? (metBy(before, after) ?? more(was, is)) : weigh(key, was, is)),
    told: (key) => (messages.has(key) ? "message" : undefined)
  }
  const due = (side: JointSide, clock: ClockRule | undefined): TableDecision => {
    if (clock === undefined) return constant(undefined)
    const then =
      clock.within === undefined ? constant(clock.until, clock.path) : firstOf(found.joint, side, clock.within)
    return where(found.joint, side, clock.when, then)
  }
  tellChanges(found, about, "within", due(0, before), due(1, after))
  if (before === undefined || after === undefined) return
  // What a gate says of its clock is reported with the gate; whether it is a promise follows from what meets the
  // clock.
  const isOfGate = before.gate !== undefined && after.gate !== undefined
  const rest = ({ within: _1, until: _2, when: _3, promise: _4, title, basis, ...own }: ClockRule): object =>
    isOfGate ? own : { ...own, title, basis }
  compareValues(found, about, rest(before), rest(after))
}
