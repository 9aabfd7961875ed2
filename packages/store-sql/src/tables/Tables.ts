/**
 * The version of a set of tables, and how tables of an older version become those of today. A migration has two halves: what
 * it adds, with which programs of the version before go on, and what only those used, which goes once none of them runs.
 */
import { storeError } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import { has, number } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type SqlRow } from "../sql/SqlProgram.ts"

interface Migration {
  /** The version that the tables have after it. */
  readonly to: number
  /** Adds: programs of the version before read and write the tables as they did. */
  readonly expand: readonly string[]
  /** Takes away what only programs of the version before used. */
  readonly contract: readonly string[]
}

export interface Tables {
  /** The table of one row that names the version of the others, in the columns `version` and `oldest`. */
  readonly versionTable: "hearback_schema" | "hearback_keys"
  /** A table that stands also where the version was lost. */
  readonly witness: string
  /** The version that this program writes. */
  readonly version: number
  /** Statements that make all tables, the version table among them, in the version of this program. */
  readonly make: readonly string[]
  /** From the oldest version that is still read to the version of this program, one after the other. */
  readonly migrations: readonly Migration[]
}

/** What stands in a database of a set of tables. */
export interface TablesStatus {
  /** Undefined where there are none. */
  readonly version: number | undefined
  /** The oldest version of a program that works on them. */
  readonly oldest: number | undefined
  /** The version that this program writes. */
  readonly program: number
  /** Statements that bring them to this program's version; none where nothing is to be done. */
  readonly missing: readonly string[]
  /** Statements that take away what only older programs used; none where no older program works on them any more. */
  readonly surplus: readonly string[]
}

/** Returns the row of the version; undefined where there are no tables.  Errors: `store/schema` where it was lost. */
export function* versionRow(dialect: Dialect, { versionTable, witness }: Tables): SqlProgram<SqlRow | undefined> {
  if (yield* dialect.hasTable(versionTable)) {
    const [row] = yield* query(`SELECT * FROM ${versionTable}`)
    if (row !== undefined) return row
  }
  if (yield* dialect.hasTable(witness))
    throw storeError("store/schema", `the tables have lost their version: \`${versionTable}\` has no row`)
  return undefined
}

/** Returns what stands, by the row of its version.  Errors: `store/schema` where this program does not work on them. */
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
 * Returns the row of the version. Tables that are not there, or are older, are made or migrated where that is allowed; of
 * programs that come at once one does it, and the others wait for it. `identity`: the other columns of a new row.
 *
 * Errors: throws `store/missing` where there are none and none are to be made, `store/schema` where this program does not
 * work on them as they are.
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
  // It is not read again: a statement that was prepared before a migration does not work behind it.
  if (found !== undefined) return { ...found, version: tables.version }
  const row = { version: tables.version, oldest: tables.version, ...identity }
  const places = Object.keys(row).map(() => "?")
  const columns = Object.keys(row).join(", ")
  yield* query(`INSERT INTO ${tables.versionTable} (${columns}) VALUES (${places.join(", ")})`, ...Object.values(row))
  return row
}

/** Takes away what only older programs used. They are refused from then on. */
export function* contractTables(dialect: Dialect, tables: Tables): SqlProgram<void> {
  yield* dialect.holdTables(tables.versionTable)
  const { surplus } = standingOf(dialect, tables, yield* versionRow(dialect, tables))
  for (const sql of surplus) yield* query(sql)
}
