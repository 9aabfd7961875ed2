// A longer proof than a test run: every law over more than a million generated commands, in as many processes as there
// are processors; then the other properties and the crash tests. HEARBACK_RUNS is the number of histories for each law
// of the decider (default 2,300; a tenth for those of the engine). A failure prints its seed and path.
import { spawn, spawnSync } from "node:child_process"
import { availableParallelism } from "node:os"
import { join } from "node:path"

const root = join(import.meta.dirname, "..")
const runs = Number(process.env.HEARBACK_RUNS ?? "2300")
/** The usual number of histories in one process: small enough that all processors are busy until the end. */
const usualShare = 250
const began = Date.now()

const proofs = [
  { program: join(root, "packages/core/test/laws/prove.ts"), runs },
  { program: join(root, "packages/engine/test/laws/prove.ts"), runs: Math.ceil(runs / 10) },
  // Ten thousand histories with faults, a thousand with two tenants, a hundred of each and of the laws of the engine on
  // PostgreSQL, three hundred processes that are killed.
  { program: join(root, "packages/hearback/test/simulation/prove.ts"), runs: Math.ceil(runs / 0.23) },
  { program: join(root, "packages/hearback/test/isolation/prove.ts"), runs: Math.ceil(runs / 2.3) },
  { program: join(root, "packages/hearback/test/postgres/prove.ts"), runs: Math.ceil(runs / 23), share: 25 },
  { program: join(root, "packages/hearback/test/kills/prove.ts"), runs: Math.ceil((runs * 3) / 23) },
  // A million open clocks in PostgreSQL, and calls of every kind, which it must answer as the store in memory does.
  { program: join(root, "packages/store-sql/test/postgres/prove.ts"), runs: Math.ceil(runs / 10) },
  // Known results of queues, and a thousand simulations whose intervals are counted.
  { program: join(root, "packages/simulation/test/truth/prove.ts"), runs: 6 },
  // In one process, because the covered share is judged over all of them.
  { program: join(root, "packages/simulation/test/truth/proveCoverage.ts"), runs: Math.ceil(runs / 2.3), share: 1_000 },
  // Ten thousand commands to a cluster that loses processes.
  { program: join(root, "packages/cluster/test/members/prove.ts"), runs: Math.ceil(runs / 0.23), share: 2_500 },
  // A hundred thousand inputs; some kinds are rarer than others.
  { program: join(root, "packages/hearback/test/fuzz/prove.ts"), runs: Math.ceil((runs * 48) / 2.3), share: 6_000 }
]
const node = (program, ...args) => ["--conditions=source", program, ...args.map(String)]
const lawsOf = (program) => JSON.parse(spawnSync(process.execPath, node(program), { encoding: "utf8" }).stdout)

/**
 * The jobs. Their seeds are far apart, so no two processes use the same histories. One share of every law comes before
 * the next share.
 */
const jobs = proofs
  .flatMap(({ program, runs: all, share = usualShare }, p) =>
    lawsOf(program).flatMap((law, n) =>
      Array.from({ length: Math.ceil(all / share) }, (_, i) => ({
        law,
        i,
        args: node(program, law, Math.min(share, all - i * share), (p * 100 + n + 1) * 10_000 + i)
      }))
    )
  )
  .sort((a, b) => a.i - b.i)

const table = new Map(jobs.map(({ law }) => [law, { histories: 0, commands: 0, seconds: 0, failed: 0 }]))

let done = 0
/** Prints a line a minute on the error stream, because everything together takes most of an hour. */
const progress = setInterval(() => {
  const failed = [...table].flatMap(([law, row]) => (row.failed > 0 ? [law] : []))
  const minutes = Math.round((Date.now() - began) / 60_000)
  process.stderr.write(`${minutes} min: ${done} of ${jobs.length} pieces, failed: ${failed.join(", ") || "none"}\n`)
}, 60_000)

const hold = ({ law, args }) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] })
    let said = ""
    child.stdout.on("data", (data) => {
      said += data
    })
    child.on("close", (code) => {
      const row = table.get(law)
      if (code !== 0) row.failed += 1
      else for (const [name, n] of Object.entries(JSON.parse(said))) if (name in row) row[name] += n
      done += 1
      resolve()
    })
  })

const waiting = [...jobs]
const work = async () => {
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await hold(job)
}
await Promise.all(Array.from({ length: availableParallelism() }, work))
clearInterval(progress)

const rest = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/vitest/vitest.mjs"),
    ...["run", "prop.test", "Crash", "BusinessTime", "--project=!laws", "--testTimeout=1800000"]
  ],
  { cwd: root, stdio: "inherit" }
)

const line = (law, histories, commands, seconds) =>
  `${law.padEnd(26)}${String(histories).padStart(10)}${String(commands).padStart(12)}${String(seconds).padStart(9)}\n`
const total = [...table.values()].reduce((sum, { commands }) => sum + commands, 0)
process.stdout.write(`\n${line("law", "histories", "commands", "seconds")}`)
for (const [law, { histories, commands, seconds, failed }] of table)
  process.stdout.write(line(failed === 0 ? law : `${law} FAILED`, histories, commands, seconds.toFixed(1)))
process.stdout.write(line("in all", "", total, ((Date.now() - began) / 1000).toFixed(1)))
process.stdout.write(`${total.toLocaleString("en")} generated commands\n`)
process.exitCode = [...table.values()].some(({ failed }) => failed > 0) ? 1 : (rest.status ?? 1)
