/**
 * What it takes to keep figures up and to ask for them, over 10,000 and over 100,000 cases in a file: time, growth, and the heap
 * that is in use meanwhile. The time is the thread's own, which others on the machine do not stretch, and the best of three. The
 * cases are those of an example, each copied until there are enough: measures read the clear part alone.
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
/** So long after the last case the month and the quarter that it lies in are over.  Units: ms. */
const untilOver = 14 * 86_400_000
const tenant = "default"
/** What the names of streams of cases begin with. */
const caseStream = "case/"

type Store = ReturnType<typeof sqlite>
type EventStore = Store["events"]
type Unit = Parameters<EventStore["append"]>[0]
type Row = Awaited<ReturnType<EventStore["list"]>>["items"][number]
type Loop = Awaited<ReturnType<typeof Hearback.open>>

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
  const rows = await rowsOf(from)
  for (let n = 0; n < count; n++) {
    const { stream: model = "", events = [] } = histories[n % histories.length] ?? {}
    const id = `copy-${String(n).padStart(6, "0")}`
    const stream = caseStream + id
    // No time is told to the copies.
    const row = rows.get(model.slice(caseStream.length))
    const write = { stream, expected: 0, events, ...(row === undefined ? {} : { row: { ...row, id, dueAt: null } }) }
    units.push({ tenant, key: stream, fingerprint: "copy", writes: [write], outbox: [] })
    if (units.length < 200 && n + 1 < count) continue
    await to.appendMany?.(units)
    units = []
  }
  return histories.reduce((sum, { events }) => sum + events.length, 0) / histories.length
}

/** Returns the rows by which worklists show cases. */
const rowsOf = async (store: EventStore): Promise<ReadonlyMap<string, Row>> => {
  const rows = new Map<string, Row>()
  for (let after: string | undefined; ; ) {
    const page = await store.list(tenant, { limit: 200, ...(after === undefined ? {} : { after }) })
    for (const row of page.items) rows.set(row.id, row)
    after = page.next
    if (after === undefined) return rows
  }
}

/** What somebody may ask for, each with the time that it may take at 100,000 cases. */
const questions: Readonly<Record<string, (loop: Loop, last: number) => Promise<unknown>>> = {
  "all measures, with percentiles": (loop) => loop.measures({ percentiles: true }),
  ...Object.fromEntries(
    ["person", "department", "category", "服务线", "channel", "kind", "优先级"].map((by) => [
      `all measures by ${by}`,
      (loop: Loop) => loop.measures({ by, percentiles: true })
    ])
  ),
  "measures of a day": (loop, last) => loop.measures({ from: new Date(last - 86_400_000), to: new Date(last) }),
  "measures of a month": (loop, last) => loop.measures({ from: new Date(last - 30 * 86_400_000), to: new Date(last) }),
  "a review of a month": (loop) => loop.review("案例复盘"),
  "a review of three months": (loop) => loop.review("机制评审"),
  "a report to customers": (loop) => loop.saidAndDone(),
  "a page of the worklist": (loop) => loop.list(),
  "a page of what concerns a person": (loop) => loop.list({ for: "li-na" })
}

/** Of each case a median keeps a number, and a review the group of one that is closed. */
const roomForEach = 8 * 40 + 100

const bestOf = async (run: () => Promise<unknown>): Promise<number> =>
  Math.min(await cpuOf(run), await cpuOf(run), await cpuOf(run))

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
    const last = await fill(open("model.db"))
    const fewer = new Map<string, number>()
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
        clock: { now: () => last + untilOver }
      })
      const cases = `${count.toLocaleString("en")} cases`
      const isMany = count === 100_000
      const first = await cpuOf(() => loop.tick())
      const rate = (count * size) / (first / 1_000)
      give({
        what: `catching up, ${cases} of ${size.toFixed(1)} events`,
        ours: `${Math.round(rate).toLocaleString("en")} events/s`,
        limit: "20,000 events/s",
        ratio: 20_000 / rate,
        ...(isMany ? { target: 1 } : {})
      })
      for (const [name, ask] of Object.entries(questions)) {
        const ms = await bestOf(() => ask(loop, last))
        if (isMany) {
          give({ what: `${name}, ${cases}`, ours: time(ms * 1e6), limit: "200 ms", ratio: ms / 200, target: 1 })
          const growth = ms / (fewer.get(name) ?? ms)
          give({
            what: "  over 10,000 cases",
            ours: `${growth.toFixed(1)} times`,
            limit: "10 times",
            ratio: growth / 10
          })
        } else fewer.set(name, ms)
      }
      isWatched = true
      await loop.measures()
      await loop.review("案例复盘")
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
