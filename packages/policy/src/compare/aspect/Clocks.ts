/** Deadlines: what is promised by when, on which calendar, and what may put it off. */
import type { Bundle, ClockRule } from "../../bundle/Bundle.ts"
import { constant, type Decision, firstOf, where } from "../table/Decision.ts"
import type { Side } from "../table/Joint.ts"
import { type About, compareValues, type Findings, other, tellChanges } from "../value/Values.ts"
import { appears, byKey, comes, fewer, larger, later, longer, more } from "../value/Weigh.ts"

const weigh = byKey({
  within: later,
  calendar: () => "perhaps-weaker",
  until: () => "perhaps-weaker",
  from: () => "perhaps-weaker",
  "met-by": more,
  "cancelled-by": more,
  "restarted-by": more,
  promise: comes(false),
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

export const compareClocks = (found: Findings): void => {
  const [before, after] = found.joint.bundles
  for (const clock of before.clocks) compareClock(found, clock, counterpart(clock, before, after))
  for (const clock of after.clocks)
    if (counterpart(clock, after, before) === undefined) compareClock(found, undefined, clock)
}

/** Returns the same clock of the other policy; one that has a single clock of this name may run it in another loop. */
const counterpart = ({ loop, name }: ClockRule, own: Bundle, other: Bundle): ClockRule | undefined => {
  const [mine, its] = [own, other].map(({ clocks }) => clocks.filter((clock) => clock.name === name))
  const isOnly = mine?.length === 1 && its?.length === 1
  return its?.find((clock) => isOnly || clock.loop === loop)
}

const compareClock = (found: Findings, before: ClockRule | undefined, after: ClockRule | undefined): void => {
  const named = after ?? before
  if (named === undefined) return
  // A loop that is gone is told as one.
  if (
    found.joint.bundles.some(({ loops }) => named.loop !== undefined && !loops.some(({ name }) => name === named.loop))
  )
    return
  const about: About = {
    aspect: "clock",
    of: named.name,
    loop: named.loop,
    at: [before?.path, after?.path],
    weigh,
    told: (key) => (messages.has(key) ? "message" : undefined)
  }
  const due = (side: Side, clock: ClockRule | undefined): Decision => {
    if (clock === undefined) return constant(undefined)
    const then =
      clock.within === undefined ? constant(clock.until, clock.path) : firstOf(found.joint, side, clock.within)
    return where(found.joint, side, clock.when, then)
  }
  tellChanges(found, about, "within", due(0, before), due(1, after))
  if (before === undefined || after === undefined) return
  // What a gate says of its clock and of itself is told of the gate.
  const isOfGate = before.gate !== undefined && after.gate !== undefined
  const rest = ({ within: _1, until: _2, when: _3, title, basis, ...own }: ClockRule): object =>
    isOfGate ? own : { ...own, title, basis }
  compareValues(found, about, rest(before), rest(after))
}
