/** Changes entries in the file of a store, as an attacker would who knows how they are stored. */
import type { DatabaseSync } from "node:sqlite"
import { genesis, link, pack, type SealedEvent, unpack } from "@hearback/engine"
import { storedEvents } from "../../store-sql/src/entry/EntryRow.ts"

type Row = Readonly<Record<string, string | number | Uint8Array | null>>

const policyOf = (database: DatabaseSync, row: Row) => {
  const found = database.prepare("SELECT * FROM hearback_policy WHERE id = ?").get(row["policy"] as number) as Row
  return {
    id: Number(found["id"]),
    policy: String(found["policy"]),
    sample: (found["sample"] as Uint8Array | null) ?? undefined
  }
}

const entriesLike = (database: DatabaseSync, stream: string): readonly Row[] =>
  database.prepare("SELECT * FROM hearback_entry WHERE stream LIKE ? ORDER BY version").all(stream) as Row[]

/** Returns the texts of all entries, by position. */
export const saidIn = (database: DatabaseSync): readonly (readonly [stream: string, said: string])[] =>
  entriesLike(database, "%").map((row) => [
    String(row["stream"]),
    unpack(row["said"] as Uint8Array, policyOf(database, row).sample)
  ])

/** Changes the content of entries; returns the streams of those that changed. */
export const sayOtherwise = (database: DatabaseSync, change: (said: string) => string): readonly string[] =>
  entriesLike(database, "%").flatMap((row) => {
    const { sample } = policyOf(database, row)
    const said = unpack(row["said"] as Uint8Array, sample)
    const changed = change(said)
    if (changed === said) return []
    database
      .prepare("UPDATE hearback_entry SET said = ?, events = ? WHERE position = ?")
      .run(pack(changed, sample), (JSON.parse(changed) as unknown[]).length, row["position"] as number)
    return [String(row["stream"])]
  })

/** Computes the chain of a stream again, with its head. */
export const relink = (database: DatabaseSync, stream: string): void => {
  let hash = genesis
  for (const row of entriesLike(database, stream)) {
    const events = storedEvents(row, policyOf(database, row)) as unknown as [SealedEvent, ...SealedEvent[]]
    const version = Number(row["version"])
    const at = { tenant: String(row["tenant"]), stream, version: version - events.length + 1 }
    hash = link(hash, at, events)
    const bytes = Buffer.from(hash, "hex")
    database.prepare("UPDATE hearback_entry SET hash = ? WHERE position = ?").run(bytes, row["position"] as number)
    database.prepare("UPDATE hearback_stream SET hash = ?, version = ? WHERE stream = ?").run(bytes, version, stream)
  }
}
