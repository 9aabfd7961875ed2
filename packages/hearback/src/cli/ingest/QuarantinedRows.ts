/**
 * Reads rows of files again that wait in quarantine: with a better mapping, another encoding, or a changed policy.
 */
import { defined } from "@hearback/core"
import type { Loop, Quarantined, Receipt } from "../../index.ts"
import { readRecord } from "../file/Csv.ts"
import { readCells } from "../file/CsvRecord.ts"
import { readObject } from "../file/Ndjson.ts"
import { type FileRow, undecodable } from "../file/Row.ts"
import { type RowOptions, readRow } from "./FeedbackRow.ts"
import type { Counts } from "./Tally.ts"
import { makeTally } from "./Tally.ts"

/** How rows are read again. */
export interface RereadOptions {
  readonly loop: Loop
  readonly mapping: RowOptions["mapping"]
  /** The channel of rows that name none; without it each keeps the one through which it came. */
  readonly channel: string | undefined
  /** The encoding of the file; without it only rows that could be decoded are read. */
  readonly encoding: string | undefined
}

/** Reads entries again and counts the results. What still cannot be read stays unchanged. */
export const rereadRows = async (entries: readonly Quarantined[], options: RereadOptions): Promise<Counts> => {
  const tally = makeTally()
  for (const entry of entries) {
    const { source = {} } = entry
    const { file: name, head, delimiter, history } = source
    const file = defined({ file: name, head, delimiter, history })
    const { mapping, channel = entry.channel, encoding } = options
    const read = readRow(rowOf(entry, encoding), { mapping, channel, undated: () => undefined, file })
    const found = { ...read, own: source.row ?? read.own, source: { ...read.source, ...source } }
    tally.row(found)
    const receipt = "problem" in found ? stays(entry, found.problem) : await taken(entry, found, options.loop)
    // An entry that stays is no repetition, because it was meant to leave quarantine.
    tally.receipt(receipt.outcome === "quarantined" ? { ...receipt, replayed: false } : receipt)
  }
  return tally.counts()
}

type Read = Extract<ReturnType<typeof readRow>, { readonly key: string }>

const taken = async (entry: Quarantined, found: Read, loop: Loop): Promise<Receipt> => {
  const hasOwnKey = found.key !== found.own && found.key !== entry.key
  if (!hasOwnKey) return loop.quarantine.release(entry.key, found.feedback)
  const { key, feedback, source } = found
  const received = feedback.received ?? entry.receivedAt
  for await (const receipt of loop.submitMany([{ key, feedback: { ...feedback, received }, source }])) {
    const isElsewhere = "owner" in receipt || receipt.id !== entry.id
    if (isElsewhere) await loop.quarantine.settle(entry.key, "owner" in receipt ? { case: receipt.case } : {})
    return receipt
  }
  return stays(entry, entry.reason)
}

const stays = ({ id, key, message }: Quarantined, reason: string): Receipt => ({
  outcome: "quarantined",
  case: id,
  id,
  key,
  reason,
  message,
  replayed: false
})

const rowOf = ({ raw, source = {} }: Quarantined, encoding: string | undefined): FileRow => {
  const bytes = source.bytes === undefined ? Buffer.from(raw) : Buffer.from(source.bytes, "base64")
  const text = source.bytes === undefined ? raw : decoded(bytes, encoding)
  const place = { line: source.line ?? 0, raw: text ?? raw, bytes, extent: 0 }
  if (text === undefined) return { ...place, isBroken: true, problem: undecodable(encoding ?? "utf-8") }
  const { head, delimiter } = source
  if (head === undefined || delimiter === undefined) return { ...place, ...readObject(text) }
  const columns = readCells(head, delimiter, { relaxed: true })
  return { ...place, ...readRecord(text, { delimiter, columns: "cells" in columns ? columns.cells : [] }) }
}

const decoded = (bytes: Uint8Array, encoding: string | undefined): string | undefined => {
  try {
    return new TextDecoder(encoding ?? "utf-8", { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
