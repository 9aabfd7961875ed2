/** The tables of a schema: made where there are none, and refused where another version of this program made them. */
import { randomUUID } from "node:crypto"
import { storeError } from "@hearback/engine"
import { number } from "../sql/RowDecoding.ts"
import { query, type Row, type SqlProgram } from "../sql/SqlProgram.ts"
import { quoted } from "./Names.ts"

export interface SchemaTables {
  readonly schema: string
  /** The table of one row that says which version made the others; it has a column `version`. */
  readonly versionTable: string
  readonly version: number
  /** Statements that make the version table and the tables. */
  readonly make: readonly string[]
  /** Puts the row of the version in; `id` names what is made. */
  readonly insertVersion: (id: string) => SqlProgram<readonly Row[]>
}

/** Returns the row of the version. Of processes that come at once one makes the tables, and the others wait for it. */
export function* preparedTables(tables: SchemaTables, mayMake: boolean): SqlProgram<Row> {
  const { schema, versionTable, version } = tables
  yield* query("SELECT pg_advisory_xact_lock(hashtext(?))", `${schema}.${versionTable}`)
  const found = yield* versionRow(tables)
  if (found !== undefined) {
    if (number(found, "version") === version) return found
    throw storeError(
      "store/schema",
      `the schema \`${schema}\` has version ${number(found, "version")} of the tables, this program knows version ${version}`
    )
  }
  if (!mayMake)
    throw storeError("store/missing", `there is no store in the schema \`${schema}\`, and none is to be made`)
  yield* query(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`)
  for (const sql of tables.make) yield* query(sql)
  yield* tables.insertVersion(randomUUID())
  const made = yield* versionRow(tables)
  if (made === undefined)
    throw storeError("store/schema", `the schema \`${schema}\` has lost the version of its tables`)
  return made
}

function* versionRow({ schema, versionTable }: SchemaTables): SqlProgram<Row | undefined> {
  const [there] = yield* query("SELECT to_regclass(?) IS NOT NULL AS is_there", `${quoted(schema)}.${versionTable}`)
  if (there?.["is_there"] !== true) return undefined
  const [row] = yield* query(`SELECT * FROM ${versionTable}`)
  return row
}
