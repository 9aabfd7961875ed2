/**
 * Makes a transaction of the host for `loop.within` from what drivers and query builders give. Nothing of theirs is
 * imported here: each is used through the one method that is called.
 */
import type { Querier } from "@hearback/engine"

export type { Querier }

type Row = Readonly<Record<string, unknown>>

/** Returns the host's transaction from a client of `pg` that has run `BEGIN`. */
export const fromPg = (client: {
  query(sql: string, params: unknown[]): Promise<{ readonly rows: readonly Row[] }>
}): Querier => ({ query: async (sql, params) => (await client.query(sql, [...params])).rows })

/** Returns the host's transaction from what postgres.js gives to the function of `sql.begin`. */
export const fromPostgresJs = (sql: {
  unsafe(sql: string, params: never[]): PromiseLike<readonly Row[]>
}): Querier => ({
  query: async (text, params) => sql.unsafe(text, [...params] as never[])
})

/** Returns the host's transaction from what Kysely gives to the function of `db.transaction().execute`. */
export const fromKysely = (trx: {
  executeQuery(query: never): Promise<{ readonly rows: readonly unknown[] }>
}): Querier => ({
  query: async (sql, parameters) => {
    const query = { kind: "RawNode", sqlFragments: [sql], parameters: [] }
    const compiled = { sql, parameters: [...parameters], query, queryId: { queryId: sql } }
    return (await trx.executeQuery(compiled as never)).rows as readonly Row[]
  }
})

/**
 * Returns the host's transaction from what Drizzle gives to the function of `db.transaction`, and `sql` of
 * `drizzle-orm`.
 */
export const fromDrizzle = <Sql>(
  tx: { execute(query: Sql): PromiseLike<unknown> },
  sql: (strings: TemplateStringsArray, ...params: unknown[]) => Sql
): Querier => ({
  query: async (text, params) => {
    const { strings, order } = template(text)
    const answer = await tx.execute(sql(strings, ...order.map((n) => params[n])))
    return (Array.isArray(answer) ? answer : (answer as { readonly rows: readonly Row[] }).rows) as readonly Row[]
  }
})

/** Returns the text of a template with `$1`, `$2` and so on: its parts, and the parameter after each. */
const template = (text: string): { readonly strings: TemplateStringsArray; readonly order: readonly number[] } => {
  const parts = text.split(/\$(\d+)/)
  const strings = parts.filter((_, n) => n % 2 === 0)
  const order = parts.flatMap((part, n) => (n % 2 === 0 ? [] : [Number(part) - 1]))
  return { strings: Object.assign(strings, { raw: strings }), order }
}

/**
 * Returns the host's transaction from a `DatabaseSync` of `node:sqlite` on the store's file that has run `BEGIN
 * IMMEDIATE`.
 */
export const fromSqlite = (database: {
  readonly isTransaction?: boolean
  prepare(sql: string): { all(...params: never[]): unknown[] }
}): Querier => ({
  query: async (sql, params) => {
    // Without a transaction, SQLite commits each savepoint as a transaction of its own.
    if (database.isTransaction === false)
      throw Object.assign(new Error("no transaction is open: run `BEGIN IMMEDIATE` first"), { code: noTransaction })
    return database.prepare(sql).all(...([...params] as never[])) as readonly Row[]
  }
})

/** The code of PostgreSQL for a statement outside of a transaction. */
const noTransaction = "25P01"
