/**
 * `npm run demo`: three examples, weeks of their time in seconds of ours.
 *
 * The answer goes to stdout, progress to stderr. Killed midway, the next start goes on where this one stopped.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { parseArgs } from "node:util"
import { makeProgress } from "../../packages/cli/src/program/Progress.ts"
import { isColoured, processTerminal } from "../../packages/cli/src/program/Terminal.ts"
import { makePaint } from "../../packages/cli/src/render/Paint.ts"
import { chooseLanguage } from "../../packages/cli/src/text/Language.ts"
import { type Example, examples, policyOf } from "./Example.ts"
import { type Figures, figures, readRecord } from "./Figures.ts"
import { lookLines, type Page, reportLines } from "./Report.ts"
import { run } from "./Run.ts"
import { choose, storyLines, tell } from "./Story.ts"
import { wordsOf } from "./Words.ts"

const usage = `usage: npm run demo -- [--db DIR] [--keep] [--seed TEXT] [--only EXAMPLE] [--lang zh|en] [--json]

  --db DIR   where the three SQLite files stand; default .demo
  --keep     does not start anew when the last run was finished: shows its figures again
  --seed     the staff and customers to have; the same seed gives the same weeks
`

const terminal = processTerminal()
const { values } = parseArgs({
  options: {
    db: { type: "string", default: ".demo" },
    keep: { type: "boolean", default: false },
    seed: { type: "string", default: "hearback" },
    only: { type: "string" },
    lang: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false }
  }
})

const language = chooseLanguage(values.lang, process.env)
const page: Page = {
  language,
  paint: makePaint(isColoured(terminal, "out")),
  columns: Math.min(100, Math.max(80, terminal.columns))
}
const words = wordsOf(language)
const fileOf = (example: Example): string => join(values.db, `${example.name}.db`)

/** A finished run is begun anew, an unfinished one of the same seed is gone on with. */
const prepare = (chosen: readonly Example[]): void => {
  const marker = join(values.db, "run.json")
  const last = existsSync(marker)
    ? (JSON.parse(readFileSync(marker, "utf8")) as { readonly seed: string; readonly finished: boolean })
    : undefined
  const goOn = last !== undefined && last.seed === values.seed && (values.keep || !last.finished)
  if (!goOn)
    for (const example of chosen) for (const end of ["", "-wal", "-shm"]) rmSync(fileOf(example) + end, { force: true })
  mkdirSync(values.db, { recursive: true })
  mark(false)
}

const mark = (finished: boolean): void =>
  writeFileSync(join(values.db, "run.json"), JSON.stringify({ seed: values.seed, finished }))

const main = async (): Promise<number> => {
  if (values.help) {
    terminal.out(usage)
    return 0
  }
  const chosen = examples.filter((example) => values.only === undefined || example.name === values.only)
  if (chosen.length === 0) {
    terminal.err(`${usage}\nexamples: ${examples.map((one) => one.name).join(", ")}\n`)
    return 2
  }
  const started = Date.now()
  prepare(chosen)
  const progress = makeProgress(terminal, values.json)
  const all: Figures[] = []
  let story: { readonly lines: readonly string[]; readonly id: string; readonly example: Example } | undefined
  for (const example of chosen) {
    const ran = await run({
      example,
      seed: values.seed,
      db: fileOf(example),
      language,
      onProgress: ({ at, done, arrivals, commands }) =>
        progress.tell(
          { at, done, arrivals, commands },
          () => `${example.name}  ${new Date(at).toISOString().slice(0, 10)}  ${done}/${arrivals}  ${commands}`
        )
    })
    const record = await readRecord(ran.loop)
    const found = await figures({ ...ran, policy: ran.world.policy, example: example.name }, record)
    all.push(found)
    progress.done()
    if (!values.json) terminal.out(`${reportLines(found, page).join("\n")}\n\n\n`)
    const view = example.language === language || chosen.length === 1 ? choose(record) : undefined
    if (view !== undefined && story === undefined) {
      const told = await tell(ran.loop, example.name, view)
      story = { lines: storyLines(told, ran.world.policy.zone, page), id: view.id, example }
    }
    await ran.loop.close()
  }
  mark(true)
  const seconds = (Date.now() - started) / 1000
  if (values.json) {
    terminal.out(`${JSON.stringify({ seed: values.seed, seconds, story: story?.id, examples: all }, null, 2)}\n`)
    return 0
  }
  if (story !== undefined)
    terminal.out(`${[...story.lines, "", "", ...looks(story.example, story.id), ""].join("\n")}\n`)
  terminal.out(`${page.paint("dim", `${words.again(seconds.toFixed(1))} ${values.seed}`)}\n`)
  return 0
}

const looks = (example: Example, id: string): readonly string[] => {
  const db = relative(process.cwd(), fileOf(example))
  const policy = relative(process.cwd(), policyOf(example))
  const hearback = "npm run -s hearback --"
  return lookLines(page, [
    [`${hearback} worklist --db ${db}`, words.look.worklist],
    [`${hearback} case ${id} --db ${db}`, words.look.case],
    [`${hearback} case ${id} --why --db ${db}`, words.look.explain],
    [`${hearback} quarantine --db ${db}`, words.look.quarantine],
    [`${hearback} verify --db ${db}`, words.look.verify],
    [`${hearback} check ${policy}`, words.look.policy]
  ])
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    terminal.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 2
  }
)
