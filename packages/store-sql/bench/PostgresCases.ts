/**
 * What a hundred thousand open cases with clocks cost on PostgreSQL beside a thousand: a timer that is due (claimed, its case
 * appended to with its next time, settled), a command on a case, a claim of another tenant. Which indexes serve them is
 * tested by `EXPLAIN` (test/postgres/Plans.test.ts).
 */
import { Sample } from "@hearback/engine/testing"
import pg from "pg"
import type { Measure } from "../../../bench/bench.ts"
import { time } from "../../../bench/Report.ts"
import { type PostgresStore, postgres } from "../src/index.ts"
import { now, putCases, tenant } from "../test/postgres/ManyCases.ts"

const few = 1_000
const batch = 50
const commands = 400

export interface Figures {
  readonly timersPerSecond: number
  /** Units: ms, the middle one. */
  readonly command: number
  /** Of another tenant, who has one case. Units: ms. */
  readonly otherClaim: number
}

/** Measures a store with so many open clocks, of which so many are due. */
export const figuresWith = async (url: string, schema: string, count: number, due: number): Promise<Figures> => {
  const pool = new pg.Pool({ connectionString: url })
  pool.on("error", () => {})
  try {
    const store = await postgres({ pool, schema, listen: false })
    await putCases(pool, schema, count, due)
    // What was put in is written out before it is timed.
    await pool.query("CHECKPOINT")
    const timersPerSecond = await timersOf(store, due)
    const command = await commandsOf(store, count)
    await store.append({
      ...Sample.unit("one", [Sample.write("case/one", 0, { row: Sample.row("one", { dueAt: now }) })]),
      tenant: "late"
    })
    const start = performance.now()
    const [one] = await store.claim("late", "due", { now, leaseMs: 60_000, limit: batch })
    if (one?.case !== "one") throw new Error("the other tenant is not served")
    return { timersPerSecond, command, otherClaim: performance.now() - start }
  } finally {
    await pool.end()
  }
}

/** Four workers take what is due until nothing is. */
const timersOf = async (store: PostgresStore, due: number): Promise<number> => {
  const start = performance.now()
  let fired = 0
  const work = async (): Promise<void> => {
    for (;;) {
      const claims = await store.claim(tenant, "due", { now, leaseMs: 60_000, limit: batch })
      if (claims.length === 0) return
      for (const { case: id } of claims) {
        const row = Sample.row(id, { dueAt: now + 60_000_000, promiseAt: now })
        await store.append(Sample.unit(`due ${id}`, [Sample.write(`case/${id}`, 1, { row })]))
      }
      await store.settle(
        tenant,
        claims.map(({ id }) => ({ claim: id, outcome: "done" as const }))
      )
      fired += claims.length
    }
  }
  await Promise.all([work(), work(), work(), work()])
  if (fired !== due) throw new Error(`${fired} of ${due} timers fired`)
  return (fired / (performance.now() - start)) * 1_000
}

const commandsOf = async (store: PostgresStore, count: number): Promise<number> => {
  const took: number[] = []
  for (let n = 0; n < commands; n++) {
    // Of those that were not due, all over the table.
    const id = `case-${count - Math.floor((n * count) / commands / 2)}`
    const start = performance.now()
    await store.load({ tenant, stream: `case/${id}` })
    await store.append(
      Sample.unit(`command ${id}`, [Sample.write(`case/${id}`, 1, { row: Sample.row(id, { dueAt: now + n }) })])
    )
    took.push(performance.now() - start)
  }
  return took.sort((a, b) => a - b)[commands >> 1] ?? 0
}

/** Gives the figures of many cases beside those of a thousand. */
export const measureCases = async (url: string, count: number, give: Parameters<Measure>[0]): Promise<void> => {
  const beside = await figuresWith(url, "few", few, few / 2)
  const many = await figuresWith(url, "many", count, 2_000)
  const clocks = `${count.toLocaleString("en")} open clocks`
  give({
    what: `timers due, ${clocks}`,
    ours: `${Math.round(many.timersPerSecond)}/s`,
    limit: `of ${few} ${Math.round(beside.timersPerSecond)}/s`,
    ratio: beside.timersPerSecond / many.timersPerSecond,
    target: 3
  })
  give({
    what: `a command, ${clocks}`,
    ours: time(many.command * 1e6),
    limit: `of ${few} ${time(beside.command * 1e6)}`,
    ratio: many.command / beside.command,
    target: 2
  })
  give({
    what: `the claim of another tenant, ${clocks}`,
    ours: time(many.otherClaim * 1e6),
    limit: `of ${few} ${time(beside.otherClaim * 1e6)}`,
    ratio: Number.NaN
  })
}
