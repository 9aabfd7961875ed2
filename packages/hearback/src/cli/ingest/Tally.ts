/** What became of the rows of a file, counted as they come. */
import { defined } from "@hearback/core"
import type { Receipt } from "../../index.ts"
import type { ReadRow } from "./FeedbackRow.ts"

export interface Counts {
  readonly rows: number
  readonly opened: number
  readonly joined: number
  /** Came before with the same key. */
  readonly replayed: number
  readonly quarantined: number
  /** Stored, and decided later since an adapter failed. */
  readonly received: number
  /** Had no time of their own. */
  readonly undated: number
  /** Had no words. */
  readonly wordless: number
  /** Are older than a row before them. */
  readonly backwards: number
  /** How many of the rows went into quarantine for each reason, by its slug: they add up to `quarantined`. */
  readonly reasons: Readonly<Record<string, number>>
  /** Where nothing is mapped: how many rows have a column that is called like no field. */
  readonly ignored: Readonly<Record<string, number>>
  /** Texts that are no instant, a few of them. */
  readonly instants: readonly string[]
  /** The one reason for which every row failed. */
  readonly only?: string
  /** Whether every row has its outcome. */
  readonly addUp: boolean
}

interface Tally {
  row(found: ReadRow): void
  receipt(receipt: Receipt): void
  counts(): Counts
}

/** So many texts show how instants are written. */
const SHOWN = 50

export const makeTally = (): Tally => {
  const count = {
    rows: 0,
    opened: 0,
    joined: 0,
    replayed: 0,
    quarantined: 0,
    received: 0,
    undated: 0,
    wordless: 0,
    backwards: 0
  }
  const reasons = new Map<string, number>()
  /** Also of rows that failed before, or that are decided later. */
  const failed = new Set<string>()
  const ignored = new Map<string, number>()
  const instants: string[] = []
  let [landed, latest] = [0, Number.NEGATIVE_INFINITY]
  return {
    row: (found) => {
      count.rows += 1
      if ("problem" in found) {
        const text = /^row\/no-instant (.+)$/s.exec(found.problem)?.[1]
        if (text !== undefined && instants.length < SHOWN) instants.push(text)
        return
      }
      if (!found.worded) count.wordless += 1
      for (const name of found.unused) add(ignored, name)
      if (found.at === undefined) count.undated += 1
      else if (found.at < latest) count.backwards += 1
      else latest = found.at
    },
    receipt: (receipt) => {
      if ("owner" in receipt) landed += 1
      count[receipt.replayed ? "replayed" : receipt.outcome] += 1
      if ("owner" in receipt) return
      const slug = receipt.reason.split(" ")[0] ?? ""
      failed.add(slug)
      if (receipt.outcome === "quarantined" && !receipt.replayed) add(reasons, slug)
    },
    counts: () => {
      const { rows, opened, joined, replayed, quarantined, received } = count
      const [only, ...others] = failed
      return defined({
        ...count,
        reasons: Object.fromEntries(reasons),
        ignored: Object.fromEntries(ignored),
        instants,
        only: landed === 0 && others.length === 0 ? only : undefined,
        addUp: rows === opened + joined + replayed + quarantined + received
      })
    }
  }
}

const add = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
