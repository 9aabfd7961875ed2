import { existsSync, readdirSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { asksForGateKind } from "./architecture/GateKinds.ts"
import { project } from "./architecture/Sources.ts"

/** Which package may import which: lower ones never import higher ones. A package that is not listed fails. */
const allowed: Record<string, readonly string[]> = {
  core: [],
  policy: ["core"],
  engine: ["core"],
  "store-sql": ["core", "engine"],
  insight: ["core"],
  simulation: ["core"],
  backtest: ["core", "simulation"],
  hearback: ["core", "policy", "engine", "store-sql", "insight", "simulation", "backtest"],
  cluster: ["hearback"],
  "create-hearback": ["hearback"]
}

/** A third-party library is imported in exactly one file of a package; of effect each file takes the module that it needs. */
const manyFiles: ReadonlySet<string> = new Set(["effect"])

/** Packages whose folders are in order: no ring of folders, and few files in each. */
const inFolders: readonly string[] = [
  "core",
  "policy",
  "engine",
  "store-sql",
  "insight",
  "simulation",
  "backtest",
  "hearback"
]

/** Folders in which every file is one entry of one kind: they may hold any number. */
const ofOneKind: ReadonlySet<string> = new Set([
  "packages/core/src/case/track",
  "packages/core/src/command",
  "packages/core/src/gate",
  "packages/core/src/testing/laws",
  "packages/hearback/src/cli/command",
  "packages/policy/src/analyse/check",
  "packages/policy/src/diagnostic/catalogue",
  "packages/policy/src/text/en/finding",
  "packages/policy/src/text/zh-CN/finding"
])
const mostFiles = 14

const root = join(import.meta.dirname, "..")

const dynamic = /import\("([^"]+)"\)/g

const files = project.getSourceFiles().map((file) => {
  const path = relative(root, file.getFilePath())
  const declarations = [...file.getImportDeclarations(), ...file.getExportDeclarations()]
  const fixed = declarations.flatMap((declaration) => declaration.getModuleSpecifierValue() ?? [])
  const later = [...file.getFullText().matchAll(dynamic)].flatMap((match) => match[1] ?? [])
  const imports = [...fixed, ...later]
  return {
    path,
    lines: file.getEndLineNumber(),
    text: file.getFullText(),
    home: path.split("/").slice(0, 3).join("/"),
    owner: path.split("/")[1] ?? "",
    packages: imports.flatMap((name) =>
      /^hearback(\/|$)/.test(name) ? ["hearback"] : (/^@hearback\/([^/]+)/.exec(name)?.[1] ?? [])
    ),
    thirdParty: imports.filter((name) => !/^(\.|node:|@hearback\/|hearback(\/|$))/.test(name)),
    relative: fixed
      .filter((name) => name.startsWith("."))
      .map((name) => relative(root, resolve(root, dirname(path), name))),
    values: declarations
      .filter((declaration) => !declaration.isTypeOnly())
      .flatMap((declaration) => declaration.getModuleSpecifierValue() ?? [])
      .filter((name) => name.startsWith("."))
      .map((name) => relative(root, resolve(root, dirname(path), name)))
  }
})

const library = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")

const cyclesOf = (edges: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "))
    if (trail.includes(path) || done.has(path)) return
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  return cycles
}

interface Imports {
  readonly path: string
  readonly relative: readonly string[]
}

/** What others import of the package `hearback`: its command line does as hosts do. Each stands for itself. */
const entries: ReadonlySet<string> = new Set([
  "packages/core/src/testing/index.ts",
  ...[
    "index",
    "sqlite",
    "channels",
    "testing",
    "simulation",
    "vitest",
    "vitestConfig",
    "laws",
    "effect",
    "cli",
    "bin"
  ].map((name) => `packages/hearback/src/${name}.ts`)
])

/** Returns the rings of folders that import each other. A folder and one inside it are two folders. */
const ringsOf = (all: readonly Imports[]): readonly string[] => {
  const edges = new Map<string, readonly string[]>()
  const folderOf = (path: string): string => (entries.has(path) ? path : dirname(path))
  for (const { path, relative: imported } of all) {
    const folder = folderOf(path)
    const others = imported.map(folderOf).filter((other) => other !== folder)
    edges.set(folder, [...new Set([...(edges.get(folder) ?? []), ...others])])
  }
  return cyclesOf(edges)
}

/** Returns the folders with more files than a reader takes in, other than those of one kind. */
const fullFolders = (all: readonly Imports[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const { path } of all) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  return [...counts].flatMap(([folder, count]) =>
    count > mostFiles && !ofOneKind.has(folder) ? [`${folder}: ${count} files`] : []
  )
}

/** Tracks know each other through events; how often the rules of one may call those of another. */
const mostCrossings = 35

/** Returns the imports of values from the rules of one track to those of another. */
const crossings = (
  all: readonly { readonly path: string; readonly values: readonly string[] }[]
): readonly string[] => {
  const trackOf = (path: string): string | undefined => /^packages\/core\/src\/rule\/([^/]+)\//.exec(path)?.[1]
  return all.flatMap(({ path, values }) =>
    values
      .filter(
        (other) => trackOf(path) !== undefined && trackOf(other) !== undefined && trackOf(other) !== trackOf(path)
      )
      .map((other) => `${path} -> ${other}`)
  )
}

/** Modules of the core that read text: values as people write them, and names that a bundle or the record keeps. */
const readsText = [
  "language/",
  "time/",
  "table/DecimalAmount.ts",
  "table/Fact.ts",
  "text/zh-CN/form/Blanks.ts",
  "rule/approval/amount.ts",
  "people/Actor.ts",
  "policy/RulePath.ts",
  "who/Signature.ts"
]

const affixes = (text: string): readonly string[] =>
  [...text.matchAll(/\.(?:startsWith|endsWith)\([^)]*\)/g)].map(([found]) => found)

/** What a file exports, without the bodies of functions. */
const exportsOf = (text: string): readonly string[] =>
  text
    .split(/\n(?=\S)/)
    .filter((statement) => statement.startsWith("export "))
    .map((statement) => statement.split(/=> ?(?=\{\n|\n)/)[0] ?? "")

describe("architecture", () => {
  it("lists every package", () => {
    const packages = readdirSync(join(root, "packages")).filter((name) =>
      existsSync(join(root, "packages", name, "package.json"))
    )
    expect(Object.keys(allowed).sort()).toEqual(packages.sort())
    expect(files.length).toBeGreaterThan(100)
  })

  it("imports another package by name, and only one its layer allows", () => {
    const bad = files.flatMap((file) => [
      ...file.packages
        .filter((name) => name !== file.owner && !allowed[file.owner]?.includes(name))
        .map((name) => `${file.path} -> ${name}`),
      ...file.relative.filter((path) => !path.startsWith(file.home)).map((path) => `${file.path} -> ${path}`)
    ])
    expect(bad).toEqual([])
  })

  it("has no import cycle", () => {
    expect(cyclesOf(new Map(files.map((file) => [file.path, file.relative])))).toEqual([])
  })

  it("would find a cycle", () => {
    expect(
      cyclesOf(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["a"]]
        ])
      )
    ).toHaveLength(1)
  })

  it.each(inFolders)("has no ring of folders in %s", (name) => {
    expect(ringsOf(files.filter(({ owner }) => owner === name))).toEqual([])
  })

  it(`lets the rules of the core's tracks call each other at most ${mostCrossings} times`, () => {
    const found = crossings(files)
    expect(found.length, found.join("\n")).toBeLessThanOrEqual(mostCrossings)
  })

  it("would find a call from one track to another", () => {
    const rule = (track: string) => `packages/core/src/rule/${track}/reactions.ts`
    const calls = (...values: readonly string[]) => [{ path: rule("gate"), values }]
    expect(crossings(calls(rule("clock"), rule("gate")))).toEqual([`${rule("gate")} -> ${rule("clock")}`])
    expect(crossings(calls("packages/core/src/who/Who.ts"))).toEqual([])
  })

  it("would find a ring of folders, also of one and another inside it", () => {
    const ring = [
      { path: "a/One.ts", relative: ["b/Two.ts"] },
      { path: "b/Two.ts", relative: ["b/Other.ts"] },
      { path: "b/Other.ts", relative: ["a/Third.ts"] }
    ]
    expect(ringsOf(ring)).toEqual(["a -> b -> a"])
    const nested = [
      { path: "a/One.ts", relative: ["a/b/Two.ts"] },
      { path: "a/b/Two.ts", relative: ["a/Third.ts"] }
    ]
    expect(ringsOf(nested)).toEqual(["a -> a/b -> a"])
    expect(ringsOf(ring.slice(0, 2))).toEqual([])
  })

  it.each(inFolders)(`has at most ${mostFiles} files in a folder of %s`, (name) => {
    expect(fullFolders(files.filter(({ owner }) => owner === name))).toEqual([])
  })

  it("would find a full folder, and lists none as of one kind without need", () => {
    const folder = (path: string, count: number): readonly Imports[] =>
      Array.from({ length: count }, (_, at) => ({ path: `${path}/${at}.ts`, relative: [] }))
    expect(fullFolders(folder("a", mostFiles))).toEqual([])
    expect(fullFolders(folder("a", mostFiles + 1))).toEqual([`a: ${mostFiles + 1} files`])
    const [listed = ""] = ofOneKind
    expect(fullFolders(folder(listed, mostFiles + 1))).toEqual([])
    const needless = [...ofOneKind].filter(
      (each) => files.filter(({ path }) => dirname(path) === each).length <= mostFiles
    )
    expect(needless).toEqual([])
  })

  it("imports a third-party library in one file of a package", () => {
    const homes = new Map<string, string[]>()
    for (const file of files)
      for (const name of new Set(file.thirdParty.map(library)))
        if (!manyFiles.has(name))
          homes.set(`${file.owner}: ${name}`, [...(homes.get(`${file.owner}: ${name}`) ?? []), file.path])
    const scattered = [...homes].filter(([, paths]) => paths.length > 1)
    expect(scattered).toEqual([])
  })

  it("keeps the core pure: no dependency, no clock, no chance, no platform", () => {
    const core = files.filter((file) => file.owner === "core" && !file.path.includes("/testing/"))
    const foreign = core.flatMap((file) => file.thirdParty.map((name) => `${file.path} -> ${name}`))
    const platform = core
      .filter((file) =>
        /from "node:|\bnew Date\b|\bDate\.(now|UTC|parse)\b|Math\.random|\bIntl\.|process\./.test(file.text)
      )
      .map((file) => file.path)
    expect({ foreign, platform }).toEqual({ foreign: [], platform: [] })
  })

  it("tells names apart by their unions: the core reads prefixes of text in these modules alone", () => {
    const bad = files
      .filter(({ path }) => path.startsWith("packages/core/src/"))
      .filter(({ path }) => !readsText.some((edge) => path.startsWith(`packages/core/src/${edge}`)))
      .flatMap(({ path, text }) => affixes(text).map((found) => `${path}: ${found}`))
    expect(bad).toEqual([])
  })

  it("would find a name told by its prefix", () => {
    expect(affixes('const gate = (name: string) => name.startsWith("gate:")')).toEqual(['.startsWith("gate:")'])
    expect(affixes('event.event.endsWith("-closed")')).toEqual(['.endsWith("-closed")'])
  })

  it("keeps the command line of `hearback` apart: it sees what hosts import, and hosts load nothing of it", () => {
    const home = "packages/hearback/src/"
    const isOurs = (path: string) =>
      path.startsWith(`${home}cli/`) || ["cli.ts", "bin.ts"].some((name) => path === home + name)
    const forHosts = new Set(
      [
        ...["index.ts", "sqlite.ts", "postgres.ts", "http.ts", "channels.ts", "simulation.ts"],
        // `testing.ts` brings fast-check along, which nobody has who bundles the command line.
        ...[
          "coverage/Coverage.ts",
          "coverage/ScenarioCoverage.ts",
          "coverage/GeneratedScenarios.ts",
          "mutation/Mutation.ts",
          "scenario/ScenarioResult.ts"
        ].map((name) => `testing/${name}`)
      ].map((name) => home + name)
    )
    const isForBoth = (path: string) =>
      forHosts.has(path) || ["runtime", "preview"].some((name) => path.startsWith(`${home}${name}/`))
    const bad = files
      .filter(({ owner }) => owner === "hearback")
      .flatMap(({ path, relative: others }) =>
        others
          .filter((other) => isOurs(path) !== isOurs(other) && !isForBoth(other))
          .map((other) => `${path} -> ${other}`)
      )
    expect(bad).toEqual([])
  })

  it("needs Node for policies in one file alone: the rest runs in a browser", () => {
    const needing = files.filter(
      ({ owner, text }) => owner === "policy" && /from "node:|\bprocess\.|\bBuffer\b/.test(text)
    )
    expect(needing.map(({ path }) => path)).toEqual(["packages/policy/src/node.ts"])
  })

  it("gives gate kinds to rules: no rule and no draft imports one", () => {
    const below = ["rule", "draft"].map((folder) => `packages/core/src/${folder}/`)
    const bad = files
      .filter(({ path }) => below.some((folder) => path.startsWith(folder)))
      .flatMap(({ path, relative: others }) =>
        others.filter((other) => other.startsWith("packages/core/src/gate/")).map((other) => `${path} -> ${other}`)
      )
    expect(bad).toEqual([])
  })

  it("asks nowhere outside a gate kind's own file which kind a gate is", () => {
    const home = "packages/core/src/gate/"
    const bad = project
      .getSourceFiles()
      .map((file) => ({ path: relative(root, file.getFilePath()), lines: asksForGateKind(file) }))
      .filter(({ path, lines }) => !path.startsWith(home) && lines.length > 0)
    expect(bad).toEqual([])
  })

  it("has no file of more than 400 lines", () => {
    expect(files.filter((file) => file.lines > 400).map((file) => `${file.path}: ${file.lines}`)).toEqual([])
  })

  it("shows no effect type to hosts, but at the entry that says so", () => {
    const facade = files.filter(
      (file) => file.owner === "hearback" && file.thirdParty.some((name) => library(name) === "effect")
    )
    expect(facade.map((file) => file.path)).toEqual(["packages/hearback/src/effect.ts"])
    const named = files.filter(
      ({ path, text }) => /^packages\/hearback\/src\/(?!cli|effect)/.test(path) && /Effect|Layer|Schema/.test(text)
    )
    expect(named.map(({ path }) => path)).toEqual([])
  })

  it("keeps effect to the files of the engine that wait, and out of what they export", () => {
    const waiting = files.filter(
      ({ owner, thirdParty }) => owner === "engine" && thirdParty.some((name) => library(name) === "effect")
    )
    const folders = new Set(waiting.map(({ path }) => path.split("/")[3] ?? ""))
    expect([...folders].filter((folder) => !["context", "follow", "deliver"].includes(folder))).toEqual([])
    const shown = waiting.flatMap(({ path, text }) =>
      exportsOf(text).flatMap((declared) => (/\b(Effect|Schedule|Semaphore|Fiber)\./.test(declared) ? [path] : []))
    )
    expect(shown).toEqual([])
  })

  it("would find an effect type in what is exported", () => {
    const exported = "export const run = (): Effect.Effect<void> =>\n  Effect.void\n"
    expect(exportsOf(exported).filter((declared) => /Effect\./.test(declared))).toHaveLength(1)
    expect(exportsOf("const inner = (): Effect.Effect<void> => Effect.void\n")).toEqual([])
    const inside = "export const run = async (): Promise<void> => {\n  await Effect.runPromise(x)\n}\n"
    expect(exportsOf(inside)).toEqual(["export const run = async (): Promise<void> "])
  })
})
