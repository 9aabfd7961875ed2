/**
 * The version of a set of tables, and how older tables are migrated. A migration has two halves: what it adds, with
 * which programs of the version before still work, and what only these programs used, which is removed when none of
 * them runs.
 */
import { storeError } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { has, number } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type SqlRow } from "../sql/SqlProgram.ts"

interface Migration {
  /** The version that the tables have afterwards. */
  readonly to: number
  /** Adds columns and tables. Programs of the version before can still read and write. */
  readonly expand: readonly string[]
  /** Removes what only programs of the version before used. */
  readonly contract: readonly string[]
}

/** A set of tables. */
export interface Tables {
  /** The table with one row that names the version of the others, in the columns `version` and `oldest`. */
  readonly versionTable: "hearback_schema" | "hearback_keys"
  /** A table by which an existing set is recognised if its version was lost. */
  readonly witness: string
  /** The version that this program writes. */
  readonly version: number
  /** Statements that make all tables, with the version table, in this program's version. */
  readonly make: readonly string[]
  /** From the oldest version that can be read to this program's version, one after the other. */
  readonly migrations: readonly Migration[]
}

/** The state of a set of tables in a database. */
export interface TablesStatus {
  /** The version; undefined if there are no tables. */
  readonly version: number | undefined
  /** The oldest version of a program that can use them. */
  readonly oldest: number | undefined
  /** The version that this program writes. */
  readonly program: number
  /** Statements that migrate them to this program's version; empty if there is nothing to do. */
  readonly missing: readonly string[]
  /** Statements that remove what only older programs used; empty if no older program can use them any more. */
  readonly surplus: readonly string[]
}

/** Returns the row of the version; undefined if there are no tables.  Errors: `store/schema` if the row was lost. */
export function* versionRow(dialect: Dialect, { versionTable, witness }: Tables): SqlProgram<SqlRow | undefined> {
  if (yield* dialect.hasTable(versionTable)) {
    const [row] = yield* query(`SELECT * FROM ${versionTable}`)
    if (row !== undefined) return row
  }
  if (yield* dialect.hasTable(witness))
    throw storeError("store/schema", `the tables have lost their version: \`${versionTable}\` has no row`)
  return undefined
}

/**
 * Returns the state of the tables, from the row of their version.  Errors: `store/schema` if this program cannot use
 * them.
 */
export const standingOf = (dialect: Dialect, tables: Tables, row: SqlRow | undefined): TablesStatus => {
  const program = tables.version
  if (row === undefined) {
    const missing = [...dialect.beforeTables, ...tables.make]
    return { version: undefined, oldest: undefined, program, missing, surplus: [] }
  }
  const version = number(row, "version")
  const oldest = has(row, "oldest") ? number(row, "oldest") : version
  const first = tables.migrations[0] === undefined ? program : tables.migrations[0].to - 1
  if (oldest > program || version < first)
    throw storeError(
      "store/schema",
      version < first
        ? `the tables have version ${version}, this program migrates them from version ${first} on: migrate them with an older one first`
        : `the tables have version ${version} and are for programs of version ${oldest} on, this program knows version ${program}: upgrade it`
    )
  const ahead = tables.migrations.filter(({ to }) => to > version)
  const left = tables.migrations.filter(({ to }) => to > oldest && to <= program)
  const isOver = version <= program && oldest < program
  return {
    version,
    oldest,
    program,
    missing:
      ahead.length === 0
        ? []
        : [...ahead.flatMap(({ expand }) => expand), `UPDATE ${tables.versionTable} SET version = ${program}`],
    surplus: isOver
      ? [...left.flatMap(({ contract }) => contract), `UPDATE ${tables.versionTable} SET oldest = ${program}`]
      : []
  }
}

/**
 * Returns the row of the version. Missing or older tables are made or migrated if that is allowed. If several programs
 * come at once, one does it and the others wait. `identity`: the other columns of a new row.
 *
 * Errors: throws `store/missing` if there are none and none may be made, `store/schema` if this program cannot use
 * them.
 */
export function* preparedTables(
  dialect: Dialect,
  tables: Tables,
  mayMake: boolean,
  identity: Readonly<Record<string, string>>
): SqlProgram<SqlRow> {
  yield* dialect.holdTables(tables.versionTable)
  const found = yield* versionRow(dialect, tables)
  const { version, missing } = standingOf(dialect, tables, found)
  if (found !== undefined && missing.length === 0) return found
  if (!mayMake)
    throw found === undefined
      ? storeError(
          "store/missing",
          `there are no tables of \`${tables.versionTable}\`, and none are to be made: run \`hearback db migrate\``
        )
      : storeError(
          "store/outdated",
          `the tables have version ${version}, this program needs version ${tables.version}: run \`hearback db migrate\``
        )
  for (const sql of missing) yield* query(sql)
  // It is not read again, since a statement that was prepared before a migration does not work after it.
  if (found !== undefined) return { ...found, version: tables.version }
  const row = { version: tables.version, oldest: tables.version, ...identity }
  const places = Object.keys(row).map(() => "?")
  const columns = Object.keys(row).join(", ")
  yield* query(`INSERT INTO ${tables.versionTable} (${columns}) VALUES (${places.join(", ")})`, ...Object.values(row))
  return row
}

/** Removes what only older programs used. These programs are refused from then on. */
export function* contractTables(dialect: Dialect, tables: Tables): SqlProgram<void> {
  yield* dialect.holdTables(tables.versionTable)
  const { surplus } = standingOf(dialect, tables, yield* versionRow(dialect, tables))
  for (const sql of surplus) yield* query(sql)
}
