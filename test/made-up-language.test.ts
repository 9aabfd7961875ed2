/** A language that is made up, each of its texts between marks: whatever a screen says without marks stands outside the texts. */
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Arguments } from "@hearback/core"
import { MadeUp } from "@hearback/core/testing"
import { packs } from "@hearback/policy"
import { afterAll, beforeAll, expect, it } from "vitest"
import { texts as ofCore } from "../packages/core/src/text/catalogue/Texts.ts"
import { texts as ofEngine } from "../packages/engine/src/text/Texts.ts"
import { catalogue } from "../packages/hearback/src/cli/text/Catalogue.ts"
import { helps } from "../packages/hearback/src/cli/text/Helps.ts"
import { initFiles } from "../packages/hearback/src/cli/text/InitFiles.ts"
import { type CommandName, commandNames } from "../packages/hearback/src/cli/text/Names.ts"
import { pages } from "../packages/hearback/src/cli/text/Pages.ts"
import { run } from "../packages/hearback/src/cli.ts"
import { texts as ofFacade } from "../packages/hearback/src/text/catalogue/Texts.ts"
import { oldNode } from "../packages/hearback/src/text/generated/OldNode.ts"
import { texts as ofInsight } from "../packages/insight/src/text/Texts.ts"
import { texts as ofPolicy } from "../packages/policy/src/text/catalogue/Texts.ts"
import { texts as ofSimulation } from "../packages/simulation/src/text/catalogue/Texts.ts"

const root = join(import.meta.dirname, "..")
const registries = [ofCore, ofEngine, ofInsight, ofPolicy, ofSimulation, ofFacade, catalogue, helps, pages, oldNode]

let end = () => {}
let folder = ""
/** Words of files that are there before any command runs, and of the packs that are shown. */
let own: ReadonlySet<string> = new Set()
beforeAll(() => {
  end = MadeUp.speak("en", registries)
  // What is written into files is a person's own from then on.
  Object.assign(initFiles, { [MadeUp.madeUp]: initFiles.en })
  folder = mkdtempSync(join(tmpdir(), "hearback-made-up-"))
  cpSync(join(root, "examples/first"), folder, { recursive: true })
  mkdirSync(join(folder, "more"))
  appendFileSync(join(folder, "first.policy.yaml"), "learning: { you-said-we-did: monthly }\n")
  const policy = readFileSync(join(folder, "first.policy.yaml"), "utf8")
  writeFileSync(join(folder, "more/broken.policy.yaml"), policy.replace("extends:", "extnds:").replace("hours", "hors"))
  writeFileSync(join(folder, "more/other.policy.yaml"), policy.replace(/(\d) working hours/, "1$1 working hours"))
  writeFileSync(
    join(folder, "log.csv"),
    "case,activity,at\n1,made,2026-11-16T09:40+08:00\n1,ended,2026-11-18T09:40+08:00\n"
  )
  writeFileSync(join(folder, "log.mapping.yaml"), logMapping)
  writeFileSync(join(folder, "in.csv"), "received,text\n2026-11-20T09:40+08:00,my invoice is wrong\nnever,\n")
  const files = filesIn(folder).map((path) => `${path} ${readFileSync(path, "utf8")}`)
  const extended = ["base", "starter", "uk-fca-disp"].map((name) => packs().get(`pack:${name}`) ?? "")
  own = new Set(
    [...files, ...extended.map((text) => text.replace(/#.*$/gm, ""))]
      .join(" ")
      .toLowerCase()
      .match(/[a-z]{2,}/g)
  )
})
afterAll(() => {
  end()
  Reflect.deleteProperty(initFiles, MadeUp.madeUp)
  rmSync(folder, { recursive: true, force: true })
})

/** Returns what a command line prints; `2` is what could not run. */
const said = async (argv: readonly string[], language: string): Promise<readonly [text: string, exit: number]> => {
  const printed: string[] = []
  const print = (text: string): unknown => printed.push(text)
  const exit = await run(argv, {
    out: print,
    err: print,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 100_000,
    env: { HEARBACK_LANG: language, HEARBACK_COMMAND: "hearback" },
    cwd: folder,
    now: () => Date.parse("2026-11-22T09:00:00Z"),
    interrupted: argv[0] === "work" ? AbortSignal.abort() : new AbortController().signal
  } as Parameters<typeof run>[1])
  return [printed.join(""), exit]
}

const wordsIn = (text: string): string[] => text.match(/[A-Za-z]{2,}/g) ?? []

const findingPages = (): readonly string[] =>
  filesIn(join(root, "docs/diagnostics/clock")).flatMap((path) => wordsIn(readFileSync(path, "utf8")))

const filesIn = (path: string): readonly string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesIn(join(path, name))) : [path]

/** Verbs and arguments of commands are keys of scenarios, which stay in two languages. */
const keys = wordsIn(JSON.stringify(Arguments.commands).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))

/** Returns the words outside all marks that are neither a person's own, of a file or a pack, nor names of ours. */
const outside = (text: string): readonly string[] => {
  const apart = text.replaceAll("⟦", " ⟦").replaceAll("⟧", "⟧ ")
  return wordsIn(MadeUp.outside(apart)).filter((word) => !own.has(word.toLowerCase()) && !keys.includes(word))
}

/** Names, codes and units of the program: they stand on a Chinese screen too. */
const everywhere = new Set<string>()

const unmarked = async (argv: readonly string[], canRun = true): Promise<readonly string[]> => {
  const [text, exit] = await said(argv, MadeUp.madeUp)
  if (exit < 2 !== canRun) return [`ended with ${exit}: ${text}`]
  const typed = wordsIn(argv.join(" "))
  // Pages of findings are documents: without one in a language the English one is shown.
  if (argv[0] === "explain") typed.push(...findingPages())
  const found = outside(text).filter((word) => !typed.includes(word))
  if (found.every((word) => everywhere.has(word))) return []
  for (const word of wordsIn((await said(argv, "zh"))[0])) if (!typed.includes(word)) everywhere.add(word)
  return [...new Set(found.filter((word) => !everywhere.has(word)))]
}

const logMapping = `hearback: 1
mapping: log
policy: first.policy.yaml
columns: { case: case, activity: activity, at: at }
constants: { channel: email, kind: complaint }
events: { made: none, ended: answered }
`

const short = ["--weeks", "1", "--replications", "1", "--per-day", "2"]
const db = ["--db", "a.db"]

/** How each command is called so that it has something to say, in an order in which a store fills; `$case` is one of its cases. */
const screens: Readonly<Record<CommandName, readonly (readonly string[])[]>> = {
  init: [["init", "made", "--force"]],
  check: [
    ["check", "more/broken.policy.yaml", "--html", "findings.html"],
    ...["pretty", "compact", "github", "sarif", "junit"].flatMap((format) => [
      ["check", "first.policy.yaml", "--format", format],
      ["check", "more/broken.policy.yaml", "--format", format]
    ])
  ],
  explain: [
    ["explain", "clock/due-while-closed"],
    ["explain", "clock"]
  ],
  fmt: [["fmt"], ["fmt", "first.policy.yaml", "--flat"]],
  pack: [["pack"], ["pack", "show", "uk-fca-disp"], ["pack", "lock", "first.policy.yaml"]],
  types: [["types", "--output", "types.d.ts"]],
  docs: [["docs", "--output", "policy.html"]],
  diff: [
    ["diff", "first.policy.yaml", "more/other.policy.yaml", "--html", "comparison.html"],
    ["diff", "first.policy.yaml", "more/other.policy.yaml", "--markdown"]
  ],
  grade: [["grade", "--text", "my invoice is wrong, outrageous"]],
  test: [
    ["test", "--coverage"],
    ["test", "--mutate", "--most", "1"]
  ],
  simulate: [["simulate", ...short, "--against", "more/other.policy.yaml", "--html", "simulation.html"]],
  backtest: [["backtest", "--log", "log.csv", "--map", "log.mapping.yaml", "--html", "backtest.html"]],
  ingest: [["ingest", "--input", "in.csv", "--map", "verbatim=text", "--map", "channel:=email", ...db]],
  list: [["list", ...db]],
  worklist: [["worklist", ...db, "--as", "agent-7"]],
  act: [
    ["act", "$case", "pass", "acknowledged", "--as", "agent-7", ...db],
    ["act", "$case", "close", "--as", "agent-7", ...db]
  ],
  case: [
    ["case", "$case", "--as", "agent-7", ...db],
    ["case", "$case", "--why", ...db]
  ],
  customer: [["customer", "C-17", ...db]],
  tick: [["tick", "--deliver-to", "sent", ...db]],
  measures: [["measures", "--percentiles", "--by", "person", ...db]],
  review: [
    ["review", ...db],
    ["review", "--public", ...db]
  ],
  publish: [["publish", "more/other.policy.yaml", "--as", "manager-3", "--reason", "because", ...db]],
  versions: [["versions", ...db]],
  move: [["move", "--dry-run", ...db]],
  quarantine: [["quarantine", ...db]],
  undelivered: [["undelivered", ...db]],
  verify: [["verify", ...db]],
  anchor: [["anchor", ...db]],
  db: [
    ["db", "status", ...db],
    ["db", "print", ...db],
    ["db", "migrate", ...db]
  ],
  work: [["work", ...db]],
  rebuild: [["rebuild", ...db]],
  erase: [["erase", "C-17", "--as", "manager-3", "--reason", "asked", ...db]]
}

/** What no command takes; each is refused by all, or what it names is not there. */
const mistakes = commandNames.flatMap((name) => [
  [name, "--frmat"],
  [name, "one", "two", "three", "four", "five"],
  [name, "nowhere.yaml", "--db", "nowhere/a.db"]
])

/** The first case of the store. */
const firstCase = async (): Promise<string> =>
  /"id": "([^"]+)"/.exec((await said(["list", "--json", ...db], "en"))[0])?.[1] ?? "no case"

const foundOn = async (
  lines: readonly (readonly string[])[],
  canRun = true
): Promise<Record<string, readonly string[]>> => {
  const found: Record<string, readonly string[]> = {}
  for (const line of lines) {
    const id = line.includes("$case") ? await firstCase() : ""
    const words = await unmarked(
      line.map((word) => (word === "$case" ? id : word)),
      canRun
    )
    if (words.length > 0) found[line.join(" ")] = words
  }
  return found
}

it("calls every command", () => expect(Object.keys(screens).sort()).toEqual([...commandNames].sort()))

it.each(Object.entries(screens))("marks the screens of %s", async (_, lines) =>
  expect(await foundOn(lines)).toEqual({})
)

it("marks the help of the program and of every command", async () => {
  expect(await foundOn([["--help"], ...commandNames.map((name) => [name, "--help"])])).toEqual({})
})

it("marks what cannot be run", async () => {
  const more = [
    ["chekc"],
    ["check", "--format", "x"],
    ["list", "--limit", "x", ...db],
    ["simulate", "--sweep", "x"],
    ["backtest", "--log", "none.csv"],
    ["list", "--lang", "tlh"],
    ["pack", "show", "none"],
    ["grade", "--kind", "x"]
  ]
  expect(await foundOn([...mistakes, ...more], false)).toEqual({})
})

it.each(["policy", "findings", "comparison", "simulation", "backtest"])("marks the page %s.html", (name) => {
  const page = readFileSync(join(folder, `${name}.html`), "utf8")
  const shown = (language: string): string =>
    (new RegExp(`<main[^>]* lang="${language}">(.*?)</main>`, "s").exec(page)?.[1] ?? "").replace(/<[^>]*>/g, " ")
  const inChinese = wordsIn(shown("zh-CN"))
  expect(shown(MadeUp.madeUp).split("⟦").length).toBeGreaterThan(2)
  expect(outside(shown(MadeUp.madeUp)).filter((word) => !inChinese.includes(word))).toEqual([])
})

it("would find a text that stands outside the files", async () => {
  const { check } = catalogue[MadeUp.madeUp].report
  const marked = check.clean
  Object.assign(check, { clean: () => "nowhere translated" })
  expect(await unmarked(["check", "first.policy.yaml"])).toEqual(["nowhere", "translated"])
  Object.assign(check, { clean: marked })
})
