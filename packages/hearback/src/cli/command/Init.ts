/**
 * `init`: writes a small policy that passes `check` and `test`, to be changed line by line; with `--project`, also a
 * program.
 */

import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { basename, dirname, join, relative, sep } from "node:path"
import { type PackView, schemaFile } from "@hearback/policy"
import { unwritable } from "../file/Bytes.ts"
import { absolute, shortPath } from "../file/Paths.ts"
import { packFiles } from "../init/Pack.ts"
import { filesOf } from "../init/Templates.ts"
import { packNamed } from "../policy/PackName.ts"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { invocationOf } from "../program/Invocation.ts"
import type { FileContents } from "../text/en/init/Files.ts"
import { commandCalled } from "../text/Names.ts"

/** The command `init`. */
export const command: CommandSpec = {
  name: "init",
  arguments: [{ name: "folder" }],
  options: [
    { flag: "--name", value: "id" },
    { flag: "--pack", value: "name" },
    { flag: "--project" },
    { flag: "--force" }
  ],
  run: async (request, context) => init(request, context)
}

const init = (request: Request, context: CommandContext): CommandOutput => {
  const folder = absolute(request.arguments[0] ?? ".", context)
  const name = nameOf(request.one("name"), folder, context)
  const { paint, texts, language } = context
  const installed = installedFor(folder)
  const schemas = `${installed ?? "./node_modules/hearback"}/schemas`
  const project = request.has("project")
  const pack = packOf(request.one("pack"), project, context)
  // A pack uses its own language unless another one is requested.
  const spoken = pack === undefined || request.one("lang") !== undefined ? language : pack.keys
  const schema = (kind: string): string => `# yaml-language-server: $schema=${schemas}/${schemaFile(kind, spoken)}`
  const choices = { name, zone: zoneOf(context), schema, project }
  const files = pack === undefined ? filesOf(spoken, choices) : packFiles(pack, spoken, choices)
  write(folder, files, request.has("force"), context)
  const written = Object.keys(files).map((file) => shortPath(join(folder, file), context))
  const inside = shortPath(folder, context)
  // Some packs have their own zone.
  const isZoned = Object.values(files).some((text) => text.includes(`: ${choices.zone}`))
  const program = invocationOf(context.terminal.env)
  const next = [
    ...(inside === "." ? [] : [`cd ${/^[\w./-]+$/.test(inside) ? inside : `"${inside}"`}`]),
    ...(project
      ? ["npm install", "npm test", "npm start"]
      : [
          ...(installed === undefined ? ["npm install hearback"] : []),
          ...["check", "test"].map((name) => `${program} ${commandCalled(name, language)}`)
        ])
  ]
  return {
    exit: 0,
    json: { folder: inside, policy: name, files: written, next },
    pretty: () =>
      [
        ...written.map((file) => `${paint("good", texts.report.init.wrote)} ${file}`),
        ...(isZoned ? ["", texts.report.init.zone(choices.zone)] : []),
        "",
        `${texts.report.init.next}${texts.word.colon}${next.join(" && ")}`,
        ""
      ].join("\n")
  }
}

const packOf = (named: string | undefined, isProject: boolean, context: CommandContext): PackView | undefined => {
  if (named !== undefined && isProject)
    cannotRun({ code: "usage/pack-of-project", message: context.texts.fault.packOfProject })
  return named === undefined ? undefined : packNamed(named, context)
}

const write = (folder: string, files: FileContents, force: boolean, context: CommandContext): void => {
  const { fault } = context.texts
  const there = Object.keys(files).filter((file) => existsSync(join(folder, file)))
  if (there.length > 0 && !force)
    cannotRun({
      code: "init/exists",
      message: fault.exists(there.map((file) => shortPath(join(folder, file), context))),
      help: fault.existsHelp
    })
  try {
    mkdirSync(folder, { recursive: true })
    // A broken link is not an existing file, but writing to it would create its target.
    for (const [file, text] of Object.entries(files))
      writeFileSync(join(folder, file), text, { flag: force ? "w" : "wx" })
  } catch (error) {
    unwritable(folder, error, context)
  }
}

/** Returns a valid name: letters of any script, digits and dashes. A folder name is converted. */
const nameOf = (named: string | undefined, folder: string, context: CommandContext): string => {
  const { fault } = context.texts
  if (named === undefined)
    return (
      basename(folder)
        .replace(/[^\p{L}\p{N}-]+/gu, "-")
        .replace(/^-+|-+$/g, "") || "my-loop"
    )
  return /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(named)
    ? named
    : cannotRun({ code: "init/bad-name", message: fault.badName(named), expected: fault.badNameExpected })
}

/** Returns `TZ` if it names a zone (`Asia/Shanghai`, not a rule such as `CST-8`), else the zone of this machine. */
const zoneOf = ({ terminal }: CommandContext): string => {
  const named = terminal.env["TZ"] ?? ""
  return isZone(named) ? named : (Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC")
}

const isZone = (name: string): boolean => {
  try {
    return /^[A-Z]\w*(?:\/|$)/.test(name) && Intl.DateTimeFormat("en", { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

/** Returns the path by which a program in the folder finds the package; undefined if it is not installed yet. */
const installedFor = (folder: string): string | undefined => {
  for (let above = folder; ; above = dirname(above)) {
    const home = join(above, "node_modules", "hearback")
    if (existsSync(join(home, "package.json"))) {
      const path = relative(folder, home).split(sep).join("/")
      return path.startsWith(".") ? path : `./${path}`
    }
    if (dirname(above) === above) return undefined
  }
}
