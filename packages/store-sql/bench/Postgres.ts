/**
 * Durable appends to a PostgreSQL store, beside the same statements with the same rows sent by hand to the same server over
 * as many connections; and how many single rows the server commits then. The server is one of its own, durable, on this
 * machine: clients and server share the cores.
 */
import type { Unit } from "@hearback/engine"
import { Sample } from "@hearback/engine/testing"
import pg from "pg"
import type { Measure } from "../../../bench/bench.ts"
import { time } from "../../../bench/Report.ts"
import { folderOfPrograms, startServer } from "../../../test/postgres/Server.ts"
import { postgres } from "../src/index.ts"
import { measureCases } from "./PostgresCases.ts"

type Statement = readonly [text: string, values: unknown[], name: string | undefined]

/** What one writer does: a case is opened, and four commands follow on it. */
const unitsOf = (writer: number, cases: number): readonly Unit[] =>
  Array.from({ length: cases }, (_, n) => `${writer}-${n}`).flatMap((id) =>
    [0, 2, 4, 6, 8].map((version) => ({
      ...Sample.unit(`${id}@${version}`, [
        Sample.write(`case/${id}`, version, {
          events: [
            Sample.event({ sealed: { customer: `c-${writer}`, ciphertext: new Uint8Array(200).fill(version) } }),
            Sample.event({ clear: { grade: "urgent", rule: "/grading/urgency/rules/1", words: ["invoice", "again"] } })
          ],
          row: Sample.row(id, { dueAt: version, customer: `c-${writer}` })
        })
      ]),
      outbox: [Sample.message(`case/${id}/${version + 1}/1`)]
    }))
  )

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

interface Run {
  readonly perSecond: number
  /** Units: ms. */
  readonly p99: number
}

/** Lets writers work side by side, each on its own pieces one after another. */
const timed = async (pieces: readonly (readonly (() => Promise<unknown>)[])[]): Promise<Run> => {
  const took: number[] = []
  const start = performance.now()
  await Promise.all(
    pieces.map(async (mine) => {
      for (const piece of mine) {
        const from = performance.now()
        await piece()
        took.push(performance.now() - from)
      }
    })
  )
  return { perSecond: (took.length / (performance.now() - start)) * 1000, p99: quantile(took, 0.99) }
}

/** A pool that takes note of the statements of each transaction. */
const recording = (pool: pg.Pool, transactions: Statement[][]) => ({
  connect: async () => {
    const client = await pool.connect()
    let current: Statement[] = []
    return {
      query: async (statement: { readonly text: string; readonly values: unknown[]; readonly name?: string }) => {
        if (statement.text.startsWith("BEGIN")) current = []
        current.push([statement.text, statement.values, statement.name])
        if (statement.text === "COMMIT") transactions.push(current)
        return client.query(statement)
      },
      release: (error?: boolean | Error) => client.release(error),
      on: () => client
    }
  }
})

/** Measures the PostgreSQL store on a server that is started for the measurement. */
export const measure: Measure = async (give) => {
  const programs = folderOfPrograms()
  if (programs === undefined)
    return give({ what: "no PostgreSQL is installed", ours: "", limit: "", ratio: Number.NaN })
  const server = await startServer(programs)
  try {
    for (const writers of [1, 16, 64]) await atOnce(writers, server.url, give)
    await measureCases(server.url, 100_000, give)
  } finally {
    await server.stop()
  }
}

const atOnce = async (writers: number, url: string, give: Parameters<Measure>[0]): Promise<void> => {
  const cases = Math.max(3, Math.round(320 / writers))
  const all = Array.from({ length: writers }, (_, n) => unitsOf(n, cases))
  const pool = new pg.Pool({ connectionString: url, max: writers })
  // The server ends connections that are just being closed.
  pool.on("error", () => {})
  const schema = (name: string): string => `${name}_${writers}`
  const open = (name: string, over: NonNullable<Parameters<typeof postgres>[0]["pool"]> = pool) =>
    postgres({ pool: over, schema: schema(name), listen: false })

  // What is sent, taken note of once; then the store by itself, and the same statements by hand.
  const transactions: Statement[][] = []
  const recorded = await open("recorded", recording(pool, transactions))
  transactions.length = 0
  const perWriter: Statement[][][] = []
  for (const units of all) {
    for (const unit of units) await recorded.append(unit)
    perWriter.push(transactions.splice(0))
  }
  const store = await open("measured")
  const ours = await timed(all.map((units) => units.map((unit) => () => store.append(unit))))
  await open("replayed")
  const sent = (text: string): string => text.replaceAll(schema("recorded"), schema("replayed"))
  await pool.query(`CREATE TABLE single_${writers} (n integer)`)
  const clients = await Promise.all(all.map(() => pool.connect()))
  const byHand = await timed(
    perWriter.map((mine, n) =>
      mine.map((statements) => async () => {
        for (const [text, values, name] of statements)
          await clients[n]?.query({ text: sent(text), values, ...(name === undefined ? {} : { name: `r${name}` }) })
      })
    )
  )
  const insert = { name: `single${writers}`, text: `INSERT INTO single_${writers} VALUES ($1)`, values: [1] }
  const single = await timed(
    all.map((units, n) => units.map(() => () => clients[n]?.query(insert) ?? Promise.resolve()))
  )
  for (const client of clients) client.release()
  await pool.end()
  const isTarget = writers === 16
  give({
    what: `durable appends, ${writers} at once`,
    ours: perSecond(ours),
    limit: `by hand ${perSecond(byHand)}`,
    ratio: byHand.perSecond / ours.perSecond,
    ...(isTarget ? { target: 1.67 } : {})
  })
  give({
    what: `the slowest of a hundred, ${writers} at once`,
    ours: time(ours.p99 * 1e6),
    limit: `by hand ${time(byHand.p99 * 1e6)}`,
    ratio: ours.p99 / byHand.p99,
    ...(isTarget ? { target: 5 } : {})
  })
  give({ what: `single rows committed, ${writers} at once`, ours: perSecond(single), limit: "", ratio: Number.NaN })
}

const perSecond = (run: Run): string => `${Math.round(run.perSecond)}/s`
