/** Rows into a store, in batches: memory is bounded by a batch, and whatever arrives is kept, readable or not. */
import { type Feedback, isHearbackError, type Loop, type Receipt } from "../../index.ts"
import { keyOf, type ReadRow, type RowOptions, readRow } from "./FeedbackRow.ts"
import type { Input } from "./Input.ts"

export interface Counts {
  readonly rows: number
  readonly opened: number
  readonly joined: number
  /** Came before with the same key. */
  readonly replayed: number
  readonly quarantined: number
  /** Had no time of their own. */
  readonly undated: number
  /** Had no words. */
  readonly wordless: number
  /** How many rows are in quarantine for each reason, by its slug. */
  readonly reasons: Readonly<Record<string, number>>
  /** Whether every row has its outcome, and every byte of the file is in a row or stands besides them. */
  readonly addUp: boolean
}

const BATCH = 100

export interface ImportOptions {
  readonly loop: Loop
  readonly row: RowOptions
  readonly signal: AbortSignal
  readonly limit: number
  readonly tell: (counts: Counts) => void
}

/** Feeds rows and counts what became of them. Throws when aborted; what is stored stays. */
export const importRows = async ({ rows, size }: Input, options: ImportOptions): Promise<Counts> => {
  const tally = makeTally()
  let [extent, isLimited] = [0, false]
  let batch: Good[] = []
  const flush = async (): Promise<void> => {
    const full = batch
    batch = []
    for (const receipt of await taken(full, options)) tally.receipt(receipt)
    options.tell(tally.counts())
  }
  for await (const row of rows.each) {
    options.signal.throwIfAborted()
    extent += row.extent
    const found = readRow(row, options.row)
    tally.row(found)
    if ("feedback" in found) {
      const twin = batch.find(({ key }) => key === found.key)
      if (twin === undefined || twin.raw === row.raw) batch.push({ ...found, raw: row.raw })
      else tally.receipt(await reused({ ...found, raw: row.raw }, options))
    } else tally.receipt(await parked(found, found.problem, options))
    if (batch.length >= BATCH) await flush()
    isLimited = tally.counts().rows >= options.limit
    if (isLimited) break
  }
  await flush()
  const counts = tally.counts()
  return { ...counts, addUp: counts.addUp && (isLimited || extent + rows.besides() === size()) }
}

interface Good {
  readonly key: string
  readonly feedback: Feedback
  readonly raw: string
}

const taken = async (batch: readonly Good[], options: ImportOptions): Promise<readonly Receipt[]> => {
  try {
    const receipts: Receipt[] = []
    for await (const receipt of options.loop.submitMany(batch, { signal: options.signal, batch: BATCH }))
      receipts.push(receipt)
    return receipts
  } catch (error) {
    if (!isHearbackError(error) || error.code !== "key/reused") throw error
    // One key stands for two different rows: all the others are taken, and the second one is kept apart.
    const receipts: Receipt[] = []
    for (const good of batch) receipts.push(await takenAlone(good, options))
    return receipts
  }
}

const takenAlone = async (good: Good, options: ImportOptions): Promise<Receipt> => {
  try {
    for await (const receipt of options.loop.submitMany([good])) return receipt
  } catch (error) {
    if (!isHearbackError(error) || error.code !== "key/reused") throw error
  }
  return reused(good, options)
}

/** The key came before with other words: kept apart, by the row's own key. */
const reused = ({ key, raw, feedback }: Good, options: ImportOptions): Promise<Receipt> =>
  parked({ key: keyOf({ raw }), raw, channel: feedback.channel }, `key/reused ${key}`, options)

type Unread = { readonly key: string; readonly raw: string; readonly channel: string }

const parked = ({ key, raw, channel }: Unread, reason: string, { loop }: ImportOptions): Promise<Receipt> =>
  loop.quarantine.put({ key, channel, raw, reason })

const makeTally = () => {
  let [rows, opened, joined, replayed, quarantined, undated, wordless] = [0, 0, 0, 0, 0, 0, 0]
  const reasons: Record<string, number> = {}
  return {
    row: (found: ReadRow): void => {
      rows += 1
      if (!("feedback" in found)) return
      if (!found.dated) undated += 1
      if (!found.worded) wordless += 1
    },
    receipt: (receipt: Receipt): void => {
      if (receipt.replayed) replayed += 1
      else if (receipt.outcome === "opened") opened += 1
      else if (receipt.outcome === "joined") joined += 1
      else quarantined += 1
      if ("owner" in receipt) return
      const slug = receipt.reason.split(" ")[0] ?? ""
      reasons[slug] = (reasons[slug] ?? 0) + 1
    },
    counts: (): Counts => ({
      rows,
      opened,
      joined,
      replayed,
      quarantined,
      undated,
      wordless,
      reasons: { ...reasons },
      addUp: rows === opened + joined + replayed + quarantined
    })
  }
}
