/** Counts the results of the rows of a file. */
import { defined } from "@hearback/core"
import type { Receipt } from "../../index.ts"
import type { ReadRow } from "./FeedbackRow.ts"

/** The counted results. */
export interface Counts {
  readonly rows: number
  readonly opened: number
  readonly joined: number
  /** Rows that were submitted before with the same key. */
  readonly replayed: number
  readonly quarantined: number
  /** Rows that are stored and will be decided later, because an adapter failed. */
  readonly received: number
  /** Rows without a time. */
  readonly undated: number
  /** Rows without words. */
  readonly wordless: number
  /** Rows that are older than an earlier row. */
  readonly backwards: number
  /** For each reason (by its code), how many rows went into quarantine; their sum is `quarantined`. */
  readonly reasons: Readonly<Record<string, number>>
  /** Without a mapping: how many rows have each column that is named like no field. */
  readonly ignored: Readonly<Record<string, number>>
  /** A few texts that are no instant. */
  readonly instants: readonly string[]
  /** The reason, if every row failed for the same one. */
  readonly only?: string
  /** Whether every row has its result. */
  readonly addUp: boolean
}

interface Tally {
  row(found: ReadRow): void
  receipt(receipt: Receipt): void
  counts(): Counts
}

/** The number of texts that show how instants are written. */
const SHOWN = 50

/** Makes empty counts. */
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
  /** Whether to count rows that failed before, or that are decided later. */
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
