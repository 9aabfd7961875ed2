/** The page of the program interface: every name of every entry point, as its declaration and its comment say. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type ExportedDeclarations, Node, Project } from "ts-morph"
import { root } from "./Markdown.ts"

export const apiPage = "docs/api.md"

const intro = `# Program interface

This page lists every name that a program may import, by entry point, as the code declares it. Begin with [a first host](first-host.md).
See also the [errors](errors.md) that calls throw, and the [commands](commands.md) of \`execute\`.

本页由代码生成，按入口列出程序可以引入的全部名称，逐条说明为英文。先看[第一个宿主程序](zh-CN/first-host.md)和[运行与托管](zh-CN/hosting.md)；
调用会抛出的错误见[错误](zh-CN/errors.md)，\`execute\` 的命令见[命令](commands.md)（中英对照）。

| entry point | for · 用途 |
|---|---|
| [\`hearback\`](#hearback) | open a loop, submit feedback, give commands, read cases · 打开、提交反馈、办理、读取案件 |
| [\`hearback/sqlite\`](#hearbacksqlite) [\`hearback/postgres\`](#hearbackpostgres) | stores · 数据库 |
| [\`hearback/tx\`](#hearbacktx) | commands in your own transaction · 在自己的事务里办理 |
| [\`hearback/http\`](#hearbackhttp) | probes and metrics of a process · 探针与监控 |
| [\`hearback/channels\`](#hearbackchannels) | channels to the console and to files · 控制台与文件渠道 |
| [\`hearback/testing\`](#hearbacktesting) [\`hearback/vitest\`](#hearbackvitest) | scenarios and a movable clock in tests · 测试：场景、可拨动的时钟 |
| [\`hearback/simulation\`](#hearbacksimulation) | simulations and verdicts · 推演与判定 |
| [\`hearback/laws\`](#hearbacklaws) | tests for your own adapters · 检验自己的适配器 |
| [\`hearback/effect\`](#hearbackeffect) [\`hearback/cli\`](#hearbackcli) | the loop as an Effect service; the command line · Effect 服务；命令行 |
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
