/** What a program may import, read from the code: every name of every entry point, its shape and its comments. */
import { readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { type ExportedDeclarations, type InterfaceDeclaration, Node, Project, ts } from "ts-morph"
import { root } from "../Markdown.ts"

const home = join(root, "packages/hearback")

/** Returns the entry points of the package with their files. */
const entryPoints = (): readonly (readonly [name: string, file: string])[] => {
  const { exports } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, string | { readonly source?: string }>>
  }
  return Object.entries(exports).flatMap(([path, target]) =>
    typeof target === "string" || target.source === undefined
      ? []
      : [[path === "." ? "hearback" : `hearback${path.slice(1)}`, join(home, target.source)] as const]
  )
}

export interface Member {
  /** With its parameters, and a question mark if it may be absent. */
  readonly name: string
  /** In one line, without comments. */
  readonly type: string
  /** What its comment says; empty without one. */
  readonly says: string
  /** The file of its declaration, from the root of the repository. */
  readonly file: string
}

/** A name that an entry point gives. */
export interface Given extends Member {
  readonly entry: string
  readonly isType: boolean
  /** The interfaces whose members it has too, if these are names of their own or of a library. */
  readonly above: readonly string[]
  readonly members: readonly Member[]
}

/** Returns every name of every entry point, values before types. */
export const givenNames = (): readonly Given[] => {
  const project = new Project({ tsConfigFilePath: join(home, "tsconfig.json"), skipAddingFilesFromTsConfig: true })
  const all = entryPoints().flatMap(([entry, file]) =>
    [...project.addSourceFileAtPath(file).getExportedDeclarations()].flatMap(([name, [declaration]]) =>
      declaration === undefined ? [] : [{ entry, name, declaration }]
    )
  )
  const names = new Set(all.map(({ name }) => name))
  return all
    .map(({ entry, name, declaration }): Given => {
      const isInterface = Node.isInterfaceDeclaration(declaration)
      const bases = isInterface ? basesOf(declaration, names) : []
      return {
        entry,
        name,
        file: fileOf(declaration),
        isType: isInterface || Node.isTypeAliasDeclaration(declaration),
        type: signatureOf(name, declaration),
        says: commentOf(declaration),
        above: bases.flatMap((base) => (typeof base === "string" ? [base] : [])),
        members: isInterface
          ? [declaration, ...bases.filter((base) => typeof base !== "string")].flatMap((one) => membersOf(one))
          : []
      }
    })
    .sort(
      (a, b) =>
        orderOf(all, a.entry) - orderOf(all, b.entry) ||
        Number(a.isType) - Number(b.isType) ||
        (a.name < b.name ? -1 : 1)
    )
}

const orderOf = (all: readonly { readonly entry: string }[], entry: string): number =>
  all.findIndex((one) => one.entry === entry)

const fileOf = (node: Node): string => relative(root, node.getSourceFile().getFilePath()).replaceAll("\\", "/")

/** Returns what an interface extends: its text, or the declaration of an interface that no entry point gives. */
const basesOf = (
  declaration: InterfaceDeclaration,
  names: ReadonlySet<string>
): readonly (string | InterfaceDeclaration)[] =>
  declaration.getExtends().map((each) => {
    const symbol = each.getExpression().getSymbol()
    const [base] = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations() ?? []
    const isHidden = base !== undefined && !names.has(each.getExpression().getText())
    return isHidden && Node.isInterfaceDeclaration(base) && fileOf(base).startsWith("packages/")
      ? base
      : flat(each.getText().replace(/<N>/g, ""))
  })

/** Returns what stands above a declaration or a member, in one line. */
const commentOf = (node: Node): string => {
  const holder = Node.isVariableDeclaration(node) ? node.getVariableStatement() : node
  if (holder === undefined || !Node.isJSDocable(holder)) return ""
  // The comment that begins a file is about the file, also where its first declaration has none of its own.
  const own = holder.getJsDocs().filter((each) => each.getStart() > 0)
  return flat(own.at(-1)?.getDescription() ?? "")
}

const flat = (text: string): string => text.replace(/\s+/g, " ").trim()

const printer = ts.createPrinter({ removeComments: true })
/** Returns the code of a node without comments and `readonly`. */
const codeOf = (node: Node | undefined): string =>
  node === undefined
    ? ""
    : printer
        .printNode(ts.EmitHint.Unspecified, node.compilerNode, node.getSourceFile().compilerNode)
        .replaceAll("readonly ", "")

/** Returns the code of a node in one line. */
const lineOf = (node: Node | undefined): string => flat(codeOf(node)).replaceAll("; }", " }")

/** Returns what a declaration is, without the bodies of functions. */
const signatureOf = (name: string, declaration: ExportedDeclarations): string => {
  if (Node.isTypeAliasDeclaration(declaration)) return codeOf(declaration.getTypeNode())
  if (!Node.isVariableDeclaration(declaration)) return ""
  const made = declaration.getInitializer()
  if (made === undefined || !(Node.isArrowFunction(made) || Node.isFunctionExpression(made)))
    return lineOf(declaration.getTypeNode())
  const given = made.getParameters().map((parameter) => lineOf(parameter).replace(/\s*=\s*[^=>]+$/, ""))
  const gives = lineOf(made.getReturnTypeNode())
  return `${name}(${given.join(", ")})${gives === "" ? "" : `: ${gives}`}`
}

/** Returns the members that an interface itself declares. */
const membersOf = (declaration: InterfaceDeclaration): readonly Member[] =>
  declaration.getMembers().flatMap((member) => {
    if (!Node.isPropertySignature(member) && !Node.isMethodSignature(member)) return []
    const given = Node.isMethodSignature(member) ? `(${member.getParameters().map(lineOf).join(", ")})` : ""
    const type = Node.isMethodSignature(member) ? member.getReturnTypeNode() : member.getTypeNode()
    return {
      name: `${member.getName()}${member.hasQuestionToken() ? "?" : ""}${given}`,
      type: lineOf(type),
      says: commentOf(member),
      file: fileOf(declaration)
    }
  })
