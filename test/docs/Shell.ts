/** Lines of `sh` fences: ours are run, those that set up or run for long are only looked up. */
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { load } from "../../packages/hearback/src/cli/Commands.ts"
import { isCannotRun } from "../../packages/hearback/src/cli/program/Fault.ts"
import { textsOf } from "../../packages/hearback/src/cli/text/Catalogue.ts"
import { commandMeant } from "../../packages/hearback/src/cli/text/Names.ts"
import { run as hearback } from "../../packages/hearback/src/cli.ts"
import { root } from "./Markdown.ts"

interface Package {
  readonly name: string
  readonly private?: boolean
  readonly scripts?: Readonly<Record<string, string>>
  readonly bin?: Readonly<Record<string, string>>
}

const packageIn = (folder: string): Package =>
  JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Package

const scripts = packageIn(".").scripts ?? {}
const published = [
  "core",
  "policy",
  "engine",
  "store-sql",
  "insight",
  "simulation",
  "backtest",
  "hearback",
  "cluster",
  "create-hearback"
]
  .map((name) => packageIn(`packages/${name}`))
  .filter((each) => each.private !== true)

/** Returns what is wrong with a line of a `sh` fence, nothing where it does what it says. */
export const problemOf = async (line: string, database: string): Promise<string | undefined> => {
  const command = line.replace(/\s+#.*$/, "").trim()
  if (command === "" || command.startsWith("#")) return undefined
  const ours = /^npm run -s hearback -- (.+)$/.exec(command)?.[1]
  if (ours !== undefined) return run(ours.replace(/ +/g, " "), /# exit (\d)/.exec(line)?.[1] ?? "0", database)
  const script =
    /^(?:npm run|node --run) ([\w:-]+)$/.exec(command)?.[1] ?? (command === "npm test" ? "test" : undefined)
  if (script !== undefined) return scripts[script] === undefined ? `package.json has no script ${script}` : undefined
  const file = /^node (?:--[\w=-]+ )*([\w./-]+)$/.exec(command)?.[1]
  if (file !== undefined) return existsSync(join(root, file)) ? undefined : `there is no ${file}`
  const installed = /^npm install (?:--save-dev )?(.+)$/.exec(command)?.[1]?.split(" ")
  if (installed !== undefined) {
    const unknown = installed.find((name) => !published.some((each) => each.name === name))
    return unknown === undefined ? undefined : `there is no package ${unknown}`
  }
  const created = /^npm create ([\w-]+)(?: .*)?$/.exec(command)?.[1]
  if (created !== undefined)
    return published.some((each) => each.name === `create-${created}`)
      ? undefined
      : `there is no package create-${created}`
  const bin = /^(?:npx )?([\w-]+)(?: .*)?$/.exec(command)?.[1]
  if (bin !== undefined) return published.some((each) => each.bin?.[bin] !== undefined) ? undefined : `no bin ${bin}`
  return "nothing is known of such a line"
}

/** Returns what our command line does not know of a command that a sentence names, which may be cut short. */
export const unknownIn = async (sentence: string): Promise<string | undefined> => {
  const [verb = "", ...words] = sentence.match(/"[^"]*"|\S+/g) ?? []
  // `hearback command …` is the name of a span.
  if (/^[-<…]/.test(verb) || verb === "command") return undefined
  const name = commandMeant(verb)
  if (name === undefined) return `no command ${verb}`
  const { command, parse } = await load(name)
  try {
    parse(command, words, textsOf("en").frame, "en")
  } catch (error) {
    if (!isCannotRun(error)) throw error
    if (error.fault.code === "usage/unknown-option") return error.fault.message
  }
  return undefined
}

/** Whether a fence is one script of our own command, as it is typed where it is installed. */
export const isScript = (text: string): boolean => /^npx hearback init \S+ && cd /.test(text)

/** Runs a whole fence in an empty folder, each line after the one before; returns what went wrong. */
export const scriptProblem = async (text: string, folder: string): Promise<string | undefined> => {
  let cwd = folder
  for (const command of text.trim().split(/\n| && /)) {
    const [, into] = /^cd (\S+)$/.exec(command) ?? []
    const [, words] = /^npx hearback (.+)$/.exec(command) ?? []
    if (into !== undefined) cwd = join(cwd, into)
    else if (words === undefined) return `nothing is known of such a line: ${command}`
    else {
      const problem = await answerOf(words, "0", { cwd, env: {} })
      if (problem !== undefined) return `${command}\n${problem}`
    }
  }
  return undefined
}

/** Runs our command line in this process, in the folder of the repository, with a store of its own. */
const run = (words: string, exit: string, database: string): Promise<string | undefined> => {
  // Several documents show the same command, which has the same answer wherever it is shown.
  const env = { HEARBACK_DB: database, HEARBACK_COMMAND: "npm run -s hearback --" }
  const before = done.get(words) ?? answerOf(words, exit, { cwd: root, env })
  done.set(words, before)
  return before
}

const done = new Map<string, Promise<string | undefined>>()

interface Place {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** What the clock says; the time of day where it says nothing. Units: ms since 1970. */
  readonly now?: number
  readonly columns?: number
}

const answerOf = async (words: string, exit: string, place: Place): Promise<string | undefined> => {
  const { status, said } = await answerIn(words, place)
  return String(status) === exit ? undefined : `exit ${status}, not ${exit}\n${said}`
}

/** Runs our command line in this process; returns all that it prints. */
export const answerIn = async (
  words: string,
  { cwd, env = {}, now, columns = 100 }: Place
): Promise<{ readonly status: number; readonly said: string }> => {
  const said: string[] = []
  const status = await hearback(wordsOf(words, cwd), {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    outIsTerminal: false,
    errIsTerminal: false,
    columns,
    env: { LANG: "en", ...env },
    cwd,
    now: now === undefined ? Date.now : () => now,
    interrupted: new AbortController().signal
  })
  return { status, said: said.join("") }
}

/** What a shell makes of a line: quotes are taken off, patterns become the names of files. None is asked where there are neither. */
const wordsOf = (line: string, cwd: string): readonly string[] => {
  if (/^[\p{L}\p{N}\s=,.:/_-]*$/u.test(line)) return line.trim().split(/\s+/)
  const { stdout } = spawnSync("sh", ["-c", `printf '%s\\0' ${line}`], { cwd, encoding: "utf8" })
  return stdout.split("\0").slice(0, -1)
}
