/**
 * Measures the disk space of cases in PostgreSQL: 5,000 submissions of itr-service, then commands on some of the
 * cases. The page `docs/scale.md` uses these figures.
 */
import { Hearback } from "hearback"
import { postgres } from "hearback/postgres"
import pg from "pg"
import type { Measure } from "../../../bench/bench.ts"
import * as Examples from "../../../bench/Examples.ts"
import { bytes } from "../../../bench/Report.ts"
import { folderOfPrograms, startServer } from "../../../test/postgres/Server.ts"

const pieces = 5_000
const commands = 1_000

interface Size {
  readonly table: string
  readonly rows: number
  readonly heap: number
  readonly indexes: number
}

/** Measures the disk space of cases. */
export const measure: Measure = async (give) => {
  const programs = folderOfPrograms()
  if (programs === undefined)
    return give({ what: "no PostgreSQL is installed", ours: "", limit: "", ratio: Number.NaN })
  const server = await startServer(programs)
  const client = new pg.Client({ connectionString: server.url })
  const loop = await Hearback.open({
    policy: Examples.policyPath("itr-service"),
    store: await postgres({ url: server.url }),
    clock: { now: () => Date.parse("2026-12-30T09:00:00+08:00") }
  })
  const told = (what: string, ours: string, limit = ""): void => give({ what, ours, limit, ratio: Number.NaN })
  try {
    await client.connect()
    const before = await sizesOf(client)
    const ids: string[] = []
    for await (const receipt of loop.submitMany(Examples.feedback(pieces), { batch: 100 })) ids.push(receipt.case)
    const taken = await sizesOf(client)
    for (const { table, rows, heap, indexes } of taken) {
      const was = before.find((one) => one.table === table)
      const grown = heap + indexes - (was?.heap ?? 0) - (was?.indexes ?? 0)
      if (grown < pieces) continue
      const each = (count: number): string => (count / pieces).toFixed(2)
      told(
        `  a submission: ${table}`,
        bytes(grown / pieces),
        `${each(rows - (was?.rows ?? 0))} rows, ${bytes((indexes - (was?.indexes ?? 0)) / pieces)} of indexes`
      )
    }
    const [grown, of] = [sum(taken) - sum(before), sumOfIndexes(taken) - sumOfIndexes(before)]
    told("a submission: in all", bytes(grown / pieces), `${bytes(of / pieces)} of indexes`)
    told("100,000 submissions", bytes((grown / pieces) * 100_000))
    const desk = loop.for({ actor: { id: "zhao-min" } })
    const open = [...new Set(ids)].slice(0, commands)
    const taking = async (from: number): Promise<void> => {
      for (let n = from; n < open.length; n += 8) {
        const id = open[n] ?? ""
        const text = `A note of usual length on what was said on the telephone, number ${n}`
        await desk.execute(id, { do: "note", text }, { key: `note-${n}` })
        await desk.execute(id, { do: "write", text }, { key: `write-${n}` })
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, n) => taking(n)))
    const after = await sizesOf(client)
    const each = (all: (sizes: readonly Size[]) => number): string =>
      bytes((all(after) - all(taken)) / (2 * open.length))
    told("a further command", each(sum), `${each(sumOfIndexes)} of indexes`)
  } finally {
    await client.end()
    await loop.close()
    await server.stop()
  }
}

const sum = (sizes: readonly Size[]): number => sizes.reduce((all, { heap, indexes }) => all + heap + indexes, 0)
const sumOfIndexes = (sizes: readonly Size[]): number => sizes.reduce((all, { indexes }) => all + indexes, 0)

const sizesOf = async (client: pg.Client): Promise<readonly Size[]> => {
  await client.query("VACUUM ANALYZE")
  const { rows } = await client.query<Record<keyof Size, string>>(
    `SELECT relname AS table, reltuples::bigint AS rows, pg_table_size(c.oid) AS heap, pg_indexes_size(c.oid) AS indexes
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname IN ('hearback', 'hearback_keys') ORDER BY relname`
  )
  return rows.map(({ table, rows: count, heap, indexes }) => ({
    table,
    rows: Math.max(0, Number(count)),
    heap: Number(heap),
    indexes: Number(indexes)
  }))
}
