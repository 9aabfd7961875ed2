/**
 * The file of the keys: a SQLite file of its own that its owner alone may read, so that a copy of the store tells nothing.
 * It is written through to the disk whatever the store does, since an event whose key is lost is lost.
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

export interface KeyFile {
  readonly id: string
  readonly keys: KeyStore
  readonly close: () => void
}

export const keyTables: Tables = {
  versionTable: "hearback_keys",
  witness: "hearback_key",
  version: 3,
  migrations: [
    { to: 3, expand: ["ALTER TABLE hearback_keys ADD COLUMN oldest INTEGER NOT NULL DEFAULT 2"], contract: [] }
  ],
  make: [
    "CREATE TABLE hearback_keys (version INTEGER NOT NULL, oldest INTEGER NOT NULL, id TEXT NOT NULL) STRICT",
    // Rows are only added, and overwritten in place by as many bytes: a key never moves once it is written.
    `CREATE TABLE hearback_key (
      tenant TEXT NOT NULL,
      customer TEXT NOT NULL,
      secret BLOB NOT NULL,
      UNIQUE (tenant, customer)
    ) STRICT`,
    // The last checkpoint of the record: counted here, it shows that the file of the record was put back.
    `CREATE TABLE hearback_mark (tenant TEXT PRIMARY KEY, mark TEXT NOT NULL) STRICT`
  ]
}

/**
 * Opens the key file, making it for a new store. `expected` is the id of the file that the store was made with: where that
 * is missing no other is made in its place, since what was sealed would be lost without a word.
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
  // Pages that are split must not keep a stale copy of a key.
  const parts = { runner, beforeSecret: ["PRAGMA secure_delete = FAST"], scrub: () => scrub(connection, waitMs) }
  // A file that is removed stays open, and what is written to it is gone with this process.
  const isThere = async (): Promise<boolean> => inMemory || existsSync(path)
  return { id, keys: { ...makeSqlKeyStore(parts), isThere }, close }
}

/** A key file that cannot be used is let go of. */
const prepared = ({ inPlace, close }: Connection): string => {
  try {
    return inPlace(prepare)
  } catch (error) {
    close()
    throw error
  }
}

/**
 * Nothing can be opened without its key, nothing is sealed under a key that only looks like it, and nothing is destroyed
 * that stands somewhere else. Without what it counts nobody can tell whether the record was put back.
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

/** Makes the file for its owner alone; the files that SQLite puts beside it are made alike. */
export const makePrivate = (path: string): void => {
  try {
    closeSync(openSync(path, "a", 0o600))
    if ((statSync(path).mode & 0o077) !== 0 && process.platform !== "win32") chmodSync(path, 0o600)
  } catch (error) {
    throw storeError("store/unavailable", `cannot open \`${path}\` for its owner alone`, error)
  }
}

/** The name of a new file survives a power cut only once its folder is on the disk; not every system opens folders. */
const syncFolder = (path: string): void => {
  try {
    const folder = openSync(path, "r")
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch {
    // Then the system itself has to see to it.
  }
}

function* prepare(): SqlProgram<string> {
  return text(yield* preparedTables(sqliteDialect, keyTables, true, { id: randomUUID() }), "id")
}

/**
 * Writes the log back and empties it: until then it holds the page with the old key. Returns whether it could, which
 * another process that is reading may prevent.
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
