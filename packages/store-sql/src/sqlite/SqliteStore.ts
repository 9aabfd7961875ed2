/**
 * The store in one SQLite file, and its keys in another one beside it: the default without a server. Several processes
 * may share both (write-ahead log, one writer at a time). The host's own tables may be in the store's file, so that the
 * host's transactions can include the store.
 */
import { randomUUID } from "node:crypto"
import { type EventStore, type KeyStore, storeError } from "@hearback/engine"
import { text } from "../sql/RowDecoding.ts"
import type { SqlProgram } from "../sql/SqlProgram.ts"
import { makeSqlStore } from "../store/SqlStore.ts"
import { preparedTables, versionRow } from "../tables/Tables.ts"
import { connect } from "./Connection.ts"
import { type KeyFile, openKeyFile } from "./KeyFile.ts"
import { recordTables } from "./RecordTables.ts"
import { sqliteDialect } from "./SqliteDialect.ts"

/** The options of a store in a SQLite file. */
export interface SqliteOptions {
  /**
   * What survives a power cut. `full`, the default: everything that was answered. `normal`: the last moments may be
   * lost, always whole and from the end. A crash of the process loses nothing in either case; keys always survive.
   */
  readonly synchronous?: "full" | "normal"
  /** How long to wait for another writer.  Units: ms. Default 5000. */
  readonly waitMs?: number
  /** The path of the file with the keys. Default: the path of the store with `.keys` at its end. */
  readonly keys?: string
}

/** A store in a SQLite file, with its keys. */
export interface SqliteStore extends EventStore {
  /** The keys of customers, in a file of their own. */
  readonly keys: KeyStore
}

/**
 * Opens a store, making its files when there are none. Where the key file of a store is missing, what is sealed cannot be
 * read, and nothing can be sealed or erased: the rest can be read.
 *
 * Errors: throws `store/schema` when a newer version wrote a file, `store/unavailable` when one cannot be opened,
 * `store/folder` when its folder is not there, `store/keys` when the keys are those of another store.
 */
export const sqlite = (
  path: string,
  { synchronous = "full", waitMs = 5000, keys: keyPath = keyPathOf(path) }: SqliteOptions = {}
): SqliteStore => {
  const { runner, inPlace, close } = connect(path, synchronous, waitMs)
  let keyFile: KeyFile | undefined
  const closeAll = (): void => {
    close()
    keyFile?.close()
  }
  try {
    // A key must be on the disk before the first event that is sealed with it, so the file of the keys is made before
    // that of the events.
    keyFile = openKeyFile(keyPath, waitMs, inPlace(keyFileOf))
    const { id, keys } = keyFile
    const storeId = inPlace(() => prepare(id))
    const store = makeSqlStore({ runner, dialect: sqliteDialect, storeId, close: async () => closeAll() })
    return { ...store, keys }
  } catch (error) {
    closeAll()
    throw error
  }
}

/** Returns the path of the key file. A store in memory has its keys in memory. */
export const keyPathOf = (path: string): string => (path === "" || path === ":memory:" ? path : `${path}.keys`)

/** Returns the id of the key file with which the store was made; undefined for a new store. */
function* keyFileOf(): SqlProgram<string | undefined> {
  const found = yield* versionRow(sqliteDialect, recordTables)
  return found && text(found, "keys_id")
}

/** Makes the tables of a new file and migrates those of an old one; returns the store's id. */
function* prepare(keysId: string): SqlProgram<string> {
  const identity = { store_id: randomUUID(), keys_id: keysId }
  const found = yield* preparedTables(sqliteDialect, recordTables, true, identity)
  if (text(found, "keys_id") !== keysId) throw storeError("store/keys", "the key file is that of another store")
  return text(found, "store_id")
}
