/** A connection to a SQLite file, and the runner of programs on it. */
import { existsSync } from "node:fs"
import { dirname } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { storeError } from "@hearback/engine"
import type { ProgramRunner } from "../sql/ProgramRunner.ts"
import { atomically, runNow, type SqlProgram } from "../sql/SqlProgram.ts"
import { type Execute, executor, fileError, isBusy, openDatabase } from "./NodeSqlite.ts"
import { sqliteDialect } from "./SqliteDialect.ts"

export interface Connection {
  readonly execute: Execute
  readonly runner: ProgramRunner
  /** Runs a program all or nothing and waits for it in place: for opening alone, when nothing else can be done. */
  readonly inPlace: <T>(program: () => SqlProgram<T>) => T
  readonly close: () => void
}

/** Waiting inside SQLite blocks the process, so only a moment of it is; the rest is waited for outside. */
const blockingWaitMs = 20

/** Connects to a file, making it when there is none. Errors: throws `store/unavailable` when it cannot be opened, `store/folder`. */
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

/** Errors: throws `store/folder` where the folder of a file is not there: no try makes it. */
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
    // Two processes that turn a new file into WAL at once meet a lock that SQLite's own waiting does not cover.
    waitInPlace(waitMs, () => database.exec("PRAGMA journal_mode = WAL"))
    database.exec(`PRAGMA synchronous = ${synchronous}`)
    // 16 MB: the pages that a batch touches stay in memory until it commits.
    database.exec("PRAGMA cache_size = -16000")
    waitInPlace(waitMs, () => database.exec("BEGIN IMMEDIATE; COMMIT"))
    database.exec(`PRAGMA busy_timeout = ${Math.min(blockingWaitMs, waitMs)}`)
    return database
  } catch (error) {
    opened?.close()
    throw fileError(error, `cannot open \`${path}\``)
  }
}

/** Opening is the one thing done while nothing else can be: it waits in place. */
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
    // Who looks on gets to what somebody else has changed, and may name it; nothing is written by it.
    read: (program) => patiently(() => runNow(program(), (statement) => execute(statement, "rounds"))),
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
    throw fileError(error, isBusy(error) ? "the file is locked by another writer" : error.message)
  }
}
