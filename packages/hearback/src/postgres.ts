/** A store in a PostgreSQL database, for several processes and machines. */
import {
  postgres as open,
  type PostgresOptions,
  type StoreTables,
  postgresTables as tablesAt
} from "@hearback/store-sql"
import * as Shape from "./call/Shape.ts"
import type { Store } from "./open/Store.ts"
import { isPostgresAddress } from "./runtime/StoreAddress.ts"

export type { PostgresOptions, StoreTables }

const pool = Shape.either(Shape.having("connect"), Shape.having("reserve"))

const keyFields: Readonly<Record<keyof NonNullable<PostgresOptions["keys"]>, Shape.ValueKind>> = {
  url: Shape.text,
  pool,
  schema: Shape.name
}

const fields: Readonly<Record<keyof PostgresOptions, Shape.ValueKind>> = {
  ...keyFields,
  keys: Shape.anything,
  migrate: Shape.flag,
  listen: Shape.flag,
  prepare: Shape.flag,
  waitMs: Shape.wholeNumber
}

/**
 * Opens a store in a schema of a database, and makes its tables if there are none. The keys of customers are in a
 * second schema. Needs one of the drivers `pg` and `postgres` (postgres.js).
 *
 * Errors: `store/unavailable` if the server does not answer, `store/refused` if it refuses the connection or rights are
 * missing, `store/driver` if no driver is installed, `store/missing` if there are no tables and `migrate` is false,
 * `store/outdated` if they have to be migrated and `migrate` is false, `store/schema` if a newer version wrote them,
 * `store/keys` if the keys belong to another store, `call/invalid` for an unknown option.
 */
export const postgres = async (options: PostgresOptions): Promise<Store> => {
  Shape.check("postgres", options ?? null, fields)
  checkPlaces(options)
  const store = await open(options)
  return { events: store, keys: store.keys, name: `postgres ${store.storeId}` }
}

/**
 * Opens the tables of a store for an administrator: to see their version, to migrate them, to export and import data.
 * Opening changes nothing.
 *
 * Errors: as `postgres`.
 */
export const postgresTables = async (
  options: Pick<PostgresOptions, "url" | "pool" | "schema" | "keys">
): Promise<StoreTables> => {
  const { migrate: _, listen: __, prepare: ___, waitMs: ____, ...some } = fields
  Shape.check("postgresTables", options ?? null, some)
  checkPlaces(options)
  return tablesAt(options)
}

/**
 * Checks an address, because a driver takes an invalid one for the name of a host. The message does not repeat it,
 * because it can contain a password.
 */
const isAddress = (url: string): boolean => isPostgresAddress(url) || /^(?:socket:|\/)/.test(url)

const checkPlaces = (options: Pick<PostgresOptions, "url" | "pool" | "keys">): void => {
  Shape.check("keys", options.keys, keyFields)
  if (options.url === undefined && options.pool === undefined)
    throw Shape.invalid("`postgres` needs a `url`, or a `pool`")
  for (const { url, pool } of [options, options.keys ?? {}]) {
    if (url === undefined) continue
    if (pool !== undefined) throw Shape.invalid("`postgres` takes a `url` or a `pool`, not both")
    if (!isAddress(url))
      throw Shape.invalid(
        "`url` of `postgres` is not an address; expected: one such as `postgres://user@host/database`"
      )
  }
}
