import type { Appended, EventStore, Unit } from "../../port/EventStore.ts"
import { type BrokenStore, broken } from "./BrokenStore.ts"

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Returns a store with one transaction for each stream instead of one for all. */
const oneByOne = (store: EventStore): Partial<EventStore> => ({
  append: async (unit) => {
    let outcome: Appended = { result: "key-reused" }
    for (const [n, write] of unit.writes.entries()) {
      const part = { ...unit, key: `${unit.key}/${n}`, writes: [write], outbox: [] }
      outcome = await store.append(part)
      if (outcome.result === "conflict") return outcome
    }
    return outcome
  }
})

/** Returns a store that accepts any version of a stream. */
const unfenced =
  (store: EventStore, believe: (expected: number, version: number) => number) =>
  async (unit: Unit): Promise<Appended> => {
    const writes = await Promise.all(
      unit.writes.map(async (write) => {
        const { version } = await store.load({ tenant: unit.tenant, stream: write.stream })
        return { ...write, expected: believe(write.expected, version) }
      })
    )
    const outcome = await store.append({ ...unit, writes })
    return outcome.result === "conflict" ? unfenced(store, believe)(unit) : outcome
  }

/** Stores that write wrongly. */
export const brokenAppends: readonly BrokenStore[] = [
  broken("a unit is stored whole: events of every stream, rows, messages", "loses messages", (store) => ({
    append: (unit) => store.append({ ...unit, outbox: [] })
  })),
  broken("a unit is stored whole: events of every stream, rows, messages", "loses rows", (store) => ({
    append: (unit) => store.append({ ...unit, writes: unit.writes.map(({ row: _, intake: __, ...write }) => write) })
  })),
  broken(
    "an append answers with the events as they are loaded, and with the last position",
    "answers first, numbers later",
    (store) => ({
      append: async (unit) => {
        const outcome = await store.append(unit)
        return outcome.result === "appended" ? { ...outcome, position: outcome.position - 1 } : outcome
      }
    })
  ),
  broken("a conflict on one stream leaves nothing of the unit behind", "one transaction for each stream", oneByOne),
  broken("of two writers at one version one wins, the other is told the version it lost to", "no fence", (store) => ({
    append: unfenced(store, (_, version) => version)
  })),
  broken("a version ahead of the stream is a conflict too", "fences only against the past", (store) => ({
    append: unfenced(store, Math.min)
  })),
  broken("a write without events must still hold, and adds nothing", "skips writes without events", (store) => ({
    append: (unit) => store.append({ ...unit, writes: unit.writes.filter(({ events }) => events.length > 0) })
  })),
  broken("the same key again gives the same events and answer, and stores nothing", "knows no keys", (store) => {
    let count = 0
    return { append: (unit) => store.append({ ...unit, key: `${++count}` }) }
  }),
  broken("the same key again gives the same events and answer, and stores nothing", "forgets the answer", (store) => ({
    append: ({ answer: _, ...unit }) => store.append(unit)
  })),
  broken("the same key at the same time is stored once", "looks for the key, then writes", (store) => {
    const known = new Set<string>()
    let count = 0
    return {
      append: async (unit) => {
        if (known.has(unit.key)) return { result: "replayed", events: [] }
        await pause()
        known.add(unit.key)
        return unfenced(store, (_, version) => version)({ ...unit, key: `${++count}` })
      }
    }
  }),
  broken("the same key for something else is refused, and stores nothing", "compares no fingerprints", (store) => ({
    append: (unit) => store.append({ ...unit, fingerprint: "" })
  })),
  broken("a conflict does not use up its key", "keeps the key of what it refused", (store) => {
    const used = new Set<string>()
    return {
      append: async (unit) => {
        if (used.has(unit.key)) return { result: "replayed", events: [] }
        used.add(unit.key)
        return store.append(unit)
      }
    }
  }),
  broken("a unit without events keeps its answer under its key", "skips units without events", (store) => ({
    append: async (unit) =>
      unit.writes.length === 0 ? { result: "appended", position: 1, versions: {}, events: [] } : store.append(unit)
  })),
  broken("what throws midway leaves nothing behind and can be tried again", "writes as it goes", oneByOne),
  broken("of many units each has its own outcome, in order", "gives up at the first conflict", (store) => ({
    appendMany: async (units) => {
      const outcomes: Appended[] = []
      for (const unit of units) {
        const before = outcomes.at(-1)
        outcomes.push(before?.result === "conflict" ? before : await store.append(unit))
      }
      return outcomes
    }
  })),
  broken("of many units none is stored when one throws", "one transaction for each unit", (store) => ({
    appendMany: async (units) => {
      const outcomes: Appended[] = []
      for (const unit of units) outcomes.push(await store.append(unit))
      return outcomes
    }
  })),
  broken("messages of a unit without writes leave too", "goes by the writes", (store) => ({
    append: (unit) => store.append(unit.writes.length === 0 ? { ...unit, outbox: [] } : unit)
  }))
]
