/** `init`: a small policy that passes `check` and `test`, to be changed line by line. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { basename, dirname, join, relative, sep } from "node:path"
import { absolute, shortPath } from "../file/Paths.ts"
import type { Files } from "../init/Choices.ts"
import { filesOf } from "../init/Templates.ts"
import type { Answer, CommandSpec, Context, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"

export const command: CommandSpec = {
  name: "init",
  arguments: [{ name: "folder" }],
  options: [{ flag: "--name", value: "id" }, { flag: "--force" }],
  run: async (request, context) => init(request, context)
}

const init = (request: Request, context: Context): Answer => {
  const folder = absolute(request.arguments[0] ?? ".", context)
  const name = nameOf(request.one("name"), folder, context)
  const files = filesOf(context.language, { name, zone: zoneOf(context), schemas: schemasFrom(folder) })
  write(folder, files, request.has("force"), context)
  const written = Object.keys(files).map((file) => shortPath(join(folder, file), context))
  const inside = shortPath(folder, context)
  const next = [...(inside === "." ? [] : [`cd ${inside}`]), "hearback check", "hearback test"]
  const { paint, texts } = context
  return {
    exit: 0,
    json: { folder: inside, policy: name, files: written, next },
    pretty: () =>
      [
        ...written.map((file) => `${paint("good", texts.report.init.wrote)} ${file}`),
        "",
        `${texts.report.init.next}${texts.word.colon}${next.join(" && ")}`,
        ""
      ].join("\n")
  }
}

const write = (folder: string, files: Files, force: boolean, context: Context): void => {
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
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error
    cannotRun(
      { code: "file/unwritable", message: fault.fileUnwritable(shortPath(folder, context)), help: error.message },
      error
    )
  }
}

/** Letters of any script, digits and dashes; a folder's name is bent into one. */
const nameOf = (named: string | undefined, folder: string, context: Context): string => {
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

/** `TZ` where it names a zone (`Asia/Shanghai`, and not a rule such as `CST-8`), else the zone of this machine. */
const zoneOf = ({ terminal }: Context): string => {
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

/** The schemas of the compiler that is running, as a path that stays good where the folder and it move together. */
const schemasFrom = (folder: string): string => {
  const home = dirname(createRequire(import.meta.url).resolve("@hearback/policy/package.json"))
  const found = [join(home, "schemas"), join(home, "..", "..", "schemas")].find((path) =>
    existsSync(join(path, "policy.schema.json"))
  )
  if (found === undefined) return "./node_modules/@hearback/policy/schemas"
  const path = relative(folder, found).split(sep).join("/")
  return path.startsWith(".") ? path : `./${path}`
}
