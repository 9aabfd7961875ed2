import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { Arguments, Policy } from "@hearback/core"
import { type Diagnostic, readPeople, renderCompact } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { runScenarioFile } from "hearback/testing"
import { afterAll, describe, expect, it } from "vitest"
import { typesOf } from "../../packages/hearback/src/cli/policy/Types.ts"
import { everyName } from "../../packages/hearback/src/cli/text/Names.ts"
import { catalogue } from "../../packages/policy/src/diagnostic/Catalogue.ts"
import { anchorsOf, type Fence, fencesOf, linksOf, markdownIn, placeOf, proseOf, root, textOf } from "./Markdown.ts"
import { folder as pages } from "./Page.ts"
import { keeps, printed, promised, typed } from "./Program.ts"
import { sessionProblem } from "./Session.ts"
import { isScript, problemOf, scriptProblem, unknownIn } from "./Shell.ts"

const documents = [
  ...["README.md", "README.zh-CN.md", "GLOSSARY.md", "CONTRIBUTING.md", "AGENTS.md"].filter((file) =>
    existsSync(join(root, file))
  ),
  ...markdownIn("docs").filter((file) => !file.startsWith(`${pages}/`) || file === `${pages}/README.md`),
  ...markdownIn("examples").filter((file) => !file.includes("node_modules")),
  ...[
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
  ].map((name) => `packages/${name}/README.md`)
]

const fences = documents.flatMap((file) => fencesOf(file))
const inLanguage = (language: string): readonly Fence[] => fences.filter((fence) => fence.language === language)

/** The kinds of YAML, each with the name that its file has where the fence does not say one. */
const kinds: Readonly<Record<string, string>> = {
  policy: "policy.yaml",
  people: "people.yaml",
  scenario: "first.scenario.yaml"
}

/** Returns the files that a document shows, those that stand in one folder together. */
const filesOf = (document: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...inLanguage("yaml"), ...inLanguage("csv")]
      .filter(({ file }) => file === document)
      .map(({ language, tags: [kind = "", name], text }) => [
        language === "csv" ? kind : (name ?? kinds[kind] ?? kind),
        text
      ])
  )

/** What a program does whatever language its comments and texts have; what it prints stays. */
const bare = (text: string): string =>
  promised(text).join("\n") + text.replace(/\/\/.*$/gm, "").replace(/"[^"\n]*"|`[^`\n]*`/g, '""')

const isChinese = (file: string): boolean => file.includes("zh-CN")

/** Returns the English page that a Chinese one stands beside. */
const englishOf = (file: string): string => file.replace(/zh-CN\/|\.zh-CN/, "")

/** A Chinese page shows the program of the English one, which is run there. */
const isTranslated = ({ file, text }: Fence): boolean =>
  isChinese(file) && inLanguage("ts").some((other) => other.file === englishOf(file) && bare(other.text) === bare(text))

/** A Chinese page gives the same commands as the English one. */
const isRepeated = ({ file, language, text }: Fence): boolean =>
  isChinese(file) && inLanguage(language).some((other) => other.file === englishOf(file) && other.text === text)

/** Codes of errors and of refusals share areas with those of findings. */
const codesOfErrors = [...textOf("docs/errors.md").matchAll(/^\| `([a-z]+\/[a-z-]+)`/gm)].map(([, code]) => code)
const refusals = [...textOf("packages/core/src/case/Refusal.ts").matchAll(/"([a-z]+\/[a-z-]+)"/g)].map(
  ([, code]) => code
)

const told = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map((each) => renderCompact(each, "en"))

const folder = mkdtempSync(join(tmpdir(), "hearback-docs-"))
afterAll(() => rmSync(folder, { recursive: true }))

describe("fences of the documentation", () => {
  it("say what they are", () => {
    const strange = fences.filter(({ language, tags: [kind = ""], text }) => {
      if (language === "yaml") return kinds[kind] === undefined
      if (language === "") return /^\s*(hearback: |import |export |const |npm |npx |\$ )/m.test(text)
      return !["ts", "sh", "json", "console", "csv", "sql"].includes(language)
    })
    expect(strange.map(placeOf)).toEqual([])
    expect(fences.length).toBeGreaterThan(15)
  })

  it("of SQL are the one statement that the tests of PostgreSQL run", () => {
    expect(new Set(inLanguage("sql").map(({ text }) => text)).size).toBe(1)
  })

  describe.each([...new Set(inLanguage("yaml").map(({ file }) => file))])("of %s", (document) => {
    const place = join(folder, document.replaceAll("/", "-"))
    const files = filesOf(document)
    const named = (kind: string) => inLanguage("yaml").filter(({ file, tags }) => file === document && tags[0] === kind)
    mkdirSync(place, { recursive: true })
    for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text)

    it("have names of their own", () => {
      const shown = [...inLanguage("yaml"), ...inLanguage("csv")].filter(({ file }) => file === document)
      expect(Object.keys(files)).toHaveLength(shown.length)
    })

    it.each(named("policy"))("$file:$line compiles", ({ tags: [, name = "policy.yaml"] }) => {
      const { diagnostics } = compileFile(join(place, name), { today: "2026-11-16" })
      expect(told(diagnostics.filter(({ level }) => level !== "info"))).toEqual([])
    })

    it.each(named("people"))("$file:$line fits the policy", ({ tags: [, name = "people.yaml"], text }) => {
      const own = name.replace(/people\.yaml$/, "policy.yaml")
      const beside = files[own] === undefined ? (named("policy")[0]?.tags[1] ?? "policy.yaml") : own
      const { bundle } = compileFile(join(place, beside))
      if (bundle === undefined) throw new Error("no policy beside it")
      expect(told(readPeople({ path: name, text }, bundle).diagnostics)).toEqual([])
    })

    it.each(named("scenario"))("$file:$line holds", async ({ tags: [, name = "first.scenario.yaml"] }) => {
      const { ok, diagnostics, scenarios } = await runScenarioFile(join(place, name))
      expect(told(diagnostics)).toEqual([])
      expect(scenarios.flatMap(({ steps }) => steps.filter((step) => !step.ok))).toEqual([])
      expect(ok && scenarios.length > 0).toBe(true)
    })
  })

  it.each(inLanguage("json"))("$file:$line is a command", ({ text }) => {
    const command = JSON.parse(text) as { readonly do: string }
    // What opens a case, and what the engine says to itself, is not in the table of what people give.
    if (Object.hasOwn(Arguments.commands, command.do)) expect(Arguments.read(command)).toMatchObject({ ok: true })
  })

  it("of TypeScript are well typed", async () => {
    const programs = inLanguage("ts").map(
      (fence, n) => [`fence-${n}.ts`, `// ${placeOf(fence)}\n${fence.text}`] as const
    )
    expect(programs.length).toBeGreaterThan(3)
    const { bundle } = compileFile(join(folder, "README.md", "policy.yaml"))
    if (bundle === undefined) throw new Error("no policy in README.md")
    const names = typesOf(Policy.load(bundle), "policy.yaml")
    expect(await typed({ ...Object.fromEntries(programs), "policy.gen.ts": names })).toBe("")
  }, 60_000)

  it.each(inLanguage("ts").filter((fence) => promised(fence.text).length > 0 && !isTranslated(fence)))(
    "$file:$line prints what its comments say",
    async ({ file, text }) => {
      const lines = await printed(text, { ...filesOf("README.md"), ...filesOf(file) })
      const promises = promised(text)
      expect(promises.map((promise, at) => (keeps(lines[at], promise) ? promise : lines[at]))).toEqual(promises)
      expect(lines).toHaveLength(promises.length)
    },
    60_000
  )

  it("of the README print something", () => {
    expect(inLanguage("ts").filter(({ file, text }) => file === "README.md" && promised(text).length > 0)).not.toEqual(
      []
    )
  })

  it.each(inLanguage("sh").filter((fence) => isScript(fence.text) && !isRepeated(fence)))(
    "$file:$line runs to its end",
    async ({ text }) => {
      expect(await scriptProblem(text, mkdtempSync(join(folder, "script-")))).toBeUndefined()
    },
    60_000
  )

  it.each(inLanguage("console"))(
    "$file:$line prints what it shows",
    async ({ file, text }) => {
      const place = mkdtempSync(join(folder, "session-"))
      for (const [name, content] of Object.entries(filesOf(file))) writeFileSync(join(place, name), content)
      expect(await sessionProblem(text, place, isChinese(file) ? "zh-CN" : "en")).toBeUndefined()
    },
    60_000
  )

  const lines = inLanguage("sh")
    .filter((fence) => !isScript(fence.text) && !isRepeated(fence))
    .flatMap((fence) =>
      fence.text
        .split("\n")
        .map((text, at) => ({ file: fence.file, line: fence.line + 1 + at, text }))
        .filter(({ text }) => text.trim() !== "")
    )
  it.each(lines)(
    "$file:$line does what it says",
    async ({ file, text }) => {
      expect(await problemOf(text, join(folder, `${file.replaceAll("/", "-")}.db`))).toBeUndefined()
    },
    60_000
  )
})

describe("the documentation", () => {
  it("names only findings and refusals that there are", () => {
    const areas = new Set(Object.keys(catalogue).map((code) => code.slice(0, code.indexOf("/"))))
    const known = new Set([...Object.keys(catalogue), ...refusals, ...codesOfErrors])
    // Codes of errors have a test of their own, beside the calls that throw them.
    const others = documents.filter((document) => document !== "docs/errors.md")
    const unknown = others.flatMap((document) =>
      [...textOf(document).matchAll(/`([a-z]+)\/([a-z-]+)`/g)]
        .filter(([, area = "", slug]) => areas.has(area) && !known.has(`${area}/${slug}`))
        .map(([code]) => `${document} ${code}`)
    )
    expect(unknown).toEqual([])
  })

  it("names only commands and options that there are", async () => {
    const named = [...documents, ...markdownIn(pages)].flatMap((file) =>
      proseOf(textOf(file)).flatMap((line, at) =>
        [...line.matchAll(/`(?:npx )?hearback ([^`]+)`/g)].map(([, words = ""]) => ({ file, line: at + 1, words }))
      )
    )
    const problems = await Promise.all(
      named.map(async ({ file, line, words }) => [`${file}:${line} ${words}`, await unknownIn(words)] as const)
    )
    expect(named.length).toBeGreaterThan(50)
    expect(problems.filter(([, problem]) => problem !== undefined)).toEqual([])

    const options = new Set(everyName("options"))
    const alone = documents
      .filter((file) => /^docs\/(?!decisions)/.test(file))
      .flatMap((file) => proseOf(textOf(file)).flatMap((line) => [...line.matchAll(/`--([\p{L}-]+)/gu)]))
      .filter(([, option = ""]) => !options.has(option))
      .map(([text]) => text)
    expect(alone).toEqual([])
  })

  it("is as complete in Chinese as in English", () => {
    const sizes = (file: string) => {
      const prose = proseOf(textOf(file))
      const rows = prose.filter((line) => line.startsWith("|"))
      const figures = rows.flatMap((row) => row.match(/\d+(?:[,.]\d+)*/g) ?? [])
      const sections = prose.filter((line) => /^#{1,2} /.test(line)).length
      const examples = fencesOf(file).filter(({ language }) => language !== "").length
      return `${sections} sections, ${examples} examples, ${rows.length} rows, figures in them ${[...new Set(figures)].sort().join(" ")}`
    }
    // The folders of the code are explained in English only.
    const both = documents.filter((file) => isChinese(file) && !file.endsWith("/architecture.md"))
    expect(both.map((file) => [file, sizes(file)])).toEqual(both.map((file) => [file, sizes(englishOf(file))]))
    expect(both.length).toBeGreaterThan(25)
  })

  it("links to what is there", () => {
    const broken = [...documents, ...markdownIn(pages)].flatMap((document) =>
      linksOf(document)
        .filter(({ target }) => {
          const [path = "", anchor] = target.split("#")
          const file = path === "" ? document : join(dirname(document), decodeURI(path))
          if (!existsSync(join(root, file))) return true
          return anchor !== undefined && !anchorsOf(textOf(file)).has(decodeURI(anchor))
        })
        .map((link) => `${placeOf(link)} ${link.target}`)
    )
    expect(broken).toEqual([])
  })
})
