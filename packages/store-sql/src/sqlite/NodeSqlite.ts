/**
 * Node's own SQLite, loaded when it is first used. Node 22 prints a warning that it is experimental; only that line is
 * suppressed.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite"
import { type StoreError, storeError } from "@hearback/engine"
import type { SqlRow, SqlStatement } from "../sql/SqlProgram.ts"

/** Opens a database file. */
export const openDatabase = (path: string, busyTimeoutMs: number): DatabaseSync =>
  new (quietly(() => process.getBuiltinModule("node:sqlite")).DatabaseSync)(path, { timeout: busyTimeoutMs })

/**
 * Runs a statement. `rounds`: an integer that is too large for JavaScript is read approximately.
 *
 * Errors: without `rounds` such an integer throws `store/schema`.
 */
export type Execute = (statement: SqlStatement, rounds?: "rounds") => readonly SqlRow[]

/** Returns a function that runs statements, each prepared once. */
export const executor = (database: DatabaseSync): Execute => {
  const prepared = new Map<string, StatementSync>()
  return ({ sql, params }, rounds) => {
    const known = prepared.get(sql)
    const statement = known ?? database.prepare(sql)
    // Statements of lists have as many texts as there are combinations of filters.
    if (known === undefined && prepared.size >= 200) prepared.clear()
    if (known === undefined) prepared.set(sql, statement)
    try {
      return statement.all(...params)
    } catch (error) {
      if (!isTooLarge(error)) throw error
      if (rounds === undefined) throw storeError("store/schema", tooLarge, error)
      return rounded(database.prepare(sql), params)
    }
  }
}

const rounded = (statement: StatementSync, params: SqlStatement["params"]): readonly SqlRow[] => {
  statement.setReadBigInts(true)
  const plain = ([name, value]: readonly [string, unknown]) => [name, typeof value === "bigint" ? Number(value) : value]
  return statement.all(...params).map((row) => Object.fromEntries(Object.entries(row).map(plain)) as SqlRow)
}

const tooLarge = "a number of the store is larger than any that this program writes: it was changed"

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_OUT_OF_RANGE"

/** Returns whether another connection has the lock, or this one is in a transaction of somebody else. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === 5

/** Codes of errors that stay: no rights, a file that is damaged, read-only or not a database. */
const refusals: ReadonlySet<number> = new Set([3, 8, 11, 23, 26])

/** Returns the store's error for an error of SQLite. A missing table was removed by another program. */
export const fileError = (error: unknown, message: string): StoreError => {
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : undefined
  if (code === 1) return storeError("store/schema", message, error)
  return storeError(code !== undefined && refusals.has(code) ? "store/refused" : "store/unavailable", message, error)
}

const quietly = <T>(load: () => T): T => {
  const emit = process.emitWarning
  const filter = (warning: string | Error, ...rest: readonly unknown[]): void => {
    if (!(rest[0] === "ExperimentalWarning" && String(warning).includes("SQLite")))
      Reflect.apply(emit, process, [warning, ...rest])
  }
  process.emitWarning = filter as typeof process.emitWarning
  try {
    return load()
  } finally {
    process.emitWarning = emit
  }
}
