/** Imports rows into a store in batches. Memory is bounded by a batch, and every arrival is kept, readable or not. */
import { defined } from "@hearback/core"
import type { Feedback, Loop, Receipt } from "../../index.ts"
import type { FileRows } from "../file/Row.ts"
import { type ReadRow, type RowOptions, readRow } from "./FeedbackRow.ts"
import type { IngestInput } from "./Input.ts"
import { type Counts, makeTally } from "./Tally.ts"

const BATCH = 100

/** How rows are imported. */
export interface ImportOptions {
  readonly loop: Loop
  readonly row: RowOptions
  readonly signal: AbortSignal
  readonly limit: number
  /** Whether to import rows in the order of their instants; all of them are then held in memory. */
  readonly isSorted: boolean
  /** Whether to continue if the first rows all fail for one reason. */
  readonly keepGoing: boolean
  readonly tell: (counts: Counts) => void
}

/** Submits the rows of a file to the loop and counts the results. Throws when aborted; what is stored stays. */
export const importRows = async ({ rows, size }: IngestInput, options: ImportOptions): Promise<Counts> => {
  const tally = makeTally()
  let [extent, isEnded] = [0, false]
  let batch: ReadRow[] = []
  const isStopped = (): boolean => {
    const { rows: count, only } = tally.counts()
    return count === BATCH && !options.keepGoing && only !== undefined
  }
  const flush = async (): Promise<void> => {
    const full = batch
    batch = []
    for (const receipt of await taken(full, options)) tally.receipt(receipt)
    options.tell(tally.counts())
  }
  for await (const found of readRows(rows, options)) {
    options.signal.throwIfAborted()
    extent += found.extent
    tally.row(found)
    batch.push(found)
    if (batch.length >= BATCH) await flush()
    isEnded = tally.counts().rows >= options.limit || isStopped()
    if (isEnded) break
  }
  await flush()
  const { only, ...counts } = tally.counts()
  const isWhole = isEnded || extent + rows.besides() === size()
  return { ...counts, addUp: counts.addUp && isWhole, ...(isStopped() ? defined({ only }) : {}) }
}

/** Reads rows in the order of the file, or of their instants. */
async function* readRows(rows: FileRows, { row: how, isSorted }: ImportOptions): AsyncGenerator<Extended> {
  const held: Extended[] = []
  for await (const row of rows.each) {
    const found = { ...readRow(row, how), extent: row.extent }
    if (isSorted) held.push(found)
    else yield found
  }
  // Rows of one instant are sorted by their keys, so that the order of the file does not matter.
  yield* held.sort((a, b) => atOf(a) - atOf(b) || (a.own < b.own ? -1 : a.own > b.own ? 1 : 0))
}

type Extended = ReadRow & { readonly extent: number }

/** Sorts a row without an instant last. */
const atOf = (row: ReadRow): number => ("feedback" in row ? (row.at ?? Number.MAX_VALUE) : Number.MAX_VALUE)

type Good = Extract<ReadRow, { readonly feedback: Feedback }>

/** Submits a batch. The receipts are not in the order of its rows. */
const taken = async (batch: readonly ReadRow[], options: ImportOptions): Promise<readonly Receipt[]> => {
  const receipts: Receipt[] = []
  const good = batch.filter((row): row is Good => "feedback" in row)
  for (const row of batch) if ("problem" in row) receipts.push(await options.loop.quarantine.put(unreadOf(row)))
  const given = options.loop.submitMany(good, { signal: options.signal, batch: BATCH })
  let at = 0
  for await (const receipt of given) {
    receipts.push(receipt)
    const row = good[at]
    at += 1
    // An earlier run may have put it into quarantine because it could not read it.
    if (row !== undefined && row.own !== row.key)
      await options.loop.quarantine.settle(row.own, "owner" in receipt ? { case: receipt.case } : {})
  }
  return receipts
}

const unreadOf = ({ own, source, channel, problem }: Exclude<ReadRow, Good>) => {
  const { raw, ...place } = source
  return { key: own, channel, raw, reason: problem, source: place }
}
