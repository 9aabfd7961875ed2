/**
 * SQL programs. A generator yields statements and gets their rows. The same program runs at once on a synchronous
 * driver (SQLite, where nothing can come in between) and step by step on an asynchronous one (a server, or a host's
 * transaction), so each statement is written once.
 */
import { needWhole, type Querier } from "@hearback/engine"

/** A value of a parameter. */
export type SqlValue = string | number | null | Uint8Array
/** A row by column. */
export type SqlRow = Readonly<Record<string, unknown>>

/** A statement with its parameters. */
export interface SqlStatement {
  /** The text with `?` for each parameter; a dialect may change these. */
  readonly sql: string
  readonly params: readonly SqlValue[]
}

/** A program that yields statements and returns a value. */
export type SqlProgram<T> = Generator<SqlStatement, T, readonly SqlRow[]>

/** Yields one statement and returns its rows. */
export function* query(sql: string, ...params: readonly SqlValue[]): SqlProgram<readonly SqlRow[]> {
  return yield { sql, params }
}

/**
 * Returns how many of the remaining items go into the next statement: a power of two, so that few statements are
 * prepared.
 */
export const stretchOf = (left: number, most: number): number => Math.min(most, 2 ** Math.floor(Math.log2(left)))

/** The most keys in one statement. */
const mostKeys = 16

/**
 * Yields statements for many keys, several in each. `text` gets the placeholders of the keys. The rows have no order.
 */
export function* queryEach(
  text: (marks: string) => string,
  tenant: string,
  keys: readonly string[]
): SqlProgram<readonly SqlRow[]> {
  const rows: SqlRow[] = []
  for (let from = 0; from < keys.length; ) {
    const size = stretchOf(keys.length - from, mostKeys)
    const some = keys.slice(from, from + size)
    rows.push(...(yield { sql: text(some.map(() => "?").join(", ")), params: [tenant, ...some] }))
    from += size
  }
  return rows
}

/** Runs a program at once. An error of a statement is thrown inside the program, which may undo and throw it again. */
export const runNow = <T>(program: SqlProgram<T>, execute: (statement: SqlStatement) => readonly SqlRow[]): T => {
  let step = program.next()
  while (!step.done) {
    let rows: readonly SqlRow[]
    try {
      needWhole(step.value.params)
      rows = execute(step.value)
    } catch (error) {
      step = program.throw(error)
      continue
    }
    step = program.next(rows)
  }
  return step.value
}

/** Runs a program on an asynchronous connection. */
export const runOver = async <T>(program: SqlProgram<T>, tx: Querier, text: (sql: string) => string): Promise<T> => {
  let step = program.next()
  while (!step.done) {
    let rows: readonly SqlRow[]
    try {
      needWhole(step.value.params)
      rows = await tx.query(text(step.value.sql), step.value.params)
    } catch (error) {
      step = program.throw(error)
      continue
    }
    step = program.next(rows)
  }
  return step.value
}

/** The statements that begin and end a transaction, or a savepoint within the host's transaction. */
export interface Bracket {
  readonly begin: string
  readonly commit: readonly string[]
  readonly undo: readonly string[]
}

/** The statements of a savepoint. */
export const savepoint: Bracket = {
  begin: "SAVEPOINT hearback",
  commit: ["RELEASE hearback"],
  undo: ["ROLLBACK TO hearback", "RELEASE hearback"]
}

/** Runs a program completely or not at all. It is undone if it throws, or if `keep` returns false for its result. */
export function* atomically<T>(bracket: Bracket, program: SqlProgram<T>, keep: (answer: T) => boolean): SqlProgram<T> {
  yield* query(bracket.begin)
  try {
    const answer = yield* program
    for (const sql of keep(answer) ? bracket.commit : bracket.undo) yield* query(sql)
    return answer
  } catch (error) {
    yield* undo(bracket)
    throw error
  }
}

/** Undoes a transaction. A full disk may already have ended it; then there is nothing to undo. */
function* undo(bracket: Bracket): SqlProgram<void> {
  try {
    for (const sql of bracket.undo) yield* query(sql)
  } catch {
    // The first error says what went wrong, so this one is dropped.
  }
}
