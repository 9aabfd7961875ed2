/**
 * One case as a block: what counts of it, as known at each instant. Most of it is learned once and stays.
 * Invariant: `readBlock(blockOf(id, record), …)` equals the summary of the events that were known before the end, and
 * of all events.
 */
import type { Case, Policy } from "@hearback/core"
import { growStory, isRead } from "../story/CaseStory.ts"
import { type RecordedEvent, unknownUntil } from "../story/Known.ts"
import { type CaseBlock, makeBlock } from "./CaseBlock.ts"
import { summaryOf } from "./CaseSummary.ts"
import { itemsOf, type SummaryItem } from "./SummaryItems.ts"

/** An event of a case, and the policy version that the case has after it. */
export interface PinnedEvent extends RecordedEvent {
  /** Absent if no measure reads it. */
  readonly event?: Case.CaseEvent
  readonly policy: Policy.Policy
}

/** Returns what counts of a case from all its events. */
export const blockOf = (id: string, record: readonly PinnedEvent[]): CaseBlock => {
  const unknown = unknownUntil(record, isHistoryOf(record))
  const story = growStory(id)
  const items = makeKnownItems()
  let isMore = true
  for (const [place, { event, policy, name }] of record.entries()) {
    if (event !== undefined && isRead(name)) {
      story.add(event)
      isMore = true
    }
    const until = unknown[place] ?? 0
    if (!isMore || unknown[place + 1] === until) continue
    items.know(until, itemsOf(summaryOf(story.told(policy))))
    isMore = false
  }
  return items.block(id)
}

const isHistoryOf = ([first]: readonly PinnedEvent[]): boolean =>
  first?.event?.event === "case-opened" && first.event.receipt.history !== undefined

interface KnownItem {
  readonly said: string
  readonly item: SummaryItem
  readonly from: number
  until: number
}

interface KnownItems {
  /** What counts once something is known that was unknown until an instant. */
  know(unknownUntil: number, items: readonly SummaryItem[]): void
  block(id: string): CaseBlock
}

const makeKnownItems = (): KnownItems => {
  const all: KnownItem[] = []
  /** Those that count, by what they say: the same may be there several times. */
  let live = new Map<string, KnownItem[]>()
  return {
    know: (from, items) => {
      const next: typeof live = new Map()
      for (const item of items) {
        const said = JSON.stringify(item.said)
        const key = `${said} ${item.at} ${item.value}`
        let one = live.get(key)?.shift()
        if (one === undefined) {
          one = { said, item, from, until: Number.NaN }
          all.push(one)
        }
        const same = next.get(key)
        if (same === undefined) next.set(key, [one])
        else same.push(one)
      }
      for (const left of live.values()) for (const one of left) one.until = from
      live = next
    },
    block: (id) => {
      const to = makeBlock()
      const inOrder = all.toSorted((one, other) => one.item.said[0] - other.item.said[0])
      for (const { said, item, from, until } of inOrder) to.add(said, item.at, item.value, from, until)
      to.endCase(id)
      return to.block()
    }
  }
}
