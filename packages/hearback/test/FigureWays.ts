/** Ways to read a record: at once, or step by step with a process that is sometimes killed. */
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { EventStore, StoredEvent } from "@hearback/engine"
import { gather, parseBlock } from "@hearback/insight"
import { Hearback, type Loop, memory, type Store } from "../src/index.ts"
import { packing, projection } from "../src/learning/SummaryProjection.ts"
import { testLoop } from "../src/testing.ts"

const shop = join(import.meta.dirname, "learning")
/** The policy, with a fact that is free text. */
const folder = mkdtempSync(join(tmpdir(), "hearback-figures-"))
const policy = join(folder, "shop.policy.yaml")
const written = readFileSync(join(shop, "shop.policy.yaml"), "utf8")
writeFileSync(policy, written.replace("facts:", "facts:\n  site: { type: text }"))
copyFileSync(join(shop, "people.yaml"), join(folder, "people.yaml"))
const tenant = "default"
const all = { from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER, limit: 1000 }
const ann = { actor: { id: "ann" } }

type Entry = readonly StoredEvent[]
// With small numbers, a few cases make several blocks, and some have rows of their own.
Object.assign(packing, { mostLoose: 4, mostInBlock: 2 })

/** The entries of all cases. */
export let entries: readonly Entry[] = []
let now = 0
/** The keys with which entries are encrypted and texts are numbered. */
let keys = memory().keys

/** Runs a few cases, and keeps their entries in the order of the record. */
export const live = async (): Promise<void> => {
  const model = memory()
  keys = model.keys
  const loop = await testLoop(policy, { at: "2026-11-02 09:00", store: model })
  const open: string[] = []
  for (const [n, text] of ["my parcel is late", "the parcel is broken", "no parcel at all", "thank you"].entries()) {
    const customer = { id: `c-${n}`, name: "Carla Moss" }
    const facts = n === 3 ? {} : { site: n === 1 ? "South Pier" : "North Gate" }
    open.push((await loop.for(ann).submit({ channel: "phone", customer, verbatim: text, facts })).case)
    await loop.advance("2 hours")
    for (const id of open) await loop.for(ann).execute(id, { do: "pass", gate: "heard" })
    for (const id of open.slice(0, n))
      await loop.for(ann).execute(id, { do: "pass", gate: "told", result: "sent again" })
    await loop
      .for({ actor: { customer: "c-0" } })
      .execute(open[0] ?? "", { do: "reply", says: "dissatisfied", text: "no" })
  }
  await loop.advance("2 days")
  await loop.for(ann).execute(open[1] ?? "", { do: "set", facts: { site: "North Gate" } })
  await loop.advance("18 days")
  now = loop.now().getTime()
  const { events } = await model.events.read(tenant, null, 10_000)
  const byHash = new Map<string, StoredEvent[]>()
  for (const event of events) byHash.set(event.hash, [...(byHash.get(event.hash) ?? []), event])
  entries = [...byHash.values()]
  await loop.close()
}

/** Kills a process before or after a step is stored. */
const killed = (store: EventStore, dies: () => "before" | "behind" | "not"): EventStore => ({
  ...store,
  project: async (...step) => {
    const how = dies()
    if (how === "before") throw new Error("killed")
    const answer = await store.project(...step)
    if (how === "behind") throw new Error("killed")
    return answer
  }
})

/** Appends entries in order; each continues its stream. */
export const appending = (store: EventStore) => {
  const versions = new Map<string, number>()
  return async (entry: Entry): Promise<void> => {
    const stream = entry[0]?.stream ?? ""
    const expected = versions.get(stream) ?? 0
    const key = `${stream} ${expected}`
    await store.append({ tenant, key, fingerprint: key, writes: [{ stream, expected, events: entry }], outbox: [] })
    versions.set(stream, expected + entry.length)
  }
}

const november = { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-11-03T00:00:00Z") }
/** Returns the rows of summaries. */
export const rowsOf = ({ events }: Store) => events.projected(tenant, projection, all)

/** Returns the summary of each case. Where the rows are depends on the way, but their content does not. */
const saidOf = async (store: Store): Promise<readonly unknown[]> => {
  const blocks = (await rowsOf(store)).map(({ body }) => parseBlock(body))
  const cases = blocks.flatMap((of) => of.ids.map((id, place) => [id, gather([{ of, place }])] as const))
  const said = [...new Map(cases)].sort(([a], [b]) => (a < b ? -1 : 1))
  return said.map(([, { numbers, ...block }]) => ({ ...block, numbers: [...numbers] }))
}
/** Returns all figures of a loop. */
export const asked = async (loop: Loop, store: Store): Promise<readonly unknown[]> => [
  await loop.measures({ by: "person", percentiles: true }),
  await loop.measures(november),
  await loop.measures({ ...november, by: "site" }),
  await loop.review("case-review"),
  await saidOf(store)
]

/** Runs something on a loop of a store. */
export const onLoop = async <T>(store: Store, run: (loop: Loop) => Promise<T>): Promise<T> => {
  const { keyOf, find } = keys
  const opened = { ...store, keys: { ...store.keys, keyOf, find } }
  const loop = await Hearback.open({ policy, store: opened, clock: { now: () => now } })
  try {
    return await run(loop)
  } finally {
    await loop.close()
  }
}

/** Returns the figures if all entries exist before anybody asks. */
export const atOnce = async (store: Store): Promise<readonly unknown[]> => {
  const append = appending(store.events)
  for (const entry of entries) await append(entry)
  return onLoop(store, (loop) => asked(loop, store))
}

/**
 * Returns the figures if somebody asks between entries, few are read at a time, and the process is sometimes killed.
 */
export const stepByStep = async (store: Store, chance: () => number): Promise<readonly unknown[]> => {
  const append = appending(store.events)
  let mayDie = true
  const few = (limit: number): number => Math.min(limit, 1 + Math.floor(chance() * 9))
  const events = killed(
    {
      ...store.events,
      moved: (of, after, limit) => store.events.moved(of, after, few(limit)),
      clearHistories: (of, after, limit) => store.events.clearHistories(of, after, few(limit)),
      histories: (of, after, limit) => store.events.histories(of, after, few(limit))
    },
    () => (mayDie && chance() < 0.2 ? (chance() < 0.5 ? "before" : "behind") : "not")
  )
  return onLoop({ ...store, events }, async (loop) => {
    for (const entry of entries) {
      await append(entry)
      if (chance() < 0.15) await loop.measures().catch(() => {})
    }
    mayDie = false
    return asked(loop, store)
  })
}

/** Returns random numbers that are the same for the same seed. */
export const chancesOf = (seed: number) => {
  let n = seed
  return (): number => {
    n = (n * 16_807) % 2_147_483_647
    return n / 2_147_483_647
  }
}
