/** How long a closed case is kept: a timer that a reopening takes back. */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { clockOf, live } from "../../case/track/Clocks.ts"
import type { Timer } from "../../case/track/Timer.ts"
import { add } from "../../deadline/Span.ts"
import { cancelTimer, startTimer } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { happenedAt } from "../../draft/history.ts"
import { nameOf } from "../../people/Actor.ts"
import type { RetentionRule } from "../../policy/Bundle.ts"
import { choose } from "../../policy/Policy.ts"
import type { Target } from "../../time/Target.ts"

const timer: Timer = { _tag: "Retention" }

/** Starts the time of a record when its case is closed, and takes it back when the case is reopened. */
export const react = (d: Draft): void => {
  const { retention } = d.policy.bundle
  const { closedAt } = d.state.lifecycle
  const clock = clockOf(d.state.clocks, timer)
  if (closedAt === undefined) return cancelTimer(d, timer, "reopened")
  if (retention === undefined || live(clock) || d.state.record.expiredAt !== undefined) return
  const keep = keptFor(d, retention)
  if (keep === undefined) return
  const counting = { target: keep, calendar: d.policy.bundle.defaultCalendar }
  const from = happenedAt(d, d.policy.keptFrom, counting) ?? closedAt
  // What took longer than it is to be kept is kept until it is closed.
  if (add(d, from, keep) <= closedAt) return expire(d)
  startTimer(d, timer, keep, "retention", { startedAt: from })
}

const keptFor = (d: Draft, { keep }: RetentionRule): Target | undefined =>
  "values" in keep ? choose(keep, Drafts.vector(d))?.value : keep

/** Says that the time of the record is over. */
export const expire = (d: Draft): void => Drafts.emit(d, "record-expired", {}, "retention")

/** Puts on record that what was personal in it cannot be read any more. */
export const erase = (
  d: Draft,
  { do: _, by = nameOf(d.meta.actor), ...erased }: CommandOf<"erase">
): readonly Reason[] => {
  Drafts.emit(d, "customer-erased", { ...erased, by }, d.policy.bundle.retention && "retention")
  return []
}
