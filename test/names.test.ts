/** One word has one meaning, and what a function takes has a name. */
import { relative } from "node:path"
import { Project, type SourceFile, ts } from "ts-morph"
import { describe, expect, it } from "vitest"
import { project } from "./architecture/Sources.ts"

const root = `${import.meta.dirname}/..`

/** Two that are alike, as of a comparison, are `a` and `b`; numbers of a formula have the letters of the formula. */
const isAlike = (name: string): boolean => name === "a" || name === "b"
const formulas = /^packages\/(?:simulation\/src\/(?:statistic|random|numeric)|hearback\/src\/cli\/page\/drawing)\//

/** Returns where a parameter of a function of several lines has a name of one letter. */
const unnamed = (file: SourceFile, path: string): readonly string[] => {
  const found: string[] = []
  const source = file.compilerNode
  const lineOf = (at: number): number => source.getLineAndCharacterOfPosition(at).line + 1
  const isNamed = (name: string): boolean => !/^[a-z]$/.test(name) || isAlike(name)
  const look = (node: ts.Node): void => {
    ts.forEachChild(node, look)
    if (!ts.isParameter(node) || isNamed(node.name.getText(source))) return
    const { parent } = node
    const isLine = ts.isArrowFunction(parent) && lineOf(parent.getStart(source)) === lineOf(parent.end)
    const isFormula = formulas.test(path) && node.type?.kind === ts.SyntaxKind.NumberKeyword
    if (!isLine && !isFormula) found.push(`${path}:${lineOf(node.getStart(source))} ${node.getText(source)}`)
  }
  look(source)
  return found
}

/** Returns the types that a file declares and exports; a type that is another one by the same name is that one. */
const typesOf = (file: SourceFile): readonly string[] =>
  file.compilerNode.statements.flatMap((node) => {
    if (!ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node) && !ts.isClassDeclaration(node)) return []
    if (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) !== true) return []
    const name = node.name?.text ?? "default"
    const of = ts.isTypeAliasDeclaration(node) ? node.type.getText(file.compilerNode).replace(/<.*>$/s, "") : ""
    return of.endsWith(`.${name}`) ? [] : [name]
  })

/** Names that several files declare, each with its reason. */
const shared: Readonly<Record<string, string>> = {
  Texts: "the texts of a package in each language: each package has its own",
  Say: "looks a text up in the `Texts` of its package",
  Json: "a value of JSON: packages that import none of each other declare it alike",
  Desk: "`hearback/effect` has the names of the facade, with effects in place of promises",
  CustomerDesk: "`hearback/effect`, too",
  HearbackError: "`hearback/effect`, too"
}

describe("names", () => {
  it("are of more than one letter where a parameter lives longer than a line", () => {
    expect(project.getSourceFiles().flatMap((file) => unnamed(file, relative(root, file.getFilePath())))).toEqual([])
  })
  it("would be found of one letter", () => {
    const file = new Project({ useInMemoryFileSystem: true }).createSourceFile(
      "x.ts",
      "const f = (d: Draft) => {\n  return d\n}\nconst g = all.map((d) => d.id)\nconst h = (\n  a: N,\n  b: N) => a - b"
    )
    expect(unnamed(file, "x.ts")).toEqual(["x.ts:1 d: Draft"])
  })

  it("of types stand for one thing in the repository", () => {
    const places = new Map<string, string[]>()
    for (const file of project.getSourceFiles())
      for (const name of typesOf(file))
        places.set(name, [...(places.get(name) ?? []), relative(root, file.getFilePath())])
    const twice = [...places].filter(([, paths]) => paths.length > 1)
    expect(twice.filter(([name]) => shared[name] === undefined)).toEqual([])
    expect(Object.keys(shared).filter((name) => !twice.some(([other]) => other === name))).toEqual([])
  })
})
