/**
 * Ends the case of feedback that was answered before it was imported. Nobody is notified and nothing is demanded. A
 * promise is judged only as far as the record shows that it was kept or broken.
 */

import type { AnsweredBefore } from "../../case/generated/Command.ts"
import { live } from "../../case/track/Clocks.ts"
import * as Gate from "../../case/track/Gate.ts"
import { cancel, meet } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { LoopClock } from "../../policy/Policy.ts"
import type { Instant } from "../../time/Instant.ts"
import { finish } from "./closure.ts"

/** Ends an imported case as its record says that it ended. */
export const endAsRecorded = (draft: Draft, { answered, closed }: AnsweredBefore): void => {
  const loop = Drafts.loop(draft)
  if (loop === undefined) return
  // An answer dated before the feedback does not count.
  const known = (at: Instant | undefined): Instant | undefined => (at !== undefined && at >= draft.now ? at : undefined)
  const [answer, end] = [known(answered), known(closed)]
  for (const gate of loop.rule.gates)
    if (!Gate.isSettled(Gate.at(draft.state.gates, gate.name)))
      Drafts.emit(draft, "gate-not-needed", { gate: gate.name, reason: "recorded" }, loop.rule.path)
  judge(draft, [...loop.clocks.values()], answer, end)
  const over = end ?? answer ?? draft.meta.receivedAt
  Drafts.emit(draft, "customer-loop-closed", { outcome: "recorded" }, loop.rule.path, answer ?? over)
  Drafts.emit(draft, "system-loop-closed", {}, loop.rule.path, over)
  finish(draft)
}

/**
 * Judges the promises to the customer. A promise was kept if its due lies after the answer, or after the end if no
 * answer is known. The answer counts as the last promise, so a later answer breaks that one. It does not show whether
 * earlier promises were kept.
 */
const judge = (
  draft: Draft,
  rules: readonly LoopClock[],
  answered: Instant | undefined,
  closed: Instant | undefined
): void => {
  const dueOf = ({ name }: LoopClock): Instant => draft.state.clocks[name]?.dueAt ?? Number.POSITIVE_INFINITY
  const running = rules.filter(({ name }) => live(draft.state.clocks[name]))
  const last = running
    .filter(({ promise }) => promise)
    .reduce<LoopClock | undefined>(
      (latest, rule) => (latest === undefined || dueOf(rule) > dueOf(latest) ? rule : latest),
      undefined
    )
  for (const rule of running) {
    const shown = rule.promise ? (answered ?? closed) : closed
    if (shown !== undefined && (shown < dueOf(rule) || rule === last)) meet(draft, rule.name, shown)
    else cancel(draft, rule.name, "not-known")
  }
}
