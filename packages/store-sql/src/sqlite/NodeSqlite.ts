/** Node's own SQLite, loaded when first used. On Node 22 it announces itself as experimental: that line alone is left out. */
import type { DatabaseSync, StatementSync } from "node:sqlite"
import type { Row, Statement } from "../sql/SqlProgram.ts"

export const openDatabase = (path: string, busyTimeoutMs: number): DatabaseSync =>
  new (quietly(() => process.getBuiltinModule("node:sqlite")).DatabaseSync)(path, { timeout: busyTimeoutMs })

/** Runs statements, prepared once. */
export const executor = (database: DatabaseSync): ((statement: Statement) => readonly Row[]) => {
  const prepared = new Map<string, StatementSync>()
  return ({ sql, params }) => {
    const known = prepared.get(sql)
    if (known !== undefined) return known.all(...params)
    const statement = database.prepare(sql)
    // Lists have as many texts as they have combinations of questions.
    if (prepared.size >= 200) prepared.clear()
    prepared.set(sql, statement)
    return statement.all(...params)
  }
}

/** Another connection has the lock, or this one is in the middle of somebody's transaction. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === 5

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
