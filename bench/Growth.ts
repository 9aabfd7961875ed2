/**
 * What must not grow with the record: time and heap over 100,000 pieces of feedback, over 1,000 commands of one case,
 * and over 4,000 cases of one problem, which affect each other. Each tenth is measured. The last is compared with the
 * second, in which the code is warm and the cache of recent cases is full. A piece by a customer with 2,000 or 10,000
 * open cases is compared with one by a customer without any.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Hearback, type Loop } from "hearback"
import { sqlite } from "hearback/sqlite"
import type { Measure } from "./bench.ts"
import * as Examples from "./Examples.ts"
import { bytes, time } from "./Report.ts"

const pieces = 100_000
const commands = 1_000
const members = 4_000
const openCases = [2_000, 10_000] as const
/** The number of pieces that are timed. */
const sample = 300
const tenths = 10

interface Tenth {
  /** The thread's own time, which other programs on the computer do not lengthen.  Units: ns for each. */
  readonly ns: number
  /** Bytes in use after a garbage collection. */
  readonly heap: number
}

const used = (): number => {
  if (globalThis.gc === undefined) throw new Error("run with --expose-gc")
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Runs something so many times, and measures each tenth. */
const watched = async (count: number, run: (from: number, to: number) => Promise<void>): Promise<readonly Tenth[]> => {
  const found: Tenth[] = []
  for (let n = 0; n < tenths; n++) {
    const before = process.threadCpuUsage()
    await run((n * count) / tenths, ((n + 1) * count) / tenths)
    const { user, system } = process.threadCpuUsage(before)
    found.push({ ns: ((user + system) * 1_000 * tenths) / count, heap: used() })
  }
  return found
}

/** Measures this subject. */
export const measure: Measure = async (give) => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-bench-"))
  let now = 0
  const loop = await Hearback.open({
    policy: Examples.policyPath("itr-service"),
    store: sqlite(join(folder, "loop.db"), { synchronous: "normal" }),
    clock: { now: () => now }
  })
  const all = Examples.feedback(pieces)
  const tell = (what: string, found: readonly Tenth[]): void => {
    const [, second, last] = [0, found[1], found.at(-1)]
    if (second === undefined || last === undefined) return
    for (const [n, { ns, heap }] of found.entries())
      give({ what: `  ${what}, tenth ${n + 1}`, ours: time(ns), limit: `heap ${bytes(heap)}`, ratio: Number.NaN })
    give({
      what: `${what}: time, last tenth beside the second`,
      ours: time(last.ns),
      limit: time(second.ns),
      ratio: last.ns / second.ns,
      target: 1.5
    })
    give({
      what: `${what}: heap, last tenth beside the second`,
      ours: bytes(last.heap),
      limit: bytes(second.heap),
      ratio: last.heap / second.heap,
      target: 1.1
    })
  }
  try {
    const taken = await watched(pieces, async (from, to) => {
      const coming = function* () {
        for (const piece of all.slice(from, to)) {
          now = Date.parse(String(piece.feedback.received))
          yield piece
        }
      }
      for await (const { outcome } of loop.submitMany(coming()))
        if (outcome === "quarantined") throw new Error("a piece was not taken in")
    })
    tell(`a piece of ${pieces.toLocaleString("en")}`, taken)
    tell(`a command of ${commands.toLocaleString("en")} on one case`, await talk(loop, () => (now += 60_000)))
    tell(`a case of ${members.toLocaleString("en")} of one problem`, await joined(loop, () => (now += 60_000)))
    await repeat(loop, () => (now += 1_000), give)
  } finally {
    await loop.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One case to which the customer and staff write by turns. */
const talk = async (loop: Loop, minute: () => void): Promise<readonly Tenth[]> => {
  const receipt = await loop.submit({ channel: "热线", customer: "talker", verbatim: "发票金额不对" })
  if (receipt.outcome === "quarantined") throw new Error("the case was not opened")
  return watched(commands, async (from, to) => {
    for (let n = from; n < to; n++) {
      minute()
      const text = `第 ${n} 次来信，金额还是不对`
      const { ok } = await loop.execute(receipt.case, n % 2 ? { do: "note", text } : { do: "write", text })
      if (!ok) throw new Error(`command ${n} was refused`)
    }
  })
}

/** One customer who writes about new matters each time, and others who write for the first time. */
const repeat = async (loop: Loop, second: () => void, give: Parameters<Measure>[0]): Promise<void> => {
  const texts = Examples.differentTexts((openCases.at(-1) ?? 0) + sample)
  const firsts = Examples.differentTexts(2 * sample * openCases.length)
  let [written, cases] = [0, 0]
  const take = async (some: readonly string[], customer: (n: number) => string): Promise<number> => {
    const before = process.threadCpuUsage()
    for (const verbatim of some) {
      second()
      await loop.submit({ channel: "热线", customer: customer(written), verbatim })
      written += 1
    }
    const { user, system } = process.threadCpuUsage(before)
    return ((user + system) * 1_000) / some.length
  }
  const first = (): Promise<number> => take(firsts.splice(0, sample), (n) => `first-${n}`)
  await first()
  for (const count of openCases) {
    await take(texts.splice(0, count - cases), () => "writer")
    cases = count + sample
    const [alone, theirs] = [await first(), await take(texts.splice(0, sample), () => "writer")]
    give({
      what: `a piece by a customer of ${count.toLocaleString("en")} open cases, beside one of none`,
      ours: time(theirs),
      limit: time(alone),
      ratio: theirs / alone,
      target: 1.5
    })
  }
}

/** Many customers with one problem: each case is counted, and is told of the others. */
const joined = (loop: Loop, minute: () => void): Promise<readonly Tenth[]> =>
  watched(members, async (from, to) => {
    const coming = function* () {
      for (let n = from; n < to; n++) {
        minute()
        yield { feedback: { channel: "热线", customer: `member-${n}`, verbatim: "发票金额不对" } }
      }
    }
    for await (const { outcome } of loop.submitMany(coming()))
      if (outcome !== "opened") throw new Error("a case was not opened")
    while ((await loop.tick()).more);
  })
