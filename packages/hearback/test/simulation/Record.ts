/** What the laws of the simulation read: the store itself, event by event as they are added, with no line in between. */
import { Case } from "@hearback/core"
import { type EventStore, genesis, type KeyStore, link, type StoredEvent, Stream } from "@hearback/engine"
import { decode } from "../../../engine/src/record/EventCodec.ts"

export const tenant = "default"

export interface Seen {
  readonly stored: StoredEvent
  /** The case that it is of, before and after it. */
  readonly of?: { readonly before: Case.Case; readonly after: Case.Case; readonly event: Case.CaseEvent }
}

/** A message that was promised by a commit, with its words. */
interface Promised {
  readonly id: string
  readonly to: string
  readonly text: string
}

export interface WatchedRecord {
  readonly cases: ReadonlyMap<string, Case.Case>
  /** Ids of the events of cases, by the id of the command that they come from. */
  readonly byCommand: ReadonlyMap<string, readonly string[]>
  readonly promised: readonly Promised[]
  /** Reads what was added; returns it, or what is wrong with the record. */
  readOn(): Promise<readonly Seen[] | string>
}

interface Head {
  readonly version: number
  readonly hash: string
  readonly recordedAt: number
}

export const watchRecord = (store: EventStore, keys: KeyStore): WatchedRecord => {
  const heads = new Map<string, Head>()
  const cases = new Map<string, Case.Case>()
  const byCommand = new Map<string, string[]>()
  const promised: Promised[] = []
  let position = 0

  const linked = (stored: StoredEvent): string | undefined => {
    const { stream, version, hash, recordedAt } = stored
    const head = heads.get(stream) ?? { version: 0, hash: genesis, recordedAt: 0 }
    const name = `${stream}/${version}`
    if (stored.position <= position) return `${name} stands at position ${stored.position}, behind ${position}`
    if (version !== head.version + 1) return `${name} follows on version ${head.version}`
    if (hash !== link(head.hash, stored, stored)) return `${name} does not follow on the event before it`
    if (recordedAt < head.recordedAt) return `${name} was recorded before the event that it follows on`
    heads.set(stream, { version, hash, recordedAt })
    position = stored.position
    return undefined
  }

  return {
    cases,
    byCommand,
    promised,
    readOn: async () => {
      const { events } = await store.read(tenant, position, 100_000)
      const seen: Seen[] = []
      for (const stored of events) {
        const found = linked(stored)
        if (found !== undefined) return found
        const id = Stream.caseIn(stored.stream)
        if (id === undefined) {
          seen.push({ stored })
          continue
        }
        const before = cases.get(id) ?? Case.empty(id)
        const event = await decode(keys, stored)
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
