/**
 * SQL as programs: a generator yields statements and is given their rows. The same program runs at once on a
 * synchronous driver (SQLite: nothing can come in between) and step by step on an asynchronous one (a server, a
 * host's transaction), so each question is written down once.
 */
import { needWhole, type Querier } from "@hearback/engine"

export type SqlValue = string | number | null | Uint8Array
export type SqlRow = Readonly<Record<string, unknown>>

export interface SqlStatement {
  /** With `?` for each parameter; a dialect may write them otherwise. */
  readonly sql: string
  readonly params: readonly SqlValue[]
}

export type SqlProgram<T> = Generator<SqlStatement, T, readonly SqlRow[]>

/** Asks for the rows of one statement. */
export function* query(sql: string, ...params: readonly SqlValue[]): SqlProgram<readonly SqlRow[]> {
  return yield { sql, params }
}

/** How many of those that are left go into one statement: 1, 2, 4 … so that there are few statements to prepare. */
export const stretchOf = (left: number, most: number): number => Math.min(most, 2 ** Math.floor(Math.log2(left)))

/** As many as a statement asks for at most. */
const mostKeys = 16

/** Asks for the rows of many keys, several to a statement; `text` is given their marks. Returns them in no order. */
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

/** Runs a program in one go. An error of a statement is thrown inside the program, which may undo and rethrow. */
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

/** Runs a program over a connection that answers later. */
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

/** The statements that begin and end a transaction, or a savepoint within the host's. */
export interface Bracket {
  readonly begin: string
  readonly commit: readonly string[]
  readonly undo: readonly string[]
}

export const savepoint: Bracket = {
  begin: "SAVEPOINT hearback",
  commit: ["RELEASE hearback"],
  undo: ["ROLLBACK TO hearback", "RELEASE hearback"]
}

/** Runs a program all or nothing: it is undone when it throws, and when `keep` says no to its answer. */
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

/** A full disk may already have ended the transaction: then there is nothing left to undo. */
function* undo(bracket: Bracket): SqlProgram<void> {
  try {
    for (const sql of bracket.undo) yield* query(sql)
  } catch {
    // The first error is the one that says what went wrong.
  }
}
