/**
 * The raw store with which intake is compared: plain prepared statements of the plain driver. It computes nothing: no
 * hash, no seal, no classification, no check of a version or of a repeated key. Pragmas are those of the product.
 *
 * It writes the same content in two ways. `plain` is what a host would write by hand: a row for each event and each
 * message with all of its content, and each sealed text once for all events that share it. `ours` are the very rows
 * that the product wrote, already packed and sealed.
 *
 * A batch is three transactions, as in the product: new customers' keys, receipts, cases. A receipt's row and the head
 * of its stream are inserted by the second and updated by the third, since the receipt is stored first.
 */
import { createHash } from "node:crypto"
import { DatabaseSync } from "node:sqlite"
import { sqlite } from "hearback/sqlite"
import { type Timed, timer } from "./Race.ts"

type Events = ReturnType<typeof sqlite>["events"]
type StoredEvent = Awaited<ReturnType<Events["read"]>>["events"][number]
type OutboxMessage = Awaited<ReturnType<Events["undelivered"]>>["items"][number]["message"]
type Value = string | number | null | Uint8Array
type Row = Readonly<Record<string, Value>>
type Statement = (db: Prepared) => void

interface Prepared {
  readonly run: (sql: string, values: readonly Value[]) => void
}

/** What is written to one file: transactions of statements. */
export type Recording = readonly (readonly Statement[])[]

/** The recordings of both ways. */
export interface Recordings {
  readonly plain: Recording
  readonly ours: Recording
}

/** Tables for what the product stores in another form. */
const plainTables = [
  `CREATE TABLE plain_event (
    position INTEGER PRIMARY KEY, tenant TEXT NOT NULL, stream TEXT NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL,
    at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, actor TEXT NOT NULL, command TEXT NOT NULL, policy TEXT NOT NULL,
    clear TEXT NOT NULL, customer TEXT, sealed BLOB, hash TEXT NOT NULL, UNIQUE (tenant, stream, version)
  ) STRICT`,
  "CREATE INDEX plain_event_tenant ON plain_event (tenant)",
  `CREATE TABLE plain_message (
    tenant TEXT NOT NULL, id TEXT NOT NULL, lane TEXT NOT NULL, body TEXT NOT NULL, customer TEXT, not_before INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
  ) STRICT`,
  "CREATE INDEX plain_message_ready ON plain_message (tenant, not_before, lane)"
]

/** How entries and messages are written. */
interface Way {
  readonly entry: (entry: Row) => readonly Statement[]
  readonly message: (message: Row) => readonly Statement[]
}

/** What the product wrote for one arrival: its receipt, and the unit that opened its case. */
interface Arrival {
  readonly row: Row
  readonly receipt: Row
  readonly opening: Row
}

/** Reads what a run of the product left in a file, for batches of `size` arrivals in the order of `keys`. */
export const record = async (file: string, keys: readonly string[], size: number): Promise<Recordings> => {
  const [database, keyFile] = [new DatabaseSync(file), new DatabaseSync(`${file}.keys`)]
  const rows = (table: string, order: string, of = database): readonly Row[] => {
    const all = of.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all() as Record<string, Value>[]
    return all.map(({ ready_at: _, ...row }) => row)
  }
  const entries = rows("hearback_entry", "position")
  const kept: Kept = {
    units: rows("hearback_unit", "position").filter(({ events }) => Number(events) > 0),
    entries,
    policies: rows("hearback_policy", "id"),
    byStream: grouped(entries, ({ stream }) => stream),
    cases: new Map(rows("hearback_case", "id").map((row) => [row["id"], row])),
    messages: grouped(rows("hearback_outbox", "id"), ({ id }) => streamOf(String(id))),
    secrets: new Map(rows("hearback_key", "customer", keyFile).map((row) => [row["customer"], row]))
  }
  const intake = new Map(rows("hearback_intake", "key").map((row) => [row["key"], row]))
  for (const one of [database, keyFile]) one.close()
  const arrivals = keys.map((key): Arrival => {
    const row = need(intake.get(createHash("sha256").update(key).digest("hex").slice(0, 32)))
    const [first, second] = need(kept.byStream.get(`intake/${row["key"]}`))
    return { row, receipt: unitOf(kept, need(first)), opening: unitOf(kept, need(second)) }
  })
  const plain = await plainWay(file)
  const ours: Way = {
    entry: (entry) => insert("hearback_entry", entry),
    message: (message) => insert("hearback_outbox", message)
  }
  return { plain: written(kept, plain, arrivals, size), ours: written(kept, ours, arrivals, size) }
}

interface Kept {
  readonly units: readonly Row[]
  readonly entries: readonly Row[]
  readonly policies: readonly Row[]
  readonly byStream: ReadonlyMap<Value | undefined, readonly Row[]>
  readonly cases: ReadonlyMap<Value | undefined, Row>
  readonly messages: ReadonlyMap<Value | undefined, readonly Row[]>
  readonly secrets: ReadonlyMap<Value | undefined, Row>
}

/** Returns the unit with which an entry was written; a unit's events are consecutive. */
const unitOf = ({ units }: Kept, { position }: Row): Row =>
  need(units[firstIndex(units, (unit) => Number(unit["position"]) >= Number(position))])

const entriesOf = ({ entries }: Kept, { position, events }: Row): readonly Row[] => {
  const at = (end: number): number => firstIndex(entries, (entry) => Number(entry["position"]) > end)
  return entries.slice(at(Number(position) - Number(events)), at(Number(position)))
}

const firstIndex = <T>(all: readonly T[], holds: (one: T) => boolean): number => {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(all[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}

const written = (kept: Kept, way: Way, arrivals: readonly Arrival[], size: number): Recording => {
  const known = new Set<Value>()
  const opened = new Set<Value>()
  /** Returns the last row and the messages of a case, written with its first arrival. */
  const openedBy = ({ case_id: id }: Row): readonly Statement[] => {
    if (opened.has(need(id))) return []
    opened.add(need(id))
    const messages = kept.messages.get(`case/${id}`) ?? []
    return [...insert("hearback_case", kept.cases.get(id)), ...messages.flatMap(way.message)]
  }
  const result: Statement[][] = [kept.policies.flatMap((row) => insert("hearback_policy", row))]
  const entry = (row: Row): readonly Statement[] => {
    const { tenant, stream, version, hash } = row as Readonly<Record<string, Value>> & { tenant: Value }
    const head = { tenant, stream: need(stream), version: need(version), hash: need(hash) }
    const isFirst = kept.byStream.get(stream)?.[0] === row
    return [
      ...way.entry(row),
      ...(isFirst
        ? insert("hearback_stream", head)
        : [update("hearback_stream", head, ["version", "hash"], ["tenant", "stream"])])
    ]
  }
  for (let from = 0; from < arrivals.length; from += size) {
    const batch = arrivals.slice(from, from + size)
    const customers = batch.flatMap(({ receipt }) => customersOf(need(entriesOf(kept, receipt)[0])))
    const fresh = [...new Set(customers)].filter((customer) => !known.has(customer))
    for (const customer of fresh) known.add(customer)
    result.push(fresh.flatMap((customer) => insert("hearback_key", kept.secrets.get(customer))))
    result.push(
      batch.flatMap(({ row, receipt }) => [
        ...insert("hearback_unit", receipt),
        ...entriesOf(kept, receipt).flatMap(entry),
        ...insert("hearback_intake", { ...row, state: "received", case_id: null })
      ])
    )
    result.push(
      batch.flatMap(({ row, opening }) => [
        ...insert("hearback_unit", opening),
        ...entriesOf(kept, opening).flatMap(entry),
        update("hearback_intake", row, ["state", "case_id"], ["tenant", "key"]),
        ...openedBy(row)
      ])
    )
  }
  return result.filter((transaction) => transaction.length > 0)
}

/** Returns for whom something of an entry is sealed. */
const customersOf = ({ customers }: Row): readonly string[] =>
  customers === null ? [] : (JSON.parse(String(customers)) as [string][]).map(([name]) => name)

const streamOf = (message: string): string => message.split("/").slice(0, -2).join("/")

/** Returns the way with a row for each event and each message. */
const plainWay = async (file: string): Promise<Way> => {
  const { events: store } = sqlite(file)
  const events = new Map<string, StoredEvent[]>()
  for (let after: number | null = null; ; ) {
    const page: Awaited<ReturnType<typeof store.read>> = await store.read("default", after, 1_000)
    for (const event of page.events) {
      const known = events.get(event.hash)
      if (known === undefined) events.set(event.hash, [event])
      else known.push(event)
    }
    after = page.next
    if (page.events.length === 0) break
  }
  const messages = new Map<string, OutboxMessage>()
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof store.filed<"message">>> = await store.filed(
      "default",
      "message",
      after,
      1_000
    )
    for (const { key, row } of page) if (row !== null) messages.set(key, row)
    after = page.at(-1)?.key ?? null
    if (after === null) break
  }
  await store.close()
  return {
    entry: ({ hash }) => {
      const all = need(events.get(Buffer.from(hash as Uint8Array).toString("hex")))
      return all.flatMap((event, n) => insert("plain_event", plainEvent(event, n === 0)))
    },
    message: ({ id }) => insert("plain_message", plainMessage(need(messages.get(String(id)))))
  }
}

/** Returns the row of an event. A sealed text that several events share is written with the first of them. */
const plainEvent = (event: StoredEvent, isFirst: boolean): Row => {
  const { position, tenant, stream, version, type, at, recordedAt, actor, command, policy, clear, sealed, hash } = event
  return {
    ...{ position, tenant, stream, version, type, at, recorded_at: recordedAt, actor, command, policy },
    clear: JSON.stringify(clear),
    customer: sealed?.customer ?? null,
    sealed: sealed !== undefined && (isFirst || sealed.place === 0) ? sealed.ciphertext : null,
    hash
  }
}

const plainMessage = ({ id, lane, notBefore, sealed, ...rest }: OutboxMessage): Row => ({
  tenant: "default",
  id,
  lane,
  body: JSON.stringify(rest),
  customer: sealed?.customer ?? null,
  not_before: notBefore
})

/** Writes a recording to new files; returns the time without making the tables. */
export const replay = async (file: string, recording: Recording, synchronous: "full" | "normal"): Promise<Timed> => {
  await sqlite(file, { synchronous }).events.close()
  const [database, keyFile] = [new DatabaseSync(file), new DatabaseSync(`${file}.keys`)]
  for (const one of [database, keyFile]) one.exec("PRAGMA cache_size = -16000")
  database.exec(`PRAGMA synchronous = ${synchronous}`)
  // Keys are always synchronised to the disk.
  keyFile.exec("PRAGMA synchronous = full")
  for (const sql of plainTables) database.exec(sql)
  const statements = new Map<string, ReturnType<DatabaseSync["prepare"]>>()
  const prepared: Prepared = {
    run: (sql, values) => {
      let statement = statements.get(sql)
      if (statement === undefined) {
        statement = fileOf(sql).prepare(sql)
        statements.set(sql, statement)
      }
      statement.run(...values)
    }
  }
  const fileOf = (sql: string): DatabaseSync => (sql.includes("hearback_key ") ? keyFile : database)
  const stop = timer()
  for (const transaction of recording) {
    database.exec("BEGIN IMMEDIATE")
    keyFile.exec("BEGIN")
    for (const statement of transaction) statement(prepared)
    keyFile.exec("COMMIT")
    database.exec("COMMIT")
  }
  const took = stop()
  for (const one of [database, keyFile]) one.close()
  return took
}

/** Returns how many rows a recording inserts and updates. */
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
