/** The retention time of a closed case: a timer that a reopening cancels. */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { clockOf, live } from "../../case/track/Clocks.ts"
import type { Timer } from "../../case/track/Timer.ts"
import { add } from "../../deadline/Span.ts"
import { cancelTimer, startTimer } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { happenedAt } from "../../draft/triggerHistory.ts"
import { nameOf } from "../../people/Actor.ts"
import type { RetentionRule } from "../../policy/Bundle.ts"
import { choose } from "../../policy/Policy.ts"
import type { Target } from "../../time/Target.ts"

const timer: Timer = { _tag: "Retention" }

/** Starts the retention time when a case is closed, and cancels it when the case is reopened. */
export const react = (draft: Draft): void => {
  const { retention } = draft.policy.bundle
  const { closedAt } = draft.state.lifecycle
  const clock = clockOf(draft.state.clocks, timer)
  if (closedAt === undefined) return cancelTimer(draft, timer, "reopened")
  if (retention === undefined || live(clock) || draft.state.record.expiredAt !== undefined) return
  const keep = keptFor(draft, retention)
  if (keep === undefined) return
  const counting = { target: keep, calendar: draft.policy.bundle.defaultCalendar }
  const from = happenedAt(draft, draft.policy.keptFrom, counting) ?? closedAt
  // If the retention time is over before the case is closed, the record expires when it is closed.
  if (add(draft, from, keep) <= closedAt) return expire(draft)
  startTimer(draft, timer, keep, "retention", { startedAt: from })
}

const keptFor = (draft: Draft, { keep }: RetentionRule): Target | undefined =>
  "values" in keep ? choose(keep, Drafts.vector(draft))?.value : keep

/** Records that the retention time is over. */
export const expire = (draft: Draft): void => Drafts.emit(draft, "record-expired", {}, "retention")

/** Records that the personal data of the case can no longer be read. */
export const erase = (
  draft: Draft,
  { do: _, by = nameOf(draft.meta.actor), ...erased }: CommandOf<"erase">
): readonly RefusalReason[] => {
  Drafts.emit(draft, "customer-erased", { ...erased, by }, draft.policy.bundle.retention && "retention")
  return []
}
