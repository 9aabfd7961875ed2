/** Runs programs on a connection of the store, or inside of a transaction of the host. */
import { isStoreError, type Querier, storeError } from "@hearback/engine"
import type { Dialect } from "./Dialect.ts"
import { text } from "./RowDecoding.ts"
import { atomically, query, runOver, type SqlProgram, savepoint } from "./SqlProgram.ts"

/** Runs programs. */
export interface ProgramRunner {
  /** Runs a program that only reads. */
  readonly read: <T>(program: () => SqlProgram<T>) => Promise<T>
  /**
   * Runs a program completely or not at all. It is undone if `keep` returns false. It may be started again while it
   * waits.
   */
  readonly write: <T>(program: () => SqlProgram<T>, keep?: (answer: T) => boolean) => Promise<T>
}

/**
 * Returns a runner for programs inside of the host's transaction, one after another, each under a savepoint.
 *
 * Errors: `tx/unsupported` if the transaction does not reach the store with this id.
 */
export const hostTransactionRunner = (tx: Querier, dialect: Dialect, storeId: string): ProgramRunner => {
  let turn: Promise<unknown> = Promise.resolve()
  const querier: Querier = {
    query: async (sql, params) => {
      const rows = await answerOf(tx, sql, params)
      if (!Array.isArray(rows)) throw storeError("tx/unsupported", noRows)
      return rows
    }
  }
  let checked = false
  const check = async (): Promise<void> => {
    if (checked) return
    const found = await runOver(
      atomically(savepoint, readStoreId(), () => true),
      querier,
      dialect.text
    ).catch((error: unknown) => {
      throw isStoreError(error, "store/unavailable") ? storeError("tx/unsupported", error.message, error.cause) : error
    })
    if (found !== storeId) throw storeError("tx/unsupported", "this transaction does not reach the store's database")
    checked = true
  }
  // Savepoints nest, so a second program must not start inside the first one's.
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const mine = turn.then(check).then(run)
    turn = mine.catch(() => {})
    return mine
  }
  return {
    read: (program) => inTurn(() => runOver(program(), querier, dialect.text)),
    write: (program, keep = () => true) =>
      inTurn(() => runOver(atomically(savepoint, program(), keep), querier, dialect.text))
  }
}

const noRows =
  "`query` of the transaction does not answer with a list of rows: `hearback/tx` makes a transaction of what a driver gives"

const answerOf = async (tx: Querier, sql: string, params: readonly unknown[]): Promise<unknown> => {
  try {
    return await tx.query(sql, params)
  } catch (thrown) {
    const error = causeOf(thrown)
    const said = error instanceof Error ? error.message : String(error)
    const code = cannotGoOn(error) ? "tx/unsupported" : "store/unavailable"
    throw storeError(code, `the host's transaction refused a statement: ${said}`, error)
  }
}

/** Returns the error of the driver. A query builder wraps it in an error that shows the statement without the reason. */
const causeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? causeOf(error.cause) : error

/**
 * Returns whether the transaction can take no further statement: it is not open, has failed, or only reads. PostgreSQL
 * has the class of codes 25 for this.
 */
const cannotGoOn = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^25[0-9A-Z]{3}$/.test(String(error.code))

function* readStoreId(): SqlProgram<string | undefined> {
  const [row] = yield* query("SELECT store_id FROM hearback_schema")
  return row && text(row, "store_id")
}
