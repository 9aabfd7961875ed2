/**
 * What counts of a case, as it was known at each instant, as a row of text. A row is made of items; each counts from one
 * knowledge on, and up to the one that knew otherwise. Most of them are learned once and stay.
 * Invariant: `readRow(renderRow(record), end)` is what the events that were known before `end` come to, and what all come to.
 * Source: docs/decisions/0044-figures-from-rows.md
 */
import type { Case, Policy } from "@hearback/core"
import { growStory, isRead } from "../story/CaseStory.ts"
import { type Known, type RecordedEvent, unknownUntil } from "../story/Known.ts"
import { type CaseSummary, summaryOf } from "./CaseSummary.ts"
import { emptyParts, instantsOf, itemsOf, type Parts, readItem, type SummaryItem } from "./SummaryItems.ts"

/** Another number wherever a row says something else of the same events: rows of the number before are made anew. */
export const rowFormat = 1

/** An event of a case, and the policy that the case is pinned to behind it. */
export interface PinnedEvent extends RecordedEvent {
  /** Absent where no measure reads it. */
  readonly event?: Case.CaseEvent
  readonly policy: Policy.Policy
}

export interface SummaryRow {
  readonly key: string
  /** The first and the last instant at which something counts. */
  readonly first: number
  readonly last: number
  readonly body: string
}

/**
 * An item with the number of the knowledge from which on it counts, and of that which does not know it any more; 0 for none.
 * Most items are plain points: they stand apart, five numbers each (from, until, measure, instant, value).  Units: instants
 * in ms behind the base.
 */
type KnownItem = readonly [from: number, until: number, item: SummaryItem]
type RowBody = readonly [
  base: number,
  knownFrom: readonly number[],
  points: readonly number[],
  items: readonly KnownItem[]
]

/** Returns the row of a case from everything that happened to it. */
export const renderRow = (id: string, record: readonly PinnedEvent[]): SummaryRow => {
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
  return { key: id, ...items.span(), body: JSON.stringify(items.body()) }
}

const isHistoryOf = ([first]: readonly PinnedEvent[]): boolean =>
  first?.event?.event === "case-opened" && first.event.receipt.history !== undefined

/** Returns what counts of a case, as it was known before an instant and as it is known now. */
export const readRow = (key: string, text: string, end: number): Known<CaseSummary> => {
  const body = JSON.parse(text) as RowBody
  const [base, knownFrom] = body
  const latest = knownFrom.length
  let known = latest
  while (known > 0 && base + (knownFrom[known - 1] ?? 0) >= end) known -= 1
  const now = summaryAt(key, body, latest)
  return { atEnd: known === latest ? now : known === 0 ? undefined : summaryAt(key, body, known), now }
}

const summaryAt = (id: string, [base, , points, items]: RowBody, known: number): CaseSummary => {
  const parts: Parts = emptyParts(id)
  for (let i = 0; i < points.length; i += 5) {
    const [from = 0, until = 0] = [points[i], points[i + 1]]
    if (from > known || (until !== 0 && until <= known)) continue
    parts.points.push({ measure: points[i + 2] ?? 0, at: base + (points[i + 3] ?? 0), value: points[i + 4] ?? 0 })
  }
  for (const [from, until, item] of items) if (from <= known && (until === 0 || until > known)) readItem(parts, item)
  return parts
}

interface KnownItems {
  /** What counts once something is known that was unknown until an instant. */
  know(unknownUntil: number, items: readonly SummaryItem[]): void
  span(): { readonly first: number; readonly last: number }
  body(): RowBody
}

const makeKnownItems = (): KnownItems => {
  const knownFrom: number[] = []
  const all: [from: number, until: number, item: SummaryItem][] = []
  /** Those that count, by what they say: the same may be there several times. */
  let live = new Map<string, (typeof all)[number][]>()
  let [first, last] = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]
  return {
    know: (until, items) => {
      const number = knownFrom.length + 1
      const next: typeof live = new Map()
      let isOther = false
      for (const item of items) {
        const says = JSON.stringify(item)
        let one = live.get(says)?.shift()
        if (one === undefined) {
          one = [number, 0, item]
          all.push(one)
          isOther = true
          for (const at of instantsOf(item)) [first, last] = [Math.min(first, at), Math.max(last, at)]
        }
        const same = next.get(says)
        if (same === undefined) next.set(says, [one])
        else same.push(one)
      }
      for (const left of live.values())
        for (const one of left) {
          one[1] = number
          isOther = true
        }
      live = next
      if (isOther) knownFrom.push(until)
    },
    span: () => (first > last ? { first: 0, last: 0 } : { first, last }),
    body: () => {
      const base = knownFrom[0] ?? 0
      const isPlain = ([, , item]: KnownItem): boolean => item[0] === 1 && item.length === 4
      const points = all
        .filter(isPlain)
        .flatMap(([from, until, [, measure, at, value]]) => [
          from,
          until,
          Number(measure),
          Number(at) - base,
          Number(value)
        ])
      return [base, knownFrom.map((at) => at - base), points, all.filter((one) => !isPlain(one))]
    }
  }
}
