/**
 * What it costs to keep figures up to date and to ask for them, over 10,000 and 100,000 cases in a file, and over
 * 100,000 on a server: time, growth, and heap. The time is that of the thread and of the server's processes, which
 * other programs on the computer do not lengthen, and the best of three. The cases are those of an example, copied
 * until there are enough.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Hearback, type Store } from "hearback"
import { sqlite } from "hearback/sqlite"
import { onMeasuredServer, type ServerTime } from "../packages/hearback/bench/MeasuredServer.ts"
import type { Measure } from "./bench.ts"
import * as Examples from "./Examples.ts"
import { bytes, time } from "./Report.ts"

const models = 1_000
const sizes = [10_000, 100_000]
/** How long after the last case its month and quarter are over.  Units: ms. */
const untilOver = 14 * 86_400_000
const tenant = "default"
/** The beginning of the names of cases' streams. */
const caseStream = "case/"

type EventStore = Store["events"]
type Unit = Parameters<EventStore["append"]>[0]
type Row = Awaited<ReturnType<EventStore["list"]>>["items"][number]
type Loop = Awaited<ReturnType<typeof Hearback.open>>

const used = (): number => {
  if (globalThis.gc === undefined) throw new Error("run with --expose-gc")
  globalThis.gc()
  // The first collection sweeps in the background; the second waits for it.
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Two facts of free text: one with few values, one with a different value for each copied case. */
const [fewTexts, manyTexts] = ["网点", "机房"]

/** Writes the example's policy with these facts into a folder; returns its path. */
const writePolicy = (folder: string): string => {
  const path = Examples.policyPath("itr-service")
  cpSync(join(path, ".."), folder, { recursive: true })
  const facts = `事实:\n  ${fewTexts}: { 类型: 文字 }\n  ${manyTexts}: { 类型: 文字 }\n`
  const written = join(folder, "itr-service.policy.yaml")
  writeFileSync(written, readFileSync(path, "utf8").replace("事实:\n", facts))
  return written
}

/** Fills a store with real cases; returns the time of its clock. */
const fill = async (store: Store, policy: string): Promise<number> => {
  let now = 0
  const loop = await Hearback.open({ policy, store, clock: { now: () => now } })
  const coming = function* () {
    for (const [n, { key, feedback }] of Examples.feedback(models).entries()) {
      now = Date.parse(String(feedback.received))
      const facts = { ...feedback.facts, [fewTexts]: `第 ${n % 40} 网点`, [manyTexts]: `机房 ${n}` }
      yield { key: key ?? String(n), feedback: { ...feedback, facts } }
    }
  }
  for await (const _ of loop.submitMany(coming()));
  await loop.close()
  return now
}

/** Copies the cases of a store until there are `count`. */
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
    // The copies have no due instants.
    const row = rows.get(model.slice(caseStream.length))
    const write = { stream, expected: 0, events, ...(row === undefined ? {} : { row: { ...row, id, dueAt: null } }) }
    units.push({ tenant, key: stream, fingerprint: "copy", writes: [write], outbox: [] })
    if (units.length < 200 && n + 1 < count) continue
    await to.appendMany?.(units)
    units = []
  }
  return histories.reduce((sum, { events }) => sum + events.length, 0) / histories.length
}

/** Returns the rows of cases in worklists. */
const rowsOf = async (store: EventStore): Promise<ReadonlyMap<string, Row>> => {
  const rows = new Map<string, Row>()
  for (let after: string | undefined; ; ) {
    const page = await store.list(tenant, { limit: 200, ...(after === undefined ? {} : { after }) })
    for (const row of page.items) rows.set(row.id, row)
    after = page.next
    if (after === undefined) return rows
  }
}

/** The questions, each with its limit of time at 100,000 cases. */
const questions: Readonly<Record<string, (loop: Loop, last: number) => Promise<unknown>>> = {
  "all measures, with percentiles": (loop) => loop.measures({ percentiles: true }),
  ...Object.fromEntries(
    ["person", "department", "category", "服务线", "channel", "kind", "优先级", fewTexts, manyTexts].map((by) => [
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
  "a page of what concerns a person": (loop) => loop.list({ for: "li-na" }),
  "a page of a state that no case has": (loop) => loop.list({ state: "expired" }),
  "the oldest of a priority and a state": (loop) =>
    loop.list({ grades: { 优先级: "P1" }, state: "expired", order: "received" }),
  "a count of a kind that few cases have": (loop) => loop.count({ kind: "praise" }),
  "the health of a loop": (loop) => loop.health()
}

/** Bytes for each case: a median keeps a number, and a review the group of a closed case. */
const roomForEach = 8 * 40 + 100

const noServer: ServerTime = async () => 0

const bestOf = async (run: () => Promise<unknown>, server: ServerTime): Promise<number> =>
  Math.min(await cpuOf(run, server), await cpuOf(run, server), await cpuOf(run, server))

const cpuOf = async (run: () => Promise<unknown>, server: ServerTime): Promise<number> => {
  const before = await server()
  const began = process.threadCpuUsage()
  await run()
  const { user, system } = process.threadCpuUsage(began)
  return (user + system) / 1_000 + (await server()) - before
}

/** A store with a loop, and what was measured before the first question. */
interface Kept {
  readonly loop: Loop
  readonly server: ServerTime
  /** Where the cases are, and how many. */
  readonly where: string
  readonly isMany: boolean
}

/** Asks every question, and reports how long each took. `fewer`: the times of a store with a tenth of the cases. */
const askAll = async (
  { loop, server, where, isMany }: Kept,
  last: number,
  fewer: Map<string, number>,
  give: Parameters<Measure>[0]
): Promise<void> => {
  for (const [name, ask] of Object.entries(questions)) {
    const ms = await bestOf(() => ask(loop, last), server)
    const before = fewer.get(name)
    if (!isMany) fewer.set(name, ms)
    if (!isMany) continue
    give({ what: `${name}, ${where}`, ours: time(ms * 1e6), limit: "200 ms", ratio: ms / 200, target: 1 })
    if (before === undefined) continue
    // Times below a millisecond are not reliable.
    const growth = ms / Math.max(1, before)
    give({ what: "  over 10,000 cases", ours: `${growth.toFixed(1)} times`, limit: "10 times", ratio: growth / 10 })
  }
}

/** Reports how fast the cases of a store are read for the first time. */
const catchUp = async ({ loop, server, where, isMany }: Kept, events: number, give: Parameters<Measure>[0]) => {
  const rate = events / ((await cpuOf(() => loop.tick(), server)) / 1_000)
  give({
    what: `catching up, ${where}`,
    ours: `${Math.round(rate).toLocaleString("en")} events/s`,
    limit: "20,000 events/s",
    ratio: 20_000 / rate,
    ...(isMany ? { target: 1 } : {})
  })
}

/** Measures this subject. */
export const measure: Measure = async (give) => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-bench-"))
  const open = (name: string) => sqlite(join(folder, name), { synchronous: "normal" })
  const policy = writePolicy(join(folder, "policy"))
  try {
    const last = await fill(open("model.db"), policy)
    const model = open("model.db")
    const { keyOf, find } = model.keys
    // Copies are sealed with the keys of the original cases.
    const loopOn = (store: Store, events: EventStore = store.events): Promise<Loop> =>
      Hearback.open({
        policy,
        store: { ...store, events, keys: { ...store.keys, keyOf, find } },
        clock: { now: () => last + untilOver }
      })
    const fewer = new Map<string, number>()
    const peaks: number[] = []
    for (const count of sizes) {
      const store = open(`${count}.db`)
      const size = await copy(model.events, store.events, count)
      const peak = { bytes: 0, pages: 0, isWatched: false }
      const watch = (): void => {
        if (peak.isWatched && peak.pages++ % 20 === 0) peak.bytes = Math.max(peak.bytes, used())
      }
      const events: EventStore = {
        ...store.events,
        clearHistories: async (...at) => {
          watch()
          return store.events.clearHistories(...at)
        },
        projected: async (...at) => {
          watch()
          return store.events.projected(...at)
        }
      }
      const loop = await loopOn(store, events)
      const isMany = count === sizes.at(-1)
      const kept = { loop, server: noServer, where: `${count.toLocaleString("en")} cases`, isMany }
      await catchUp(kept, count * size, give)
      await askAll(kept, last, fewer, give)
      peak.isWatched = true
      await loop.measures()
      await loop.review("案例复盘")
      await loop.record.rebuild()
      await loop.measures()
      give({ what: "  heap meanwhile, at most", ours: bytes(peak.bytes), limit: "", ratio: Number.NaN })
      peaks.push(peak.bytes)
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
    const isThere = await onMeasuredServer(async ({ store, server, settle }) => {
      const [count = 0] = sizes.slice(-1)
      const size = await copy(model.events, store.events, count)
      await settle()
      const loop = await loopOn(store)
      const kept = { loop, server, where: `${count.toLocaleString("en")} cases on PostgreSQL`, isMany: true }
      await catchUp(kept, count * size, give)
      await askAll(kept, last, new Map(), give)
      await loop.close()
    })
    if (!isThere) give({ what: "no PostgreSQL is installed", ours: "", limit: "", ratio: Number.NaN })
    await model.events.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
