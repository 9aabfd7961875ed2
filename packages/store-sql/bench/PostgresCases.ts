/**
 * What many open cases with clocks cost on PostgreSQL beside ten thousand: a timer that is due (claimed, its case appended to
 * with its next time, settled), a command on a case, a claim of another tenant. Few and many are timed in turns, so that what
 * else the machine does slows both. Which indexes serve them is tested by `EXPLAIN` (test/postgres/Plans.test.ts).
 */
import { Sample } from "@hearback/engine/testing"
import pg from "pg"
import type { Measure } from "../../../bench/bench.ts"
import { time } from "../../../bench/Report.ts"
import { type PostgresStore, postgres } from "../src/index.ts"
import { fillWithCases, isDue, now, tenant } from "../test/postgres/ManyCases.ts"

const few = 10_000
const batch = 50
const rounds = 5
/** Numbers of timers and of commands in one round. */
const [timers, commands] = [400, 60]

/** What one measurement of the PostgreSQL store found. */
export interface Figures {
  readonly timersPerSecond: number
  /** Median duration of a command in one round. Units: ms. */
  readonly command: number
  /** Duration of a claim for another tenant, which has one case. Units: ms. */
  readonly otherClaim: number
}

interface Clocks {
  readonly store: PostgresStore
  readonly count: number
  readonly due: number
  /** What was measured, round by round. */
  readonly figures: Figures[]
}

/** Returns the middle figures of ten thousand open clocks and of so many. */
export const fewAndMany = async (url: string, count: number): Promise<{ readonly [of in "few" | "many"]: Figures }> => {
  const pool = new pg.Pool({ connectionString: url })
  pool.on("error", () => {})
  try {
    const open = async (schema: string, cases: number): Promise<Clocks> => {
      const store = await postgres({ pool, schema, listen: false })
      const due = rounds * timers
      await fillWithCases(pool, schema, cases, due)
      return { store, count: cases, due, figures: [] }
    }
    const both = [await open("few", few), await open("many", count)] as const
    // What was put in is written out before anything is timed.
    await pool.query("CHECKPOINT")
    for (let round = 0; round < rounds; round++)
      for (const clocks of both)
        clocks.figures.push({
          timersPerSecond: await timersOf(clocks.store),
          command: await commandsOf(clocks, round),
          otherClaim: await otherClaimOf(clocks.store, round)
        })
    for (const { store } of both) await store.close()
    return { few: middleOf(both[0].figures), many: middleOf(both[1].figures) }
  } finally {
    await pool.end()
  }
}

const middleOf = (figures: readonly Figures[]): Figures => {
  const of = (name: keyof Figures): number => middle(figures.map((each) => each[name]))
  return { timersPerSecond: of("timersPerSecond"), command: of("command"), otherClaim: of("otherClaim") }
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Four workers take what is due, until so many have fired. */
const timersOf = async (store: PostgresStore): Promise<number> => {
  const start = performance.now()
  let taken = 0
  const work = async (): Promise<void> => {
    while (taken < timers) {
      taken += batch
      const claims = await store.claim(tenant, "due", { now, leaseMs: 3_600_000, limit: batch })
      if (claims.length < batch) throw new Error(`${claims.length} of ${batch} cases are due`)
      for (const claim of claims) {
        const id = claim.kind === "due" ? claim.case : ""
        const row = Sample.row(id, { dueAt: now + 60_000_000, promiseAt: now })
        await store.append(Sample.unit(`due ${id}`, [Sample.write(`case/${id}`, 1, { row })]))
      }
      await store.settle(
        tenant,
        claims.map(({ id }) => ({ claim: id, outcome: "done" as const }))
      )
    }
  }
  await Promise.all([work(), work(), work(), work()])
  return (timers / (performance.now() - start)) * 1_000
}

/** Commands on cases that are not due, all over the table. */
const commandsOf = async ({ store, count, due }: Clocks, round: number): Promise<number> => {
  const took: number[] = []
  for (let n = 0; n < commands; n++) {
    const place = Math.floor(((n * rounds + round) * count) / commands / rounds) + 1
    const id = `case-${isDue(place, count, due) ? place + 1 : place}`
    const start = performance.now()
    const { version } = await store.load({ tenant, stream: `case/${id}` })
    const writes = [Sample.write(`case/${id}`, version, { row: Sample.row(id, { dueAt: now + 60_000_000 + n }) })]
    const { result } = await store.append(Sample.unit(`command ${id}@${version}`, writes))
    if (result !== "appended") throw new Error(`${id}: ${result}`)
    took.push(performance.now() - start)
  }
  return middle(took)
}

const otherClaimOf = async (store: PostgresStore, round: number): Promise<number> => {
  const id = `one-${round}`
  const writes = [Sample.write(`case/${id}`, 0, { row: Sample.row(id, { dueAt: now }) })]
  await store.append({ ...Sample.unit(id, writes), tenant: "late" })
  const start = performance.now()
  const [one] = await store.claim("late", "due", { now, leaseMs: 3_600_000, limit: batch })
  if (one?.kind !== "due" || one.case !== id) throw new Error("the other tenant is not served")
  return performance.now() - start
}

/** Gives the figures of many cases beside those of ten thousand. */
export const measureCases = async (url: string, count: number, give: Parameters<Measure>[0]): Promise<void> => {
  const { few: beside, many } = await fewAndMany(url, count)
  const clocks = `${count.toLocaleString("en")} open clocks`
  const of = `of ${few.toLocaleString("en")}`
  give({
    what: `timers due, ${clocks}`,
    ours: `${Math.round(many.timersPerSecond)}/s`,
    limit: `${of} ${Math.round(beside.timersPerSecond)}/s`,
    ratio: beside.timersPerSecond / many.timersPerSecond,
    target: 2
  })
  give({
    what: `a command, ${clocks}`,
    ours: time(many.command * 1e6),
    limit: `${of} ${time(beside.command * 1e6)}`,
    ratio: many.command / beside.command,
    target: 2
  })
  give({
    what: `the claim of another tenant, ${clocks}`,
    ours: time(many.otherClaim * 1e6),
    limit: `${of} ${time(beside.otherClaim * 1e6)}`,
    ratio: Number.NaN
  })
}
