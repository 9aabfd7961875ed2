/**
 * What it takes to reckon all measures and a review: time, and the heap that is in use meanwhile, over 10,000 and over 100,000
 * cases in a file. The time is the thread's own, which others on the machine do not stretch. The cases are those of an example, each copied until there are enough: measures read the clear part alone.
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
const roomForEach = { "all measures": 8 * 20, "a review": 8 * 40 + 100 } as const
type Asked = keyof typeof roomForEach

export const measure: Measure = async (give) => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-bench-"))
  const open = (name: string) => sqlite(join(folder, name), { synchronous: "normal" })
  try {
    const now = await fill(open("model.db"))
    const most: Record<Asked, number[]> = { "all measures": [], "a review": [] }
    for (const count of sizes) {
      const [model, store] = [open("model.db"), open(`${count}.db`)]
      const size = await copy(model.events, store.events, count)
      await model.events.close()
      let [watched, peak, page] = [false, 0, 0]
      const events: EventStore = {
        ...store.events,
        clearHistories: async (...at) => {
          if (watched && page++ % 20 === 0) peak = Math.max(peak, used())
          return store.events.clearHistories(...at)
        }
      }
      const loop = await Hearback.open({
        policy: Examples.policyPath("itr-service"),
        store: { ...store, events },
        clock: { now: () => now }
      })
      const [review = ""] = Object.keys(Examples.bundle("itr-service").learning?.reviews ?? {})
      const asked = { "all measures": () => loop.measures(), "a review": () => loop.review(review) }
      for (const name of Object.keys(asked) as Asked[]) {
        const began = process.threadCpuUsage()
        await asked[name]()
        const { user, system } = process.threadCpuUsage(began)
        const ms = (user + system) / 1_000
        ;[watched, peak] = [true, 0]
        await asked[name]()
        watched = false
        most[name].push(peak)
        give({
          what: `${name} of ${count.toLocaleString("en")} cases of ${size.toFixed(1)} events`,
          ours: time(ms * 1e6),
          limit: count === 100_000 ? "12 s" : "",
          ratio: count === 100_000 ? ms / 12_000 : Number.NaN,
          ...(count === 100_000 ? { target: 1 } : {})
        })
        give({ what: "  heap meanwhile, at most", ours: bytes(peak), limit: "", ratio: Number.NaN })
      }
      await loop.close()
    }
    for (const name of Object.keys(most) as Asked[]) {
      const [small = 0, large = 0] = most[name]
      const room = 90_000 * roomForEach[name]
      give({
        what: `${name}: heap at 100,000 cases over that at 10,000`,
        ours: bytes(large - small),
        limit: bytes(room),
        ratio: (large - small) / room,
        target: 1
      })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
