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
 * Opens a store in a schema of a database, making its tables where there are none; customers' keys stand in a schema of
 * their own. It needs `pg` or `postgres` (postgres.js), whichever the host has.
 *
 * Errors: throws `store/unavailable` when the server does not answer, `store/refused` when it takes no connection or grants no
 * rights, `store/driver` when neither driver is installed,
 * `store/missing` when there are no tables and none are to be made, `store/outdated` when they are to be migrated and are not,
 * `store/schema` when a version wrote them that this one does not know, `store/keys` when the keys are those of another store,
 * `call/invalid` for an option that is not known.
 */
export const postgres = async (options: PostgresOptions): Promise<Store> => {
  Shape.check("postgres", options ?? null, fields)
  checkPlaces(options)
  const store = await open(options)
  return { events: store, keys: store.keys, name: `postgres ${store.storeId}` }
}

/**
 * Opens the tables of a store for an operator: to look at their version, to migrate them, to copy what is in them. Nothing is
 * made or changed by opening them.
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

/** What a driver cannot read as an address it takes for the name of a host. An address may hold a password, and is not repeated. */
const isAddress = (url: string): boolean => isPostgresAddress(url) || /^(?:socket:|\/)/.test(url)

const checkPlaces = (options: Pick<PostgresOptions, "url" | "pool" | "keys">): void => {
  Shape.check("keys", options.keys, keyFields)
  if (options.url === undefined && options.pool === undefined)
    throw Shape.invalid("`postgres` needs a `url`, or a `pool`")
  for (const { url, pool } of [options, options.keys ?? {}]) {
    if (url === undefined) continue
    if (pool !== undefined) throw Shape.invalid("`postgres` takes a `url` or a `pool`, not both")
    if (!isAddress(url))
      throw Shape.invalid("`url` of `postgres` is no address; expected is one such as `postgres://user@host/database`")
  }
}
