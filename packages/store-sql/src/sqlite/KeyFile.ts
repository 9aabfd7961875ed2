/**
 * The file of the keys: a separate SQLite file that only its owner may read, so that a copy of the store reveals
 * nothing. It is always synchronised to the disk, since an event whose key is lost cannot be read any more.
 */
import { randomUUID } from "node:crypto"
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, statSync } from "node:fs"
import { dirname } from "node:path"
import { type KeyStore, storeError } from "@hearback/engine"
import { number, text } from "../sql/RowDecoding.ts"
import type { SqlProgram } from "../sql/SqlProgram.ts"
import { makeSqlKeyStore } from "../store/SqlKeyStore.ts"
import { preparedTables, type Tables } from "../tables/Tables.ts"
import { type Connection, connect, needFolder } from "./Connection.ts"
import { sqliteDialect } from "./SqliteDialect.ts"

/** The file of the keys. */
export interface KeyFile {
  readonly id: string
  readonly keys: KeyStore
  readonly close: () => void
}

/** The tables of the keys. */
export const keyTables: Tables = {
  versionTable: "hearback_keys",
  witness: "hearback_key",
  version: 3,
  migrations: [
    { to: 3, expand: ["ALTER TABLE hearback_keys ADD COLUMN oldest INTEGER NOT NULL DEFAULT 2"], contract: [] }
  ],
  make: [
    "CREATE TABLE hearback_keys (version INTEGER NOT NULL, oldest INTEGER NOT NULL, id TEXT NOT NULL) STRICT",
    // Rows are only added, or overwritten in place with as many bytes, so a key never moves once it is written.
    `CREATE TABLE hearback_key (
      tenant TEXT NOT NULL,
      customer TEXT NOT NULL,
      secret BLOB NOT NULL,
      UNIQUE (tenant, customer)
    ) STRICT`,
    // The last checkpoint of the record. Kept here, it shows if the file of the record was restored to an earlier
    // state.
    `CREATE TABLE hearback_mark (tenant TEXT PRIMARY KEY, mark TEXT NOT NULL) STRICT`
  ]
}

/**
 * Opens the key file, making it for a new store. `expected`: the id of the file with which the store was made. If that
 * file is missing, no other is made in its place, since sealed data would be lost without an error.
 */
export const openKeyFile = (path: string, waitMs: number, expected: string | undefined): KeyFile => {
  const inMemory = path === "" || path === ":memory:"
  if (!inMemory && expected !== undefined && !existsSync(path)) return missing(path, expected)
  needFolder(path)
  if (!inMemory) makePrivate(path)
  const connection = connect(path, "full", waitMs)
  const id = prepared(connection)
  if (!inMemory) syncFolder(dirname(path))
  const { runner, close } = connection
  // Pages that are split must not keep an old copy of a key.
  const parts = { runner, beforeSecret: ["PRAGMA secure_delete = FAST"], scrub: () => scrub(connection, waitMs) }
  // A file that was deleted stays open, and keys written to it would be lost with this process.
  const isThere = async (): Promise<boolean> => inMemory || existsSync(path)
  return { id, keys: { ...makeSqlKeyStore(parts), isThere }, close }
}

/** Returns the id of the key file; closes the file if it cannot be used. */
const prepared = ({ inPlace, close }: Connection): string => {
  try {
    return inPlace(prepare)
  } catch (error) {
    close()
    throw error
  }
}

/**
 * Returns a key file that refuses everything. Without the keys nothing can be opened, sealed or destroyed, and nobody
 * can tell whether the record was restored to an earlier state.
 */
const missing = (path: string, id: string): KeyFile => {
  const refuse = async (): Promise<never> => {
    throw storeError("store/keys", `the key file \`${path}\` of this store is missing`)
  }
  return {
    id,
    keys: {
      keyOf: refuse,
      find: async () => undefined,
      isThere: async () => false,
      mark: refuse,
      setMark: refuse,
      destroy: refuse
    },
    close: () => {}
  }
}

/** Makes a file that only its owner can read. Files that SQLite makes beside it get the same rights. */
export const makePrivate = (path: string): void => {
  try {
    closeSync(openSync(path, "a", 0o600))
    if ((statSync(path).mode & 0o077) !== 0 && process.platform !== "win32") chmodSync(path, 0o600)
  } catch (error) {
    throw storeError("store/unavailable", `cannot open \`${path}\` for its owner alone`, error)
  }
}

/** Synchronises a folder, without which a new file may be lost in a power cut. Not every system can do that. */
const syncFolder = (path: string): void => {
  try {
    const folder = openSync(path, "r")
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch {
    // On such a system the system itself has to do it.
  }
}

function* prepare(): SqlProgram<string> {
  return text(yield* preparedTables(sqliteDialect, keyTables, true, { id: randomUUID() }), "id")
}

/**
 * Writes the log back and empties it, since it contains the page with the old key. Returns whether it could, which
 * another reading process may prevent.
 */
const scrub = async ({ execute }: Connection, waitMs: number): Promise<boolean> => {
  const until = Date.now() + waitMs
  for (;;) {
    const [row] = execute({ sql: "PRAGMA wal_checkpoint(TRUNCATE)", params: [] })
    if (row !== undefined && number(row, "busy") === 0) return true
    if (Date.now() >= until) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
