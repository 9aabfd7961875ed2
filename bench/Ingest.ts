/**
 * Intake of many: 5,000 pieces of feedback by `submitMany` on itr-service (compiled policy, people, classification,
 * grading, gates, clocks, messages, seals and hash chains). It is compared with raw inserts of the same content, a row
 * for each event and each message, and with inserts of the very rows that the product writes. A batch is 100 arrivals,
 * the default.
 *
 * Each is measured by the clock, which has the target, and by the thread's own time, which other programs on the
 * computer do not lengthen. `as it comes` is taken minutes after it was said. `of weeks ago` is old feedback: its
 * promises were missed before its intake, so each piece brings reminders, misses and notices, and twice the rows. `one
 * by one` is `submit`: three transactions for each piece.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Hearback, type Keyed, type Receipt } from "hearback"
import { sqlite } from "hearback/sqlite"
import type { Measure } from "./bench.ts"
import * as Examples from "./Examples.ts"
import { type Raced, raceLater, type Timed, timer } from "./Race.ts"
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

/** Some feedback, and the clock's time when each piece is given. */
interface Heap {
  readonly name: string
  readonly pieces: readonly Keyed[]
  readonly clock: (piece: Keyed) => number
}

const receivedAt = ({ feedback }: Keyed): number => Date.parse(String(feedback.received))

/** Returns whether a piece was taken. One in thousands repeats another one of its customer and joins it. */
const isTaken = ({ outcome }: Receipt): boolean => outcome === "opened" || outcome === "joined"

/** Takes everything, in batches or one by one; returns the time from the first piece to the last receipt. */
const take = async (
  file: string,
  { pieces, clock }: Heap,
  synchronous: "full" | "normal",
  size: number
): Promise<Timed> => {
  let now = 0
  const loop = await Hearback.open({
    policy: Examples.policyPath("itr-service"),
    store: sqlite(file, { synchronous }),
    // The bench sets the clock, so that every run stores the same instants.
    clock: { now: () => now }
  })
  const coming = function* (): Generator<Keyed> {
    for (const piece of pieces) {
      now = clock(piece)
      yield piece
    }
  }
  const stop = timer()
  let taken = 0
  if (size === 1)
    for (const { feedback, key } of coming()) {
      const receipt = await loop.submit(feedback, key === undefined ? {} : { key })
      if (isTaken(receipt)) taken += 1
    }
  else for await (const receipt of loop.submitMany(coming(), { batch: size })) if (isTaken(receipt)) taken += 1
  const took = stop()
  await loop.close()
  if (taken !== pieces.length) throw new Error(`${pieces.length - taken} pieces were not taken in`)
  return took
}

/** Measures this subject. */
export const measure: Measure = async (give) => {
  const pieces = Examples.feedback(count)
  const later = Math.max(...pieces.map(receivedAt)) + 7 * 86_400_000
  await beside(give, { name: "as it comes", pieces, clock: receivedAt }, batch)
  await beside(give, { name: "of weeks ago", pieces, clock: () => later }, batch)
  await beside(give, { name: "one by one", pieces: pieces.slice(0, 500), clock: receivedAt }, 1)
}

const beside = async (give: Parameters<Measure>[0], heap: Heap, many: number): Promise<void> => {
  const { name, pieces } = heap
  const keys = pieces.map(({ key }) => key ?? "")
  const { recordings, stored } = await inFolder(async (file) => {
    await take(file, heap, "normal", many)
    return { recordings: await record(file, keys, many), stored: sizeOf(file) }
  })
  const sides = { raw: recordings.plain, "our rows": recordings.ours }
  for (const synchronous of ["normal", "full"] as const) {
    const { wall, thread } = await raceLater(
      [
        { name: "ours", run: () => inFolder((file) => take(file, heap, synchronous, many)) },
        ...Object.entries(sides).map(([name, recording]) => ({
          name,
          run: () => inFolder((file) => replay(file, recording, synchronous))
        }))
      ],
      3
    )
    const beside = (raw: string, timed: Raced, what: string, target?: number): void =>
      give({
        what,
        ours: time(timed.ns("ours") / pieces.length),
        limit: `${raw} ${time(timed.ns(raw) / pieces.length)}`,
        ratio: timed.ratio("ours", raw),
        ...(target === undefined ? {} : { target })
      })
    beside("raw", wall, `a piece ${name}, synchronous ${synchronous}`, 2)
    beside("our rows", wall, "  beside inserts of our very rows")
    beside("raw", thread, "  of it the thread's own time")
  }
  give({
    what: `a piece ${name}: rows, size on disk`,
    ours: (size(recordings.ours) / pieces.length).toFixed(1),
    limit: bytes(stored / pieces.length),
    ratio: Number.NaN
  })
  give({
    what: `MB for 100,000 of them ${name}`,
    ours: String(Math.round(stored / pieces.length / 10)),
    limit: "500",
    ratio: stored / pieces.length / 5_000,
    ...(many === batch ? { target: 1 } : {})
  })
}

/** Returns the size of the store and its keys, with all tables and indexes. */
const sizeOf = (file: string): number => statSync(file).size + statSync(`${file}.keys`).size
