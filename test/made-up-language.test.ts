/** A language that is made up, each of its texts between marks: whatever a screen says without marks stands outside the texts. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
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
import { commandNames } from "../packages/hearback/src/cli/text/Names.ts"
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
beforeAll(() => {
  end = MadeUp.speak("en", registries)
  // What is written into files is a person's own from then on.
  Object.assign(initFiles, { [MadeUp.madeUp]: initFiles.en })
  folder = mkdtempSync(join(tmpdir(), "hearback-made-up-"))
  cpSync(join(root, "examples/first"), folder, { recursive: true })
  mkdirSync(join(folder, "more"))
  const policy = readFileSync(join(folder, "first.policy.yaml"), "utf8")
  writeFileSync(join(folder, "more/broken.policy.yaml"), policy.replace("extends:", "extnds:").replace("hours", "hors"))
  writeFileSync(join(folder, "more/other.policy.yaml"), policy.replace(/(\d) working hours/, "1$1 working hours"))
  writeFileSync(join(folder, "in.csv"), "received,text\n2026-11-20T09:40+08:00,my invoice is wrong\nnever,\n")
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
    interrupted: new AbortController().signal
  } as Parameters<typeof run>[1])
  return [printed.join(""), exit]
}

const wordsIn = (text: string): readonly string[] => text.match(/[A-Za-z]{2,}/g) ?? []

const filesIn = (path: string): readonly string[] =>
  /\.db/.test(path)
    ? []
    : statSync(path).isDirectory()
      ? readdirSync(path).flatMap((name) => filesIn(join(path, name)))
      : [path]

/** Verbs and arguments of commands are keys of scenarios, which stay in two languages. */
const keys = wordsIn(JSON.stringify(Arguments.commands).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))

/** Returns the words outside all marks that are neither a person's own, of a file or a pack, nor names of ours. */
const outside = (text: string): readonly string[] => {
  const files = filesIn(folder).map((path) => `${path} ${readFileSync(path, "utf8")}`)
  const own = new Set([...files, ...packs().values()].flatMap(wordsIn))
  const apart = text.replaceAll("⟦", " ⟦").replaceAll("⟧", "⟧ ")
  return wordsIn(MadeUp.outside(apart)).filter((word) => !own.has(word) && !keys.includes(word))
}

/** Names, codes and units of the program stand on a Chinese screen too. */
const unmarked = async (argv: readonly string[], canRun = true): Promise<readonly string[]> => {
  const [text, exit] = await said(argv, MadeUp.madeUp)
  expect(exit < 2, text).toBe(canRun)
  const found = outside(text)
  if (found.length === 0) return []
  const everywhere = new Set(wordsIn((await said(argv, "zh"))[0]))
  return [...new Set(found.filter((word) => !everywhere.has(word)))]
}

const short = ["--weeks", "1", "--replications", "1", "--per-day", "2"]

it.each<readonly [string, readonly (readonly string[])[]]>([
  ["help of the program and of every command", [["--help"], ...commandNames.map((name) => [name, "--help"])]],
  [
    "policies that are checked and explained",
    [["check", "first.policy.yaml"], ["check", "more/broken.policy.yaml"], ["fmt"], ["types", "--output", "types.d.ts"]]
  ],
  [
    "packs and pages",
    [
      ["pack", "show", "uk-fca-disp"],
      ["diff", "first.policy.yaml", "more/other.policy.yaml"]
    ]
  ],
  [
    "cases that are tried",
    [
      ["grade", "--text", "my invoice is wrong, outrageous"],
      ["test", "scenarios"],
      ["test", "--coverage"]
    ]
  ],
  ["simulations", [["simulate", ...short, "--against", "more/other.policy.yaml"]]],
  [
    "a store",
    [
      ["ingest", "--input", "in.csv", "--map", "verbatim=text", "--map", "channel:=email", "--db", "a.db"],
      ["list", "--db", "a.db"],
      ["worklist", "--db", "a.db", "--as", "agent-7"],
      ["measures", "--db", "a.db"],
      ["review", "--db", "a.db"],
      ["verify", "--db", "a.db"],
      ["quarantine", "--db", "a.db"],
      ["db", "status", "--db", "a.db"],
      ["versions", "--db", "a.db"],
      ["case", "C-0", "--db", "a.db"]
    ]
  ],
  [
    "what cannot be run",
    [
      ["chekc"],
      ["check", "--frmat"],
      ["check", "--format", "x"],
      ["check", "nowhere.yaml"],
      ["list"],
      ["list", "--limit", "x", "--db", "a.db"],
      ["act"],
      ["simulate", "--sweep", "x"],
      ["backtest", "--log", "none.csv"],
      ["list", "--lang", "tlh"],
      ["pack", "show", "none"],
      ["grade", "--kind", "x"]
    ]
  ]
])("marks %s", async (about, lines) => {
  const found: Record<string, readonly string[]> = {}
  for (const line of lines) {
    const words = await unmarked(line, about !== "what cannot be run")
    if (words.length > 0) found[line.join(" ")] = words
  }
  expect(found).toEqual({})
})

it.each([
  ["a policy", ["docs", "--output", "page.html"]],
  ["findings", ["check", "more/broken.policy.yaml", "--html", "page.html"]],
  ["a simulation", ["simulate", ...short, "--html", "page.html"]]
])("marks the page of %s", async (_, argv) => {
  expect(await unmarked(argv)).toEqual([])
  const page = readFileSync(join(folder, "page.html"), "utf8")
  rmSync(join(folder, "page.html"))
  const shown = (language: string): string =>
    (page.split(`lang="${language}">`).at(-1)?.split("</main>")[0] ?? "").replace(/<[^>]*>/g, " ")
  const everywhere = new Set(wordsIn(shown("zh-CN")))
  expect(shown(MadeUp.madeUp).split("⟦").length).toBeGreaterThan(8)
  expect(outside(shown(MadeUp.madeUp)).filter((word) => !everywhere.has(word))).toEqual([])
})

it("would find a text that stands outside the files", async () => {
  const { check } = catalogue[MadeUp.madeUp].report
  const marked = check.clean
  Object.assign(check, { clean: () => "nowhere translated" })
  expect(await unmarked(["check", "first.policy.yaml"])).toEqual(["nowhere", "translated"])
  Object.assign(check, { clean: marked })
})
