/**
 * Runs `npm run demo`: three examples whose weeks pass in seconds.
 *
 * The report goes to stdout and progress to stderr. After an interruption, the next start continues where this one
 * stopped.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { parseArgs } from "node:util"
import { Worker } from "node:worker_threads"
import { keyLanguageOf } from "../../packages/core/src/policy/Rule.ts"
import { makePaint } from "../../packages/hearback/src/cli/terminal/Paint.ts"
import { makeProgress } from "../../packages/hearback/src/cli/terminal/Progress.ts"
import { isColoured, processTerminal } from "../../packages/hearback/src/cli/terminal/Terminal.ts"
import { chooseLanguage } from "../../packages/hearback/src/runtime/Language.ts"
import { type Example, examples, policyOf } from "./Example.ts"
import type { Page } from "./Page.ts"
import type { News, Task } from "./Part.ts"
import { lookLines, reportLines } from "./Report.ts"
import { storyLines } from "./Story.ts"
import type { Progress } from "./Weeks.ts"
import { whatIfLines } from "./WhatIf.ts"
import { wordsOf } from "./Words.ts"

const usage = `usage: npm run demo -- [--db DIR] [--keep] [--seed TEXT] [--only EXAMPLE] [--lang zh|en] [--json]

  --db DIR        where the SQLite files stand; default .demo
  --keep          shows the figures of a finished run again instead of starting anew
  --seed TEXT     the staff and customers to have; the same seed gives the same weeks
  --only EXAMPLE  ${examples.map((one) => one.name).join(", ")}
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

/** Language of the report, whose captions exist in two languages. */
const language = keyLanguageOf(chooseLanguage(values.lang, process.env))
const columns = Math.min(100, Math.max(80, terminal.columns))
const page: Page = { language, paint: makePaint(isColoured(terminal, "out")), columns }
const words = wordsOf(language)
const marker = join(values.db, "run.json")
const fileOf = (example: Example): string => join(values.db, `${example.name}.db`)

const mark = (finished: boolean): void => writeFileSync(marker, JSON.stringify({ seed: values.seed, finished }))

/**
 * Removes the files of a finished run and of a run with another seed. An unfinished run with the same seed is kept and
 * continues; so is a finished one with `--keep`.
 */
const prepare = (): void => {
  const last: unknown = existsSync(marker) ? JSON.parse(readFileSync(marker, "utf8")) : undefined
  const { seed, finished } = (last ?? {}) as { readonly seed?: string; readonly finished?: boolean }
  const goesOn = seed === values.seed && (values.keep || finished === false)
  if (!goesOn)
    for (const example of examples)
      for (const file of [fileOf(example), `${fileOf(example)}.keys`])
        for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true })
  mkdirSync(values.db, { recursive: true })
  mark(false)
}

type Done = Extract<News, { readonly news: "done" }>

/** Runs an example on its own thread; the thread ends with this process. */
const runPart = (example: Example, onProgress: (progress: Progress) => void): Promise<Done> =>
  new Promise((resolve, reject) => {
    const task: Task = { example: example.name, seed: values.seed, db: fileOf(example), language }
    const worker = new Worker(new URL("./Part.ts", import.meta.url), { workerData: task })
    worker.on("message", (news: News) => (news.news === "done" ? resolve(news) : onProgress(news.progress)))
    worker.on("error", reject)
    worker.on("exit", (code) => reject(new Error(`${example.name} ended with ${code}`)))
  })

const runAll = async (chosen: readonly Example[]): Promise<readonly Done[]> => {
  const progress = makeProgress(terminal, values.json)
  const far = new Map<string, Progress>()
  const show = (): string =>
    [...far]
      .map(
        ([name, { at, arrived, arrivals }]) =>
          `${name} ${new Date(at).toISOString().slice(0, 10)} ${arrived}/${arrivals}`
      )
      .join("  ")
  const tell = (example: Example) => (now: Progress) => {
    far.set(example.name, now)
    const sum = (of: (one: Progress) => number): number => [...far.values()].reduce((total, one) => total + of(one), 0)
    progress.tell({ arrived: sum((one) => one.arrived), commands: sum((one) => one.commands) }, show)
  }
  const done = await Promise.all(chosen.map((example) => runPart(example, tell(example))))
  progress.done()
  return done
}

const looks = (example: Example, id: string): readonly string[] => {
  const db = relative(process.cwd(), fileOf(example))
  const hearback = "npm run -s hearback --"
  return lookLines(page, [
    [`${hearback} worklist --db ${db}`, words.look.worklist],
    [`${hearback} case ${id} --db ${db}`, words.look.case],
    [`${hearback} case ${id} --why --db ${db}`, words.look.explain],
    [`${hearback} measures --db ${db}`, words.look.measures],
    [`${hearback} quarantine --db ${join(values.db, "itr-service.db")}`, words.look.quarantine],
    [`${hearback} verify --db ${db}`, words.look.verify],
    [`${hearback} simulate ${relative(process.cwd(), policyOf(example))}`, words.look.simulate],
    [`${hearback} check ${relative(process.cwd(), policyOf(example))}`, words.look.policy]
  ])
}

/**
 * Returns the example from which the story is taken: the first in the reader's language, otherwise the first of all.
 */
const inOwnLanguage = (chosen: readonly Example[]): Example | undefined =>
  chosen.find((one) => one.language === language) ?? chosen[0]

const storyOf = (chosen: readonly Example[], done: readonly Done[], whatIf: readonly string[]): readonly string[] => {
  const example = inOwnLanguage(chosen)
  const story = done.find((one) => one.figures.example === example?.name)?.story
  if (example === undefined || story === undefined) return []
  return [...storyLines(story, page), "", "", ...whatIf, "", "", ...looks(example, story.view.id), ""]
}

const main = async (): Promise<number> => {
  const chosen = examples.filter((example) => values.only === undefined || example.name === values.only)
  if (values.help || chosen.length === 0) {
    ;(values.help ? terminal.out : terminal.err)(usage)
    return values.help ? 0 : 2
  }
  const started = Date.now()
  prepare()
  const example = inOwnLanguage(chosen)
  // The simulation runs on this thread while the examples run on theirs.
  const asked = values.json || example === undefined ? [] : whatIfLines(example, page)
  const [done, whatIf] = await Promise.all([runAll(chosen), asked])
  mark(true)
  const seconds = (Date.now() - started) / 1000
  if (values.json) {
    const stories = Object.fromEntries(done.map((one) => [one.figures.example, one.story?.view.id]))
    const all = { seed: values.seed, seconds, examples: done.map((one) => one.figures), stories }
    terminal.out(`${JSON.stringify(all, null, 2)}\n`)
    return 0
  }
  for (const one of done) terminal.out(`${reportLines(one.figures, page).join("\n")}\n\n\n`)
  const end = page.paint("dim", `${words.again(seconds.toFixed(1))} ${values.seed}`)
  terminal.out(`${[...storyOf(chosen, done, whatIf), end].join("\n")}\n`)
  return 0
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
