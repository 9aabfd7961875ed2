/** Lets a case follow its own events: each reaction in its turn, if anything has happened that concerns it. */

import type { CaseEvent } from "../case/Case.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import type { Reaction } from "../draft/Situation.ts"
import * as Notices from "../rule/notice/reactions.ts"

/** More events than this mean that triggers feed each other; the compiler refuses such policies. */
const most = 500

/** Follows until nothing follows any more, then tells the staff of what has happened. */
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

/** Follows with what comes when nothing else follows. */
export const followLast = (draft: Draft): void => {
  const { reactions, last } = draft.waking
  notice(draft)
  const bit = 1 << reactions.length
  if ((draft.awake & bit) === 0) return
  draft.awake &= ~bit
  last.act(draft, [])
}

/** Runs whoever is woken, in the order of the reactions; one that an earlier one wakes comes in the same turn. */
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

/** Wakes whom the latest events concern, and the inputs that they have changed. */
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
