/** What the laws of the simulation read: the store itself, event by event, without a line between. */
import { Case } from "@hearback/core"
import { type EventStore, genesis, type KeyStore, link, type StoredEvent, Stream } from "@hearback/engine"
import { decode } from "../../../engine/src/record/EventCodec.ts"

/** The tenant of the simulation. */
export const tenant = "default"

/** An event with its case. */
export interface Seen {
  readonly stored: StoredEvent
  /** The case, before and after the event. */
  readonly of?: { readonly before: Case.Case; readonly after: Case.Case; readonly event: Case.CaseEvent }
}

/** A message that a commit promised, with its words. */
interface Promised {
  readonly id: string
  readonly to: string
  readonly text: string
}

/** The record as the laws read it. */
export interface WatchedRecord {
  readonly cases: ReadonlyMap<string, Case.Case>
  /** The ids of events of cases, by the id of their command. */
  readonly byCommand: ReadonlyMap<string, readonly string[]>
  readonly promised: readonly Promised[]
  /** Reads new events; returns them, or what is wrong with the record. */
  readOn(): Promise<readonly Seen[] | string>
}

interface Head {
  readonly version: number
  readonly hash: string
  readonly recordedAt: number
}

/** Returns events that were written together. */
type StoredEntry = readonly [StoredEvent, ...StoredEvent[]]

const entriesOf = (events: readonly StoredEvent[]): readonly StoredEntry[] => {
  const entries: [StoredEvent, ...StoredEvent[]][] = []
  for (const event of events) {
    const last = entries.at(-1)
    if (last?.[0].stream === event.stream && last[0].hash === event.hash) last.push(event)
    else entries.push([event])
  }
  return entries
}

/** Makes the record of a store. */
export const watchRecord = (store: EventStore, keys: KeyStore): WatchedRecord => {
  const heads = new Map<string, Head>()
  const cases = new Map<string, Case.Case>()
  const byCommand = new Map<string, string[]>()
  const promised: Promised[] = []
  let position = 0

  const linked = (entry: StoredEntry): string | undefined => {
    const [{ stream, version, hash, recordedAt }] = entry
    const head = heads.get(stream) ?? { version: 0, hash: genesis, recordedAt: 0 }
    const name = `${stream}/${version}`
    for (const [n, stored] of entry.entries()) {
      if (stored.position <= position) return `${name} stands at position ${stored.position}, behind ${position}`
      if (stored.version !== head.version + n + 1) return `${name} follows on version ${head.version}`
      position = stored.position
    }
    if (hash !== link(head.hash, entry[0], entry)) return `${name} does not follow on the entry before it`
    if (recordedAt < head.recordedAt) return `${name} was recorded before the entry that it follows on`
    heads.set(stream, { version: version + entry.length - 1, hash, recordedAt })
    return undefined
  }

  return {
    cases,
    byCommand,
    promised,
    readOn: async () => {
      const { events } = await store.read(tenant, position, 100_000)
      const seen: Seen[] = []
      for (const entry of entriesOf(events)) {
        const found = linked(entry)
        if (found !== undefined) return found
      }
      for (const stored of events) {
        const id = Stream.caseIn(stored.stream)
        if (id === undefined) {
          seen.push({ stored })
          continue
        }
        const before = cases.get(id) ?? Case.empty(id)
        const event = await decode(keys, "case", stored)
        const after = Case.evolve(before, event)
        cases.set(id, after)
        const name = `${stored.stream}/${stored.version}`
        byCommand.set(stored.command, [...(byCommand.get(stored.command) ?? []), name])
        if (event.event === "message-queued") promised.push({ id: name, to: event.to, text: event.text })
        seen.push({ stored, of: { before, after, event } })
      }
      return seen
    }
  }
}
