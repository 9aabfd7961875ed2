/** Writes the files of an answer. */
import { accessSync, constants, existsSync, statSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { unwritable } from "../file/Bytes.ts"
import { absolute, shortPath } from "../file/Paths.ts"
import type { CommandContext, Request } from "../program/Command.ts"

/** Checks before a long run that a file can be written at its end. Errors: it cannot. */
export const mustHavePlace = (flags: readonly string[], request: Request, context: CommandContext): void => {
  for (const flag of flags) {
    const named = request.one(flag)
    if (named === undefined) continue
    const path = absolute(named, context)
    try {
      accessSync(existsSync(path) ? path : dirname(path), constants.W_OK)
      // A writable folder is no file; the system reports that when it is opened.
      if (existsSync(path) && statSync(path).isDirectory()) writeFileSync(path, "")
    } catch (error) {
      unwritable(path, error, context)
    }
  }
}

/** Writes a file and returns its path for people. Errors: it cannot be written. */
export const written = (path: string, text: string, context: CommandContext): string => {
  const shown = shortPath(path, context)
  try {
    writeFileSync(path, text)
  } catch (error) {
    return unwritable(path, error, context)
  }
  return shown
}

/** Returns a line for each file that was written. */
export const writtenText = (paths: readonly string[], { texts }: CommandContext): string =>
  paths.map((path) => `${texts.simulate.written(path)}\n`).join("")
