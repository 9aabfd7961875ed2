import { readdirSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { Project } from "ts-morph"
import { describe, expect, it } from "vitest"

/** Which package may import which. A package that is not listed fails. */
const allowed: Record<string, ReadonlyArray<string>> = {
  core: [],
  policy: ["core"],
  cli: ["core", "policy"]
}

const root = join(import.meta.dirname, "..")
// ts-morph brings its own compiler API (TypeScript 7 has none). It only parses here: nothing is resolved.
const project = new Project({ compilerOptions: { noLib: true }, skipFileDependencyResolution: true })
project.addSourceFilesAtPaths([join(root, "packages/*/src/**/*.ts"), `!${join(root, "packages/*/src/generated/**")}`])

const files = project.getSourceFiles().map((file) => {
  const path = relative(root, file.getFilePath())
  const imports = [...file.getImportDeclarations(), ...file.getExportDeclarations()].flatMap(
    (declaration) => declaration.getModuleSpecifierValue() ?? []
  )
  return {
    path,
    home: path.split("/").slice(0, 3).join("/"),
    owner: path.split("/")[1] ?? "",
    packages: imports.flatMap((name) => /^@hearback\/([^/]+)/.exec(name)?.[1] ?? []),
    relative: imports
      .filter((name) => name.startsWith("."))
      .map((name) => relative(root, resolve(root, dirname(path), name)))
  }
})

describe("architecture", () => {
  it("lists every package", () => {
    expect(Object.keys(allowed).sort()).toEqual(readdirSync(join(root, "packages")).sort())
    expect(files.length).toBeGreaterThan(0)
  })

  it("imports another package by name, and only one its layer allows", () => {
    const bad = files.flatMap((file) => [
      ...file.packages.filter((name) => !allowed[file.owner]?.includes(name)).map((name) => `${file.path} -> ${name}`),
      ...file.relative.filter((path) => !path.startsWith(file.home)).map((path) => `${file.path} -> ${path}`)
    ])
    expect(bad).toEqual([])
  })

  it("has no import cycle", () => {
    const edges = new Map(files.map((file) => [file.path, file.relative]))
    const done = new Set<string>()
    const cycles: Array<string> = []
    const visit = (path: string, trail: ReadonlyArray<string>): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "))
      if (trail.includes(path) || done.has(path)) return
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of edges.keys()) visit(path, [])
    expect(cycles).toEqual([])
  })
})
