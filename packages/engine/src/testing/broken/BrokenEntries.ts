import type { SealedEvent, StoredEvent } from "../../port/Event.ts"
import type { EventStore, Unit } from "../../port/EventStore.ts"
import { type BrokenStore, broken } from "./BrokenStore.ts"

const appending = (store: EventStore, change: (events: readonly SealedEvent[]) => readonly SealedEvent[]) => ({
  append: (unit: Unit) =>
    store.append({ ...unit, writes: unit.writes.map((write) => ({ ...write, events: change(write.events) })) })
})

/** Stores that separate events that were written together. */
export const brokenEntries: readonly BrokenStore[] = [
  broken("events of one write have one hash, and those of two have two", "has a hash for each event", (store) => ({
    read: async (...at) => {
      const page = await store.read(...at)
      return {
        ...page,
        events: page.events.map((event): StoredEvent => ({ ...event, hash: event.hash + event.version }))
      }
    }
  })),
  broken(
    "events of one write are of one command: others are refused, and nothing of them is stored",
    "takes what they share from the first",
    (store) =>
      appending(store, ([first, ...others]) =>
        first === undefined ? [] : [first, ...others.map((one) => ({ ...first, ...one, ...sharedOf(first) }))]
      )
  ),
  broken("numbers are kept exactly, or refused", "keeps instants as near as it can", (store) =>
    appending(store, (events) =>
      events.map((event) => ({ ...event, recordedAt: Math.min(Math.round(event.recordedAt), Number.MAX_SAFE_INTEGER) }))
    )
  ),
  broken("values that are sealed together keep their places", "forgets the places", (store) =>
    appending(store, (events) =>
      events.map((event) => {
        if (event.sealed === undefined) return event
        const { place: _, ...sealed } = event.sealed
        return { ...event, sealed }
      })
    )
  ),
  broken(
    "a message that says what its event says comes back whole, however often it is tried",
    "keeps what it is for, and not what it says",
    (store) => ({
      append: (unit) => store.append({ ...unit, outbox: unit.outbox.map((message) => ({ ...message, body: {} })) })
    })
  ),
  broken("a message keeps the trace of the work that gave rise to it", "keeps what its event says alone", (store) => ({
    append: (unit) => store.append({ ...unit, outbox: unit.outbox.map(({ trace: _, ...message }) => message) })
  }))
]

const sharedOf = ({ recordedAt, actor, command, policy }: SealedEvent) => ({ recordedAt, actor, command, policy })
