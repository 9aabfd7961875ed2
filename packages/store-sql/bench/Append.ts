/**
 * Appends per second, beside raw inserts of the same rows in the same transactions: what the fence, the chain, the
 * key and the engine's shape cost.  Run: node --conditions=source packages/store-sql/bench/Append.ts [units] [folder]
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Unit } from "@hearback/engine"
import { Sample } from "@hearback/engine/testing"
import { sqlite } from "../src/index.ts"

const total = Number(process.argv[2] ?? 4000)

/** Opening of a case: two events, one of them sealed, its row and a receipt that leaves. */
const units: readonly Unit[] = Array.from({ length: total }, (_, n) => ({
  ...Sample.unit(`key-${n}`, [
    Sample.write(`case/2611-${n}`, 0, {
      events: [
        Sample.event({ sealed: { customer: `c-${n % 500}`, ciphertext: new Uint8Array(200).fill(n) } }),
        Sample.event({ clear: { grade: "urgent", rule: "/grading/urgency/rules/1", words: ["invoice", "again"] } })
      ],
      row: Sample.row(`2611-${n}`, { dueAt: n, promiseAt: n, customer: `c-${n % 500}`, text: "invoice wrong again" })
    })
  ]),
  outbox: [Sample.message(`case/2611-${n}/1/1`)]
}))

type Synchronous = "full" | "normal"

const inFolder = async (run: (file: string) => Promise<void>): Promise<number> => {
  const folder = mkdtempSync(join(process.argv[3] ?? tmpdir(), "hearback-"))
  const file = join(folder, "loop.db")
  try {
    const start = performance.now()
    await run(file)
    return (total / (performance.now() - start)) * 1000
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const one = (synchronous: Synchronous) =>
  inFolder(async (file) => {
    const store = sqlite(file, { synchronous })
    for (const unit of units) await store.append(unit)
    await store.close()
  })

const many = (synchronous: Synchronous, size: number) =>
  inFolder(async (file) => {
    const store = sqlite(file, { synchronous })
    for (let n = 0; n < units.length; n += size) await store.appendMany?.(units.slice(n, n + size))
    await store.close()
  })

const tables = ["hearback_unit", "hearback_entry", "hearback_stream", "hearback_case", "hearback_outbox"] as const

/** The rows that the store wrote, inserted again into the same tables, `size` units to a transaction. */
const raw = async (synchronous: Synchronous, size: number): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-"))
  const source = join(folder, "loop.db")
  const store = sqlite(source, { synchronous: "normal" })
  await store.appendMany?.(units)
  await store.close()
  const database = new DatabaseSync(source)
  const rows = tables.map((table) => {
    const hidden = new Set(["ready_at"])
    const order = table === "hearback_unit" || table === "hearback_entry" ? "position" : "tenant"
    const all = database.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all()
    return all.map((row) => Object.entries(row).filter(([name]) => !hidden.has(name)))
  })
  database.close()
  rmSync(folder, { recursive: true, force: true })
  return inFolder(async (file) => {
    await sqlite(file, { synchronous }).close()
    const target = new DatabaseSync(file)
    target.exec(`PRAGMA synchronous = ${synchronous}`)
    const inserts = tables.map((table, n) => {
      const names = rows[n]?.[0]?.map(([name]) => name) ?? []
      return target.prepare(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`)
    })
    const put = (table: number, n: number) =>
      inserts[table]?.run(...(rows[table]?.[n]?.map(([, value]) => value) ?? []))
    for (let n = 0; n < total; n++) {
      if (n % size === 0) target.exec("BEGIN IMMEDIATE")
      put(0, n)
      put(1, n)
      for (const table of [2, 3, 4]) put(table, n)
      if (n % size === size - 1 || n === total - 1) target.exec("COMMIT")
    }
    target.close()
  })
}

const figure = (value: number): string => `${Math.round(value)}/s`.padStart(9)

for (const synchronous of ["normal", "full"] as const)
  for (const size of [1, 100]) {
    const ours = size === 1 ? await one(synchronous) : await many(synchronous, size)
    const theirs = await raw(synchronous, size)
    console.log(
      `${synchronous.padEnd(6)} ${String(size).padStart(3)} units a transaction: store ${figure(ours)}  raw ${figure(theirs)}  ratio ${(theirs / ours).toFixed(2)}`
    )
  }
