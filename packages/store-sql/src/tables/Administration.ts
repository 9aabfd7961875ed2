/** What an operator does with the tables of a store: inspect, migrate, export and import them. */
import { randomUUID } from "node:crypto"
import { type Querier, storeError } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { text } from "../sql/RowDecoding.ts"
import { runOver, type SqlProgram } from "../sql/SqlProgram.ts"
import { type CopyLines, exportRows, importRows, withdrawKeys } from "./TableCopy.ts"
import { contractTables, preparedTables, standingOf, type Tables, type TablesStatus, versionRow } from "./Tables.ts"

/** The place of a set of tables in a database. */
export interface TablesPlace {
  readonly dialect: Dialect
  readonly tables: Tables
  /** Runs work in a transaction. One that reads sees the state of one moment. */
  readonly transaction: <T>(kind: "read" | "write", work: (querier: Querier) => Promise<T>) => Promise<T>
}

/** The two sets of tables: those of the record, and those of the keys. */
export const parts = ["keys", "record"] as const
/** The name of a set of tables. */
export type TablesPart = (typeof parts)[number]

/** The tables of a store for an administrator: their version, migration, export and import. */
export interface StoreTables {
  /** Returns the version of each part. Errors: `store/schema` if this program cannot work with the tables. */
  readonly status: () => Promise<Readonly<Record<TablesPart, TablesStatus>>>
  /** Returns the SQL statements that `migrate` would run, for an administrator of the database. */
  readonly statements: () => Promise<Readonly<Record<TablesPart, readonly string[]>>>
  /**
   * Makes the tables, or adds what older tables lack. `contract`: also removes what only older programs used; these
   * programs are refused from then on.
   */
  readonly migrate: (options?: { readonly contract?: boolean }) => Promise<void>
  /**
   * Writes the content of one part line by line, as it is at one moment, while other processes may work. Returns the
   * number of lines.
   */
  readonly exportTo: (part: TablesPart, write: (line: string) => Promise<void>) => Promise<number>
  /**
   * Reads exported lines into an empty store, all or nothing. Without keys the store has to have the keys of the
   * exported one.
   *
   * Errors: `store/export` if lines are damaged, `store/not-empty` if the store is not empty, `store/keys` if the keys
   * belong to another store.
   */
  readonly importFrom: (lines: { readonly record: CopyLines; readonly keys?: CopyLines }) => Promise<number>
  /** Closes the connection. */
  readonly close: () => Promise<void>
}

/** Makes the administration of a store's tables. */
export const makeStoreTables = (
  places: Readonly<Record<TablesPart, TablesPlace>>,
  close: () => Promise<void>
): StoreTables => {
  const run = <T>(
    part: TablesPart,
    kind: "read" | "write",
    program: (place: TablesPlace) => SqlProgram<T>
  ): Promise<T> => {
    const place = places[part]
    return place.transaction(kind, (querier) => runOver(program(place), querier, place.dialect.text))
  }
  const standing = (part: TablesPart): Promise<TablesStatus> => run(part, "read", standingAt)
  const keysId = (): Promise<string | undefined> => run("keys", "read", keysIdAt)
  const statementsOf = (part: TablesPart, { version, missing }: TablesStatus, id: string): readonly string[] => {
    const { dialect, tables } = places[part]
    const inserted = version === undefined ? [versionInsert(tables, identityOf(part, id))] : []
    return [...missing, ...inserted].map((sql) => `${dialect.text(sql)};`)
  }
  return {
    status: async () => ({ keys: await standing("keys"), record: await standing("record") }),
    statements: async () => {
      const id = (await keysId()) ?? randomUUID()
      return {
        keys: statementsOf("keys", await standing("keys"), id),
        record: statementsOf("record", await standing("record"), id)
      }
    },
    migrate: async ({ contract = false } = {}) => {
      const made = await run("keys", "write", ({ dialect, tables }) =>
        preparedTables(dialect, tables, true, identityOf("keys", randomUUID()))
      )
      const id = text(made, "id")
      await run("record", "write", ({ dialect, tables }) =>
        preparedTables(dialect, tables, true, identityOf("record", id))
      )
      if (!contract) return
      for (const part of parts) await run(part, "write", ({ dialect, tables }) => contractTables(dialect, tables))
    },
    exportTo: (part, write) => places[part].transaction("read", (querier) => exportRows(places[part], querier, write)),
    importFrom: async ({ record, keys }) => {
      const into = (part: TablesPart, lines: CopyLines, known: string | undefined) =>
        places[part].transaction("write", (querier) => importRows(places[part], querier, lines, known))
      const before = await keysId()
      const count = keys === undefined ? 0 : await into("keys", keys, undefined)
      try {
        const id = await keysId()
        if (id === undefined) throw storeError("store/keys", "there are no keys to this record: import them with it")
        return count + (await into("record", record, id))
      } catch (error) {
        // The keys may be in another database, so they were imported by a transaction of their own.
        if (keys !== undefined) await run("keys", "write", (place) => withdrawKeys(place, before))
        throw error
      }
    },
    close
  }
}

function* standingAt({ dialect, tables }: TablesPlace): SqlProgram<TablesStatus> {
  return standingOf(dialect, tables, yield* versionRow(dialect, tables))
}

function* keysIdAt({ dialect, tables }: TablesPlace): SqlProgram<string | undefined> {
  const row = yield* versionRow(dialect, tables)
  return row && text(row, "id")
}

const identityOf = (part: TablesPart, keysId: string): Readonly<Record<string, string>> =>
  part === "keys" ? { id: keysId } : { store_id: randomUUID(), keys_id: keysId }

/** Returns the insert of the version's row with its values, for administrators who run statements by hand. */
const versionInsert = ({ versionTable, version }: Tables, identity: Readonly<Record<string, string>>): string => {
  const values = [version, version, ...Object.values(identity).map((value) => `'${value}'`)]
  return `INSERT INTO ${versionTable} (version, oldest, ${Object.keys(identity).join(", ")}) VALUES (${values.join(", ")})`
}
