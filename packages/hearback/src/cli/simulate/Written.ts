/** A file that an answer leaves behind. */
import { writeFileSync } from "node:fs"
import { unwritable } from "../file/Bytes.ts"
import { shortPath } from "../file/Paths.ts"
import type { Context } from "../program/Command.ts"

/** Writes a file and returns its path for people. Errors: it cannot be written. */
export const written = (path: string, text: string, context: Context): string => {
  const shown = shortPath(path, context)
  try {
    writeFileSync(path, text)
  } catch (error) {
    return unwritable(path, error, context)
  }
  return shown
}

/** Returns a line for each file that was written. */
export const writtenText = (paths: readonly string[], { texts }: Context): string =>
  paths.map((path) => `${texts.simulate.written(path)}\n`).join("")
