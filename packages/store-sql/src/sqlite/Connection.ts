/** A connection to a SQLite file, and the runner of programs on it. */
import { existsSync } from "node:fs"
import { dirname } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { storeError } from "@hearback/engine"
import type { ProgramRunner } from "../sql/ProgramRunner.ts"
import { atomically, runNow, type SqlProgram } from "../sql/SqlProgram.ts"
import { type Execute, executor, fileError, isBusy, openDatabase } from "./NodeSqlite.ts"
import { sqliteDialect } from "./SqliteDialect.ts"

/** A connection to a file. */
export interface Connection {
  readonly execute: Execute
  readonly runner: ProgramRunner
  /** Runs a program and blocks the process meanwhile. Used only for opening, before anything else can happen. */
  readonly inPlace: <T>(program: () => SqlProgram<T>) => T
  readonly close: () => void
}

/** How long calls may follow on each other before timers, signals and requests of the process have their turn.  Units: ms. */
const turnMs = 10
let turnedAt = performance.now()

/**
 * How long SQLite itself waits for a lock, which blocks the process; longer waits happen outside of SQLite.  Units: ms.
 */
const blockingWaitMs = 20

/**
 * Connects to a file, making it if it does not exist.  Errors: throws `store/unavailable` if it cannot be opened,
 * `store/folder`.
 */
export const connect = (path: string, synchronous: "full" | "normal", waitMs: number): Connection => {
  const database = open(path, synchronous, waitMs)
  const execute = executor(database)
  return {
    execute,
    runner: makeRunner(database, execute, waitMs),
    inPlace: (program) =>
      withStoreErrors(() =>
        waitInPlace(waitMs, () =>
          runNow(
            atomically(sqliteDialect.transaction, program(), () => true),
            execute
          )
        )
      ),
    close: () => {
      if (database.isOpen) database.close()
    }
  }
}

/** Checks that the folder of a file exists.  Errors: throws `store/folder` if it does not. */
export const needFolder = (path: string): void => {
  const folder = dirname(path)
  if (path !== "" && path !== ":memory:" && !existsSync(folder))
    throw storeError("store/folder", `there is no folder \`${folder}\``)
}

const open = (path: string, synchronous: "full" | "normal", waitMs: number): DatabaseSync => {
  needFolder(path)
  let opened: DatabaseSync | undefined
  try {
    const database = openDatabase(path, waitMs)
    opened = database
    // Two processes that switch a new file to WAL at once meet a lock for which SQLite's own waiting does not work.
    waitInPlace(waitMs, () => database.exec("PRAGMA journal_mode = WAL"))
    database.exec(`PRAGMA synchronous = ${synchronous}`)
    // 16 MB, so that the pages of a batch stay in memory until it commits.
    database.exec("PRAGMA cache_size = -16000")
    waitInPlace(waitMs, () => database.exec("BEGIN IMMEDIATE; COMMIT"))
    database.exec(`PRAGMA busy_timeout = ${Math.min(blockingWaitMs, waitMs)}`)
    return database
  } catch (error) {
    opened?.close()
    throw fileError(error, `cannot open \`${path}\``)
  }
}

/** Waits for a lock and blocks the process. Used only for opening, before anything else can happen. */
const waitInPlace = <T>(waitMs: number, run: () => T): T => {
  const until = Date.now() + waitMs
  for (;;)
    try {
      return run()
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
}

const makeRunner = (database: DatabaseSync, execute: Execute, waitMs: number): ProgramRunner => {
  const whenOpen = (): void => {
    if (!database.isOpen) throw storeError("store/closed", "the store is closed")
  }
  const patiently = async <T>(run: () => T): Promise<T> => {
    // SQLite answers without waiting, so a loop of awaited calls would never come back to the event loop.
    if (performance.now() - turnedAt > turnMs) {
      await new Promise((resolve) => setImmediate(resolve))
      turnedAt = performance.now()
    }
    const until = Date.now() + waitMs
    for (let tries = 0; ; tries++) {
      whenOpen()
      try {
        return withStoreErrors(run)
      } catch (error) {
        if (!isBusy((error as Error).cause) || Date.now() >= until) throw error
      }
      // Waits outside of SQLite, so that the holder of the lock can continue, also in this process.
      await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * Math.min(50, 2 ** tries)))
    }
  }
  return {
    // A reader may meet tables that another program has changed; the error names them, and nothing is written.
    read: (program) => patiently(() => runNow(program(), (statement) => execute(statement, "rounds"))),
    write: (program, keep = () => true) =>
      patiently(() => runNow(atomically(sqliteDialect.transaction, program(), keep), execute))
  }
}

/**
 * Runs a function and converts errors of SQLite to the store's. Errors of the caller (a value that is not JSON) stay.
 */
const withStoreErrors = <T>(run: () => T): T => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Error && "errcode" in error)) throw error
    throw fileError(error, isBusy(error) ? "the file is locked by another writer" : error.message)
  }
}
