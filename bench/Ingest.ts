/**
 * Taking in many: 5,000 pieces of feedback through the facade's `submitMany` on itr-service (compiled policy, people,
 * classification, grading, gates, clocks, messages, seals and hash chains), beside raw inserts of the very rows that
 * this leaves behind. A batch is 100 arrivals, the default.
 *
 * `as it comes` is taken in minutes after it was said. `of weeks ago` is an old heap: its promises were missed before
 * it came, so each piece brings reminders, misses and their notices along, and twice the rows.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Hearback, type Keyed } from "hearback"
import { sqlite } from "hearback/sqlite"
import type { Measure } from "./bench.ts"
import * as Examples from "./Examples.ts"
import { raceLater } from "./Race.ts"
import { record, replay, size } from "./RawStore.ts"
import { bytes, time } from "./Report.ts"

const count = 5_000
const batch = 100

const inFolder = async <T>(run: (file: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-bench-"))
  try {
    return await run(join(folder, "loop.db"))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A heap of feedback, and what the clock says when a piece of it is given. */
interface Heap {
  readonly name: string
  readonly pieces: readonly Keyed[]
  readonly clock: (piece: Keyed) => number
}

const receivedAt = ({ feedback }: Keyed): number => Date.parse(String(feedback.received))

/** Takes everything in; returns the milliseconds from the first piece to the last receipt. */
const take = async (file: string, { pieces, clock }: Heap, synchronous: "full" | "normal"): Promise<number> => {
  let now = 0
  const loop = await Hearback.open({
    policy: Examples.policyPath("itr-service"),
    store: sqlite(file, { synchronous }),
    // Told by the bench, so that every run stores the same instants.
    clock: { now: () => now }
  })
  const coming = function* (): Generator<Keyed> {
    for (const piece of pieces) {
      now = clock(piece)
      yield piece
    }
  }
  const began = performance.now()
  let opened = 0
  for await (const receipt of loop.submitMany(coming(), { batch })) if (receipt.outcome === "opened") opened += 1
  const ms = performance.now() - began
  await loop.close()
  if (opened !== pieces.length) throw new Error(`${pieces.length - opened} pieces were not taken in`)
  return ms
}

export const measure: Measure = async (give) => {
  const pieces = Examples.feedback(count)
  const keys = pieces.map(({ key }) => key ?? "")
  const later = Math.max(...pieces.map(receivedAt)) + 7 * 86_400_000
  const heaps: readonly Heap[] = [
    { name: "as it comes", pieces, clock: receivedAt },
    { name: "of weeks ago", pieces, clock: () => later }
  ]
  for (const heap of heaps) {
    const { recording, stored } = await inFolder(async (file) => {
      await take(file, heap, "normal")
      return { recording: record(file, keys, batch), stored: statSync(file).size }
    })
    for (const synchronous of ["normal", "full"] as const) {
      const raced = await raceLater(
        [
          { name: "ours", run: () => inFolder((file) => take(file, heap, synchronous)) },
          { name: "raw", run: () => inFolder((file) => replay(file, recording, synchronous)) }
        ],
        3
      )
      give({
        what: `a piece ${heap.name}, synchronous ${synchronous}`,
        ours: time(raced.ns("ours") / count),
        limit: `raw inserts ${time(raced.ns("raw") / count)}`,
        ratio: raced.ratio("ours", "raw"),
        target: 2
      })
    }
    give({
      what: `a piece ${heap.name}: rows, size on disk`,
      ours: (size(recording) / count).toFixed(1),
      limit: bytes(stored / count),
      ratio: Number.NaN
    })
  }
}
