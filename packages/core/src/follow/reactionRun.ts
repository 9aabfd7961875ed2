/** Lets a case react to its own events: each reaction in its order, if an event or an input concerns it. */

import type { CaseEvent } from "../case/Case.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import type { Reaction } from "../draft/Situation.ts"
import * as Notices from "../rule/notice/reactions.ts"

/** The most events of one step. More mean that triggers feed each other; the compiler refuses such policies. */
const most = 500

/** Runs reactions until nothing follows, then notifies the staff of what has happened. */
export const follow = (draft: Draft): void => {
  const from = draft.done
  if (from === draft.events.length) return
  while (draft.done < draft.events.length) {
    if (draft.events.length - from > most) throw new Error(`the reactions of case ${draft.state.id} do not end`)
    const fresh = draft.events.slice(draft.done)
    draft.done = draft.events.length
    react(draft, fresh)
  }
  Notices.react(draft, from)
}

/** Runs the reaction that comes when nothing else follows, and what follows from it. */
export const followLast = (draft: Draft): void => {
  const { reactions, last } = draft.waking
  notice(draft)
  const bit = 1 << reactions.length
  if ((draft.awake & bit) === 0) return
  draft.awake &= ~bit
  last.act(draft, [])
}

/** Runs the woken reactions in their order. A reaction that is woken by an earlier one runs in the same turn. */
const react = (draft: Draft, fresh: readonly CaseEvent[]): void => {
  const { reactions, hearing } = draft.waking
  let hear = 0
  for (const { event } of fresh) hear |= hearing.get(event) ?? 0
  const inOrder = (1 << reactions.length) - 1
  for (let ahead = inOrder; ; ) {
    notice(draft)
    const woken = (hear | draft.awake) & ahead
    if (woken === 0) return
    const next = 31 - Math.clz32(woken & -woken)
    ahead = inOrder & (-2 << next)
    draft.awake &= ~(1 << next)
    ;(reactions[next] as Reaction).act(draft, fresh)
  }
}

/** Wakes the reactions that the latest events and the changed inputs concern. */
const notice = (draft: Draft): void => {
  const { waking, events } = draft
  if (draft.noticed === events.length) return
  for (; draft.noticed < events.length; draft.noticed++)
    draft.awake |= waking.after.get((events[draft.noticed] as CaseEvent).event) ?? 0
  const now = Drafts.vector(draft)
  const { seen } = draft
  if (now === seen) return
  draft.seen = now
  if (seen === undefined) return
  const reading = waking.reading(draft.policy)
  for (let slot = 0; slot < now.length; slot++)
    if (!Object.is(now[slot], seen[slot])) draft.awake |= reading[slot] as number
}
