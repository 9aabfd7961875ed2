/** Lets a case follow its own events: each reaction in its turn, if anything has happened that concerns it. */

import type { CaseEvent } from "../case/Case.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import type { Reaction } from "../draft/Situation.ts"
import * as Notices from "../rule/notice/react.ts"

/** More events than this mean that triggers feed each other; the compiler refuses such policies. */
const most = 500

/** Follows until nothing follows any more, then tells the staff of what has happened. */
export const follow = (d: Draft): void => {
  const from = d.done
  if (from === d.events.length) return
  while (d.done < d.events.length) {
    if (d.events.length - from > most) throw new Error(`the reactions of case ${d.state.id} do not end`)
    const fresh = d.events.slice(d.done)
    d.done = d.events.length
    react(d, fresh)
  }
  Notices.react(d, from)
}

/** Follows with what comes when nothing else follows. */
export const followLast = (d: Draft): void => {
  const { reactions, last } = d.waking
  notice(d)
  const bit = 1 << reactions.length
  if ((d.awake & bit) === 0) return
  d.awake &= ~bit
  last.act(d, [])
}

/** Runs whoever is woken, in the order of the reactions; one that an earlier one wakes comes in the same turn. */
const react = (d: Draft, fresh: readonly CaseEvent[]): void => {
  const { reactions, hearing } = d.waking
  let hear = 0
  for (const { event } of fresh) hear |= hearing.get(event) ?? 0
  const inOrder = (1 << reactions.length) - 1
  for (let ahead = inOrder; ; ) {
    notice(d)
    const woken = (hear | d.awake) & ahead
    if (woken === 0) return
    const next = 31 - Math.clz32(woken & -woken)
    ahead = inOrder & (-2 << next)
    d.awake &= ~(1 << next)
    ;(reactions[next] as Reaction).act(d, fresh)
  }
}

/** Wakes whom the latest events concern, and the inputs that they have changed. */
const notice = (d: Draft): void => {
  const { waking, events } = d
  if (d.noticed === events.length) return
  for (; d.noticed < events.length; d.noticed++)
    d.awake |= waking.after.get((events[d.noticed] as CaseEvent).event) ?? 0
  const now = Drafts.vector(d)
  const { seen } = d
  if (now === seen) return
  d.seen = now
  if (seen === undefined) return
  const reading = waking.reading(d.policy)
  for (let slot = 0; slot < now.length; slot++)
    if (!Object.is(now[slot], seen[slot])) d.awake |= reading[slot] as number
}
