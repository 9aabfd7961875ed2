/** The page of the program interface: every name of every entry point, as its declaration and its comment say. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type ExportedDeclarations, Node, Project } from "ts-morph"
import { root } from "./Markdown.ts"

export const apiPage = "docs/api.md"

const intro = `# Program interface

Every name that a program may import, by entry point, as the code declares it. Begin with [a first host](first-host.md); the errors
that calls throw stand in [errors](errors.md), the commands that \`execute\` takes in [commands](commands.md).
`

const home = join(root, "packages/hearback")

/** The entry points of the package with their files. */
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

/** A name that an entry point gives, and what declares it. */
export interface Given {
  readonly entry: string
  readonly name: string
  readonly declaration: ExportedDeclarations
  /** What its comment says; empty without one. */
  readonly says: string
}

/** Returns every name of every entry point, values before types. */
export const givenNames = (): readonly Given[] => {
  const project = new Project({ tsConfigFilePath: join(home, "tsconfig.json"), skipAddingFilesFromTsConfig: true })
  return entryPoints().flatMap(([entry, file]) =>
    [...project.addSourceFileAtPath(file).getExportedDeclarations()]
      .flatMap(([name, [declaration]]) =>
        declaration === undefined ? [] : [{ entry, name, declaration, says: commentOf(declaration) }]
      )
      .sort((a, b) => Number(isType(a)) - Number(isType(b)) || (a.name < b.name ? -1 : 1))
  )
}

const isType = ({ declaration }: Given): boolean =>
  Node.isInterfaceDeclaration(declaration) || Node.isTypeAliasDeclaration(declaration)

/** What stands above a declaration or a member, in one line. */
const commentOf = (node: Node): string => {
  const holder = Node.isVariableDeclaration(node) ? node.getVariableStatement() : node
  if (holder === undefined || !Node.isJSDocable(holder)) return ""
  // The comment that begins a file is about the file, also where its first declaration has none of its own.
  const own = holder.getJsDocs().filter((each) => each.getStart() > 0)
  return flat(own.at(-1)?.getDescription() ?? "")
}

const flat = (text: string): string => text.replace(/\s+/g, " ").trim()

const code = (text: string): string => {
  const one = flat(text).replaceAll("readonly ", "").replaceAll("|", "\\|")
  return one === "" ? "" : one.includes("`") ? `\`\` ${one} \`\`` : `\`${one}\``
}

/** What a declaration is, without the bodies of functions. */
const signature = ({ name, declaration }: Given): string => {
  if (Node.isTypeAliasDeclaration(declaration)) return typeText(declaration.getTypeNode()?.getText() ?? "")
  if (!Node.isVariableDeclaration(declaration)) return ""
  const made = declaration.getInitializer()
  if (made !== undefined && (Node.isArrowFunction(made) || Node.isFunctionExpression(made))) {
    const given = made.getParameters().map((parameter) => parameter.getText().replace(/\s*=\s*[^=>]+$/, ""))
    const gives = made.getReturnTypeNode()?.getText()
    return `${name}(${flat(given.join(", "))})${gives === undefined ? "" : `: ${gives}`}`
  }
  return declaration.getTypeNode()?.getText() ?? ""
}

const longest = 400
const typeText = (text: string): string => (flat(text).length > longest ? "" : text)

const row = (name: string, type: string, says: string): string =>
  `| \`${name}\` | ${code(typeText(type))} | ${says.replaceAll("|", "\\|")} |`

/** A row for each member that the declaration itself has. */
const members = ({ declaration }: Given): readonly string[] => {
  if (!Node.isInterfaceDeclaration(declaration)) return []
  return declaration.getMembers().flatMap((member) => {
    if (Node.isPropertySignature(member)) {
      const mark = member.hasQuestionToken() ? "?" : ""
      return [row(`${member.getName()}${mark}`, member.getTypeNode()?.getText() ?? "", commentOf(member))]
    }
    if (!Node.isMethodSignature(member)) return []
    const given = member.getParameters().map((parameter) => parameter.getText())
    const name = `${member.getName()}${member.hasQuestionToken() ? "?" : ""}(${flat(given.join(", "))})`
    return [row(name.replaceAll("|", "\\|"), member.getReturnTypeNode()?.getText() ?? "", commentOf(member))]
  })
}

const section = (given: Given): string => {
  const shape = signature(given)
  const rows = members(given)
  const { declaration } = given
  const above = Node.isInterfaceDeclaration(declaration)
    ? declaration.getExtends().map((each) => code(each.getText().replace(/<N>/g, "")))
    : []
  const parts = [
    `### \`${given.name}\``,
    given.says,
    above.length === 0 ? "" : `Has also what ${above.join(", ")} has.`,
    shape === "" ? "" : code(shape).replaceAll("\\|", "|"),
    rows.length === 0 ? "" : ["| member | type | |", "|---|---|---|", ...rows].join("\n")
  ]
  return parts.filter((part) => part !== "").join("\n\n")
}

/** Returns the page of these names. */
export const apiText = (all = givenNames()): string => {
  const told = new Map<string, string>()
  const parts = entryPoints().map(([entry]) => {
    const here = all.filter((given) => given.entry === entry)
    const again = here.filter(({ name }) => told.has(name))
    const fresh = here.filter(({ name }) => !told.has(name))
    for (const { name } of fresh) told.set(name, entry)
    const elsewhere = again.map(({ name }) => `\`${name}\` (${told.get(name)})`)
    return [
      `## ${entry}`,
      ...(elsewhere.length === 0 ? [] : [`Told above: ${elsewhere.join(", ")}.`]),
      ...fresh.map(section)
    ].join("\n\n")
  })
  return `${[intro.trimEnd(), ...parts].join("\n\n")}\n`
}
