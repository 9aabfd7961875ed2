/**
 * Figures of speed, size and growth, each beside a hand-written limit or the raw store in the same run.
 *
 *   npm run bench                              all subjects
 *   npm run bench -- --only table,step         some of them
 *   npm run bench -- --only understanding reviews.csv --text body --label stars
 *   npm run bench -- --json                    one object for machines
 *   npm run bench -- --assert                  exit 1 where a ratio is over its target
 */
import { cpus, release, totalmem } from "node:os"
import { type Figure, head, isOver, show } from "./Report.ts"

/** The subjects. Each is loaded when it is its turn, so that it does not use memory during earlier ones. */
const subjects: Readonly<Record<string, () => Promise<{ readonly measure: Measure }>>> = {
  start: () => import("./Start.ts"),
  table: () => import("./Table.ts"),
  calendar: () => import("./Calendar.ts"),
  classify: () => import("./Classify.ts"),
  step: () => import("./Step.ts"),
  compile: () => import("./Compile.ts"),
  ingest: () => import("./Ingest.ts"),
  due: () => import("./Due.ts"),
  postgres: () => import("../packages/store-sql/bench/Postgres.ts"),
  disk: () => import("../packages/hearback/bench/Disk.ts"),
  cluster: () => import("../packages/cluster/bench/Cluster.ts"),
  memory: () => import("./Memory.ts"),
  growth: () => import("./Growth.ts"),
  simulation: () => import("./Simulation.ts"),
  measures: () => import("./Measures.ts"),
  understanding: () => import("./Understanding.ts")
}

/** Measures a subject and gives each figure as soon as it is known. */
export type Measure = (give: (figure: Omit<Figure, "subject">) => void) => Promise<void> | void

const option = (flag: string): string | undefined => {
  const at = process.argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`))
  const word = process.argv[at]
  return word === flag ? process.argv[at + 1] : word?.slice(flag.length + 1)
}

const main = async (): Promise<void> => {
  const json = process.argv.includes("--json")
  const say = (text: string): void => void (json || process.stdout.write(`${text}\n`))
  const only = option("--only")?.split(",")
  const unknown = only?.filter((name) => !Object.hasOwn(subjects, name)) ?? []
  if (unknown.length > 0) {
    process.stderr.write(`no subject ${unknown.join(", ")}; there are ${Object.keys(subjects).join(", ")}\n`)
    process.exitCode = 2
    return
  }
  const [cpu] = cpus()
  const machine = `${cpu?.model.trim() ?? "unknown"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}`
  say(`Node ${process.version} · ${machine}`)
  const figures: Figure[] = []
  for (const [subject, load] of Object.entries(subjects)) {
    if (only !== undefined && !only.includes(subject)) continue
    say(`\n${subject}`)
    say(head())
    const { measure } = await load()
    await measure((figure) => {
      figures.push({ subject, ...figure })
      say(show({ subject, ...figure }))
    })
  }
  const over = figures.filter(isOver)
  const judged = figures.filter(({ target }) => target !== undefined).length
  say(
    `\n${judged - over.length} of ${judged} targets met${over.length === 0 ? "" : `; over: ${over.map(({ subject, what }) => `${subject} (${what})`).join("; ")}`}`
  )
  if (json) process.stdout.write(`${JSON.stringify({ node: process.version, machine, figures }, null, 2)}\n`)
  if (process.argv.includes("--assert") && over.length > 0) process.exitCode = 1
}

await main()
