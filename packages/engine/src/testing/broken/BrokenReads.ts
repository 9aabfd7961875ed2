import type { SealedEvent, StoredEvent } from "../../port/Event.ts"
import type { EventStore } from "../../port/EventStore.ts"
import { genesis, link } from "../../record/Chain.ts"
import { type BrokenStore, broken } from "./BrokenStore.ts"

const loading = (store: EventStore, change: (events: readonly StoredEvent[]) => readonly StoredEvent[]) => ({
  load: async (...at: Parameters<EventStore["load"]>) => {
    const loaded = await store.load(...at)
    return { ...loaded, events: change(loaded.events) }
  }
})

/** Stores that read wrongly. */
export const brokenReads: readonly BrokenStore[] = [
  broken("events come back as they were given", "loses what is sealed", (store) =>
    loading(store, (events) => events.map(({ sealed: _, ...event }) => event))
  ),
  broken("events come back as they were given", "keeps seconds", (store) =>
    loading(store, (events) => events.map((event) => ({ ...event, at: Math.floor(event.at / 1000) * 1000 })))
  ),
  broken(
    "what a caller does with what it gave or was given changes nothing stored",
    "keeps what it was given",
    (store) => {
      const given: SealedEvent[] = []
      return {
        append: (unit) => {
          given.push(...unit.writes.flatMap(({ events }) => events))
          return store.append(unit)
        },
        ...loading(store, (events) => events.map((event, n) => ({ ...event, clear: given[n]?.clear ?? null })))
      }
    }
  ),
  broken(
    "what a caller does with what it gave or was given changes nothing stored",
    "gives out what it keeps",
    (store) => {
      let kept: readonly StoredEvent[] | undefined
      return loading(store, (events) => {
        kept ??= events
        return kept
      })
    }
  ),
  broken("a message comes back as it was given, sealed part and all", "sends only the clear part", (store) => ({
    append: (unit) => store.append({ ...unit, outbox: unit.outbox.map(({ sealed: _, ...message }) => message) })
  })),
  broken("a stream is loaded in order of version, after a version if asked", "sorts versions as text", (store) =>
    loading(store, (events) => events.toSorted((a, b) => `${a.version}`.localeCompare(`${b.version}`)))
  ),
  broken("a follower meets every event once, in order, while others write", "goes on after the newest", (store) => ({
    read: async (tenant, after, limit) => ({
      ...(await store.read(tenant, after, limit)),
      next: (await store.status(tenant)).position
    })
  })),
  broken("a follower meets every event once, in order, while others write", "shows positions late", (store) => {
    // As a database sequence does: the first that takes its number may become visible last, after readers have passed
    // it.
    const late = new Set<number>()
    return {
      read: async (...at) => {
        const page = await store.read(...at)
        const events = page.events.filter(({ position }) => position % 10 !== 3 || late.has(position))
        for (const { position } of page.events) late.add(position)
        return { ...page, events }
      }
    }
  }),
  broken("at the end a read gives nothing and stays where it is", "starts again at the end", (store) => ({
    read: async (...at) => {
      const page = await store.read(...at)
      return page.events.length === 0 ? { ...page, next: null } : page
    }
  })),
  broken("no tenant ever sees another's", "keeps all tenants in one", (store) => ({
    append: async (unit) => {
      for (const { stream, events } of unit.writes)
        await store.append({ ...unit, tenant: "acme", writes: [{ stream, events, expected: 2 }] })
      return store.append(unit)
    },
    load: (at, after) => store.load({ ...at, tenant: "acme" }, after)
  })),
  broken(
    "a tenant's events are all met, however many of others lie between",
    "filters after it has cut the page",
    (store) => ({
      read: async (tenant, after, limit) => {
        const { events } = await store.read(tenant, null, 1_000)
        const [from = 0, to] = [after ?? 0, (after ?? 0) + limit]
        return { events: events.filter(({ position }) => position > from && position <= to), next: to }
      }
    })
  ),
  broken("heads name every stream's last version and hash, in pages", "gives the first page again", (store) => ({
    streams: (tenant, _, limit) => store.streams(tenant, null, limit)
  })),
  broken("streams come as wholes, in pages by name, whole or in the clear", "cuts a page within a stream", (store) => ({
    histories: async (...at) => {
      const page = await store.histories(...at)
      return page.map(({ stream, events }) => ({ stream, events: events.slice(0, 2) }))
    }
  })),
  broken(
    "streams come as wholes, in pages by name, whole or in the clear",
    "hands out more than is clear",
    (store) => ({ clearHistories: store.histories })
  ),
  broken("the record of every stream verifies", "hashes each entry alone", (store) => ({
    read: async (...at) => {
      const page = await store.read(...at)
      return { ...page, events: page.events.map((event) => ({ ...event, hash: link(genesis, event, [event]) })) }
    }
  }))
]
