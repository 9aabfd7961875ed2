/**
 * The store in one SQLite file: the embedded default. Several processes may share the file (write-ahead log, one
 * writer at a time); the host's own tables may stand in it too, so its transactions reach the store.
 */
import { randomUUID } from "node:crypto"
import type { DatabaseSync } from "node:sqlite"
import { type EventStore, type KeyStore, storeError } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import type { ProgramRunner } from "../sql/ProgramRunner.ts"
import { number, text } from "../sql/RowDecoding.ts"
import { atomically, query, type Row, runNow, type SqlProgram, type Statement } from "../sql/SqlProgram.ts"
import { makeSqlKeyStore, makeSqlStore } from "../store/SqlStore.ts"
import { executor, isBusy, openDatabase } from "./NodeSqlite.ts"
import { sqliteDialect } from "./SqliteDialect.ts"

export interface SqliteOptions {
  /**
   * `full`: what was answered survives a power cut (the default). `normal`: the last moments before a power cut may
   * be lost, as a whole and from the end; a crash of the process loses nothing either way.
   */
  readonly synchronous?: "full" | "normal"
  /** How long to wait for another writer, in ms. Default 5000. */
  readonly waitMs?: number
}

export interface SqliteStore extends EventStore {
  /** Keys of customers, in the same file. */
  readonly keys: KeyStore
}

/** The version of the schema that this code writes. */
const schemaVersion = 2

/** Waiting inside SQLite blocks the process, so only a moment of it is; the rest is waited for outside. */
const blockingWaitMs = 20

/**
 * Opens a store, making the file when there is none.
 * Errors: throws `store/schema` when a newer version wrote the file, `store/unavailable` when it cannot be opened.
 */
export const sqlite = (path: string, { synchronous = "full", waitMs = 5000 }: SqliteOptions = {}): SqliteStore => {
  const database = open(path, synchronous, waitMs)
  const execute = executor(database)
  const storeId = runNow(
    atomically(sqliteDialect.transaction, prepare(sqliteDialect), () => true),
    execute
  )
  const runner = makeRunner(database, execute, waitMs)
  const parts = { runner, dialect: sqliteDialect, storeId }
  const close = async (): Promise<void> => {
    if (database.isOpen) database.close()
  }
  // Until the log is written back, it still holds the page with the old key.
  const scrub = async (): Promise<void> => {
    execute({ sql: "PRAGMA wal_checkpoint(TRUNCATE)", params: [] })
  }
  return { ...makeSqlStore({ ...parts, close }), keys: makeSqlKeyStore(parts, scrub) }
}

const open = (path: string, synchronous: "full" | "normal", waitMs: number): DatabaseSync => {
  try {
    const database = openDatabase(path, waitMs)
    // Two processes that turn a new file into WAL at once meet a lock that SQLite's own waiting does not cover.
    waitInPlace(waitMs, () => database.exec("PRAGMA journal_mode = WAL"))
    database.exec(`PRAGMA synchronous = ${synchronous}`)
    // 16 MB: the pages that a batch touches stay in memory until it commits.
    database.exec("PRAGMA cache_size = -16000")
    waitInPlace(waitMs, () => database.exec("BEGIN IMMEDIATE; COMMIT"))
    database.exec(`PRAGMA busy_timeout = ${Math.min(blockingWaitMs, waitMs)}`)
    return database
  } catch (error) {
    throw storeError("store/unavailable", `cannot open \`${path}\``, error)
  }
}

/** Opening is the one thing done while nothing else can be: it waits in place. */
const waitInPlace = (waitMs: number, run: () => void): void => {
  const until = Date.now() + waitMs
  for (;;)
    try {
      run()
      return
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
}

/** Creates the tables in a new file, checks the version of an old one; returns the store's id. */
function* prepare(dialect: Dialect): SqlProgram<string> {
  yield* query(dialect.versionTable)
  const [found] = yield* query("SELECT version, store_id FROM hearback_schema")
  if (found === undefined) {
    const id = randomUUID()
    for (const sql of dialect.schema) yield* query(sql)
    yield* query("INSERT INTO hearback_schema (version, store_id) VALUES (?, ?)", schemaVersion, id)
    return id
  }
  const version = number(found, "version")
  if (version !== schemaVersion)
    throw storeError(
      "store/schema",
      `the file has version ${version} of the tables, this program knows version ${schemaVersion}`
    )
  return text(found, "store_id")
}

const makeRunner = (
  database: DatabaseSync,
  execute: (statement: Statement) => readonly Row[],
  waitMs: number
): ProgramRunner => {
  const whenOpen = (): void => {
    if (!database.isOpen) throw storeError("store/closed", "the store is closed")
  }
  const patiently = async <T>(run: () => T): Promise<T> => {
    const until = Date.now() + waitMs
    for (let tries = 0; ; tries++) {
      whenOpen()
      try {
        return withStoreErrors(run)
      } catch (error) {
        if (!isBusy((error as Error).cause) || Date.now() >= until) throw error
      }
      // Outside SQLite, so that who holds the lock can go on, also in this process.
      await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * Math.min(50, 2 ** tries)))
    }
  }
  return {
    read: (program) => patiently(() => runNow(program(), execute)),
    write: (program, keep = () => true) =>
      patiently(() => runNow(atomically(sqliteDialect.transaction, program(), keep), execute))
  }
}

/** Errors of SQLite become the store's; those of the caller (what is not JSON) stay as they are. */
const withStoreErrors = <T>(run: () => T): T => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Error && "errcode" in error)) throw error
    throw storeError("store/unavailable", isBusy(error) ? "the file is locked by another writer" : error.message, error)
  }
}
