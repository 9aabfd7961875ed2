/** The embedded default: one file on disk and its key file, without a server. */
import { realpathSync } from "node:fs"
import { defined } from "@hearback/core"
import { sqlite as open, type SqliteOptions, type StoreTables, sqliteTables as tablesAt } from "@hearback/store-sql"
import * as Shape from "./call/Shape.ts"
import type { Store } from "./open/Store.ts"
import { hasScheme } from "./runtime/StoreAddress.ts"

export type { SqliteOptions, StoreTables }

const fields: Readonly<Record<keyof SqliteOptions, Shape.ValueKind>> = {
  synchronous: Shape.oneOf(["full", "normal"]),
  waitMs: Shape.wholeNumber,
  keys: Shape.name
}

/**
 * Opens a store in one file and makes it if there is none. The keys of customers are in a second file beside it.
 *
 * Errors: `store/unavailable` if a file cannot be opened, `store/folder` if its folder does not exist, `store/schema`
 * if a newer version wrote it, `store/keys` if the keys belong to another store, `call/invalid` for an unknown option.
 */
export const sqlite = (path: string, options?: SqliteOptions): Store => {
  checkPath("sqlite", path)
  Shape.check("sqlite", options, fields)
  const store = open(path, options)
  try {
    return defined({ events: store, keys: store.keys, name: nameOf(path) })
  } catch (error) {
    void store.close()
    throw error
  }
}

/**
 * Opens the tables of a store for an administrator: to see their version, to migrate them, to export and import data.
 * Only `migrate({ contract: true })` removes what older programs used.
 *
 * Errors: as `sqlite`.
 */
export const sqliteTables = (path: string, options?: Pick<SqliteOptions, "waitMs" | "keys">): StoreTables => {
  checkPath("sqliteTables", path)
  const { synchronous: _, ...some } = fields
  Shape.check("sqliteTables", options, some)
  return tablesAt(path, options)
}

/**
 * Refuses a path that begins with a scheme. SQLite would make a file with the name of a server's address, and would look
 * for a `file:` address in another place than the file of keys.
 */
const checkPath = (what: string, path: string): void => {
  Shape.checkValue(`the path of \`${what}\``, path, Shape.text)
  if (!hasScheme(path)) return
  const [scheme] = path.split(":")
  throw Shape.invalid(
    `\`${what}\` takes the path of a file, and this one begins with \`${scheme}:\`: give the path alone, or open an address with \`postgres({ url })\``
  )
}

/** A file is the same file by whichever path it is named; a store in memory is one of its own. */
const nameOf = (path: string): string | undefined =>
  path === "" || path === ":memory:" ? undefined : realpathSync(path)
