/** How a person starts this program, so that a command line that is printed works as it stands. */
import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import type { Terminal } from "../terminal/Terminal.ts"
import { everyName } from "../text/Names.ts"

type Env = Terminal["env"]

const NAME = "hearback"

/** Returns `hearback` where a shell finds it, else `npx hearback`; a program that starts this one may say its own way. */
export const invocationOf = (env: Env): string =>
  env["HEARBACK_COMMAND"] ?? (isFoundByShell(env["PATH"]) ? NAME : `npx ${NAME}`)

/** `npx` and scripts of npm put folders of their own on the path: a person's shell does not have those. */
const isFoundByShell = (path: string | undefined): boolean =>
  path === undefined ||
  path
    .split(delimiter)
    .filter((folder) => !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder))
    .some((folder) => [NAME, `${NAME}.cmd`].some((file) => existsSync(join(folder, file))))

const commandLine = (): RegExp => {
  const names = everyName("commands").map((name) => (/\w$/.test(name) ? `${name}\\b` : name))
  return new RegExp(`(?<!npx )\\b${NAME} (?=${names.join("|")}|<|--)`, "g")
}

/** Returns a terminal on which command lines of this program read as a person has to type them. */
export const speaking = (terminal: Terminal): Terminal => {
  let invocation: string | undefined
  const line = commandLine()
  const typed = (text: string): string =>
    text.replace(line, () => {
      invocation ??= invocationOf(terminal.env)
      return `${invocation} `
    })
  return { ...terminal, out: (text) => terminal.out(typed(text)), err: (text) => terminal.err(typed(text)) }
}
