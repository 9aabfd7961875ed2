/**
 * The raw store beside which taking in is measured: the very rows that the product wrote, in the same tables with the
 * same indexes, put there again by plain prepared statements of the plain driver.
 *
 * A batch is three transactions, as in the product: new customers' keys, the receipts, the cases. A receipt's row
 * and the head of its stream are inserted by the second and updated by the third, because whoever stores first has to.
 * Pragmas are the product's. Nothing is computed: no hash, no seal, no classification, no check of a version or of a
 * key used before.
 */
import { DatabaseSync } from "node:sqlite"
import { sqlite } from "hearback/sqlite"
import { type Timed, timer } from "./Race.ts"

type Value = string | number | null | Uint8Array
type Row = Readonly<Record<string, Value>>
type Statement = (db: Prepared) => void

interface Prepared {
  readonly run: (sql: string, values: readonly Value[]) => void
}

/** What is written to one file: transactions of statements. */
export type Recording = readonly (readonly Statement[])[]

/** Reads what a run of the product left in a file, for batches of `size` arrivals in the order of `keys`. */
export const record = (file: string, keys: readonly string[], size: number): Recording => {
  const database = new DatabaseSync(file)
  const rows = (table: string, order: string): readonly Row[] => {
    const all = database.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all() as Record<string, Value>[]
    return all.map(({ ready_at: _, position: __, ...row }) => row)
  }
  const units = new Map(rows("hearback_unit", "key").map((row) => [row["key"], row]))
  const events = grouped(rows("hearback_event", "position"), (row) => row["stream"])
  const heads = new Map(rows("hearback_stream", "stream").map((row) => [row["stream"], row]))
  const cases = new Map(rows("hearback_case", "id").map((row) => [row["id"], row]))
  const intake = new Map(rows("hearback_intake", "key").map((row) => [row["key"], row]))
  const outbox = grouped(rows("hearback_outbox", "id"), (row) => String(row["id"]).split("/").slice(0, 2).join("/"))
  const secrets = new Map(rows("hearback_key", "customer").map((row) => [row["customer"], row]))
  database.close()
  const arrivals = keys.map((key) => {
    const row = need(intake.get(key))
    const receipt = need(units.get(`take:${key}`))
    const [[stream]] = JSON.parse(String(receipt["places"])) as [[string]]
    const { caseId, ...body } = JSON.parse(String(row["body"])) as Record<string, Value>
    return { key, row, receipt, stream, caseId, before: JSON.stringify({ ...body, state: "received" }) }
  })
  const known = new Set<Value | undefined>()
  const result: Statement[][] = []
  for (let from = 0; from < arrivals.length; from += size) {
    const batch = arrivals.slice(from, from + size)
    const customers = batch.flatMap(({ stream }) => events.get(stream)?.[0]?.["customer"] ?? [])
    const fresh = [...new Set(customers)].filter((customer) => !known.has(customer))
    for (const customer of fresh) known.add(customer)
    result.push(fresh.flatMap((customer) => insert("hearback_key", secrets.get(customer))))
    result.push(
      batch.flatMap(({ row, receipt, stream, before }) => [
        ...insert("hearback_unit", receipt),
        ...insert("hearback_event", events.get(stream)?.[0]),
        ...insert("hearback_stream", {
          ...need(heads.get(stream)),
          version: 1,
          hash: need(events.get(stream)?.[0]?.["hash"])
        }),
        ...insert("hearback_intake", { ...row, state: "received", body: before })
      ])
    )
    result.push(
      batch.flatMap(({ key, row, stream, caseId }) => [
        ...insert("hearback_unit", units.get(`open:${key}`)),
        ...insert("hearback_event", events.get(stream)?.[1]),
        update("hearback_stream", need(heads.get(stream)), ["version", "hash"], ["tenant", "stream"]),
        update("hearback_intake", row, ["state", "body"], ["tenant", "key"]),
        ...(events.get(`case/${caseId}`) ?? []).flatMap((event) => insert("hearback_event", event)),
        ...insert("hearback_stream", heads.get(`case/${caseId}`)),
        ...insert("hearback_case", cases.get(caseId as Value)),
        ...(outbox.get(`case/${caseId}`) ?? []).flatMap((message) => insert("hearback_outbox", message))
      ])
    )
  }
  return result.filter((transaction) => transaction.length > 0)
}

/** Writes a recording to a new file; returns what that took, without making the tables. */
export const replay = async (file: string, recording: Recording, synchronous: "full" | "normal"): Promise<Timed> => {
  await sqlite(file, { synchronous }).events.close()
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA synchronous = ${synchronous}`)
  database.exec("PRAGMA cache_size = -16000")
  const statements = new Map<string, ReturnType<DatabaseSync["prepare"]>>()
  const prepared: Prepared = {
    run: (sql, values) => {
      let statement = statements.get(sql)
      if (statement === undefined) {
        statement = database.prepare(sql)
        statements.set(sql, statement)
      }
      statement.run(...values)
    }
  }
  const stop = timer()
  for (const transaction of recording) {
    database.exec("BEGIN IMMEDIATE")
    for (const statement of transaction) statement(prepared)
    database.exec("COMMIT")
  }
  const took = stop()
  database.close()
  return took
}

/** How many rows a recording inserts and updates. */
export const size = (recording: Recording): number => recording.reduce((sum, { length }) => sum + length, 0)

const insert = (table: string, row: Row | undefined): readonly Statement[] => {
  if (row === undefined) return []
  const names = Object.keys(row)
  const sql = `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`
  const values = Object.values(row)
  return [(db) => db.run(sql, values)]
}

const update = (table: string, row: Row, set: readonly string[], where: readonly string[]): Statement => {
  const sql = `UPDATE ${table} SET ${set.map((name) => `${name} = ?`).join(", ")} WHERE ${where.map((name) => `${name} = ?`).join(" AND ")}`
  const values = [...set, ...where].map((name) => need(row[name]))
  return (db) => db.run(sql, values)
}

const grouped = (
  rows: readonly Row[],
  by: (row: Row) => Value | undefined
): ReadonlyMap<Value | undefined, readonly Row[]> => {
  const groups = new Map<Value | undefined, Row[]>()
  for (const row of rows) {
    const group = groups.get(by(row))
    if (group === undefined) groups.set(by(row), [row])
    else group.push(row)
  }
  return groups
}

const need = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("the file does not hold what was taken in")
  return value
}
