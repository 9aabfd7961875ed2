/** Returns how a person starts this program, so that printed command lines can be copied. */
import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import type { Terminal } from "../terminal/Terminal.ts"
import { everyName } from "../text/Names.ts"

type Env = Terminal["env"]

const NAME = "hearback"

/**
 * Returns `hearback` if a shell finds it, else `npx hearback`. A program that starts this one can give another
 * command.
 */
export const invocationOf = (env: Env): string =>
  env["HEARBACK_COMMAND"] ?? (isFoundByShell(env["PATH"]) ? NAME : `npx ${NAME}`)

/**
 * Returns whether a person's shell finds this program. Folders that `npx` and npm scripts add to the path do not
 * count.
 */
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

/** Returns a terminal on which printed command lines are as a person must type them. */
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
