/** Deadlines: what is promised by when, on which calendar, and what may put it off. */
import type { ClockRule } from "../../bundle/Bundle.ts"
import { constant, type Decision, firstOf, where } from "../table/Decision.ts"
import type { Side } from "../table/Joint.ts"
import { type About, compareValues, type Findings, tellChanges } from "../value/Values.ts"
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
  pause: longer,
  remind: fewer,
  escalate: fewer,
  manual: comes("shiftable")
})

const messages: ReadonlySet<string> = new Set(["extend.tell"])

export const compareClocks = (found: Findings): void => {
  const [before, after] = found.joint.bundles
  const keyOf = ({ loop = "", name }: ClockRule): string => `${loop}\n${name}`
  const [one, two] = [before, after].map(({ clocks }) => new Map(clocks.map((clock) => [keyOf(clock), clock])))
  for (const key of new Set([...(one?.keys() ?? []), ...(two?.keys() ?? [])]))
    compareClock(found, one?.get(key), two?.get(key))
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
  const { within: _one, when: _two, loop: _own, ...rest } = before
  const { within: _three, when: _four, loop: _its, ...others } = after
  compareValues(found, about, rest, others)
}
