/**
 * What it takes to keep figures up and to ask for them, over 10,000 and over 100,000 cases in a file: time, and the heap that is
 * in use meanwhile. The time is the thread's own, which others on the machine do not stretch. The cases are those of an
 * example, each copied until there are enough: measures read the clear part alone.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Hearback } from "hearback"
import { sqlite } from "hearback/sqlite"
import type { Measure } from "./bench.ts"
import * as Examples from "./Examples.ts"
import { bytes, time } from "./Report.ts"

const models = 1_000
const sizes = [10_000, 100_000]
const tenant = "default"
/** What the names of streams of cases begin with. */
const caseStream = "case/"

type Store = ReturnType<typeof sqlite>
type EventStore = Store["events"]
type Unit = Parameters<EventStore["append"]>[0]

const used = (): number => {
  if (globalThis.gc === undefined) throw new Error("run with --expose-gc")
  globalThis.gc()
  // What the first one found is swept beside the program; the second waits for it.
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Fills a store with real cases, and returns the policy's clock. */
const fill = async (store: Store): Promise<number> => {
  let now = 0
  const loop = await Hearback.open({ policy: Examples.policyPath("itr-service"), store, clock: { now: () => now } })
  const coming = function* () {
    for (const piece of Examples.feedback(models)) {
      now = Date.parse(String(piece.feedback.received))
      yield piece
    }
  }
  for await (const _ of loop.submitMany(coming()));
  await loop.close()
  return now
}

/** Copies the cases of a store so often that there are `count`. */
const copy = async (from: EventStore, to: EventStore, count: number): Promise<number> => {
  const histories = (await from.histories(tenant, caseStream, models * 2)).filter(({ stream }) =>
    stream.startsWith(caseStream)
  )
  let units: Unit[] = []
  for (let n = 0; n < count; n++) {
    const { events = [] } = histories[n % histories.length] ?? {}
    const stream = `${caseStream}copy-${String(n).padStart(6, "0")}`
    const write = { stream, expected: 0, events }
    units.push({ tenant, key: stream, fingerprint: "copy", writes: [write], outbox: [] })
    if (units.length < 200 && n + 1 < count) continue
    await to.appendMany?.(units)
    units = []
  }
  return histories.reduce((sum, { events }) => sum + events.length, 0) / histories.length
}

/** Of each case a median keeps a number, and a review the group of one that is closed. */
const roomForEach = 8 * 40 + 100

const cpuOf = async (run: () => Promise<unknown>): Promise<number> => {
  const began = process.threadCpuUsage()
  await run()
  const { user, system } = process.threadCpuUsage(began)
  return (user + system) / 1_000
}

export const measure: Measure = async (give) => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-bench-"))
  const open = (name: string) => sqlite(join(folder, name), { synchronous: "normal" })
  try {
    const now = await fill(open("model.db"))
    const peaks: number[] = []
    for (const count of sizes) {
      const [model, store] = [open("model.db"), open(`${count}.db`)]
      const size = await copy(model.events, store.events, count)
      await model.events.close()
      let [peak, page] = [0, 0]
      const watch = (): void => {
        if (page++ % 20 === 0) peak = Math.max(peak, used())
      }
      let isWatched = false
      const events: EventStore = {
        ...store.events,
        clearHistories: async (...at) => {
          if (isWatched) watch()
          return store.events.clearHistories(...at)
        },
        projected: async (...at) => {
          if (isWatched) watch()
          return store.events.projected(...at)
        }
      }
      const loop = await Hearback.open({
        policy: Examples.policyPath("itr-service"),
        store: { ...store, events },
        clock: { now: () => now }
      })
      const [review = ""] = Object.keys(Examples.bundle("itr-service").learning?.reviews ?? {})
      const day = { from: new Date(now - 86_400_000), to: new Date(now) }
      const cases = `${count.toLocaleString("en")} cases`
      const isMany = count === 100_000
      const first = await cpuOf(() => loop.measures())
      const all = await cpuOf(() => loop.measures())
      const rate = (count * size) / ((first - all) / 1_000)
      give({
        what: `catching up, ${cases} of ${size.toFixed(1)} events`,
        ours: `${Math.round(rate).toLocaleString("en")} events/s`,
        limit: "20,000 events/s",
        ratio: 20_000 / rate,
        ...(isMany ? { target: 1 } : {})
      })
      const asked = {
        "all measures": all,
        "all measures by person": await cpuOf(() => loop.measures({ by: "person" })),
        "measures of a day": await cpuOf(() => loop.measures(day)),
        "a review": await cpuOf(() => loop.review(review))
      }
      for (const [name, ms] of Object.entries(asked))
        give({
          what: `${name} of ${cases}`,
          ours: time(ms * 1e6),
          limit: isMany ? "200 ms" : "",
          ratio: isMany ? ms / 200 : Number.NaN
        })
      isWatched = true
      await loop.measures()
      await loop.review(review)
      await loop.record.rebuild()
      await loop.measures()
      give({ what: "  heap meanwhile, at most", ours: bytes(peak), limit: "", ratio: Number.NaN })
      peaks.push(peak)
      await loop.close()
    }
    const [small = 0, large = 0] = peaks
    const room = 90_000 * roomForEach
    give({
      what: "heap at 100,000 cases over that at 10,000",
      ours: bytes(large - small),
      limit: bytes(room),
      ratio: (large - small) / room,
      target: 1
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
