/** Writes certain fixes into a policy's own files. */
import { writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { repairFile } from "@hearback/policy/node"
import { unwritable } from "../file/Bytes.ts"
import { shortPath } from "../file/Paths.ts"
import type { CommandContext } from "../program/Command.ts"
import { peopleBeside } from "./PolicyFiles.ts"

/** A changed file, with the path that a person would type. */
export interface Mended {
  readonly path: string
  readonly before: string
  readonly after: string
}

/**
 * Applies every fix that improves the policy and causes no new finding. Packs are never changed. Returns the changed
 * files.
 */
export const repair = (path: string, context: CommandContext): readonly Mended[] =>
  repairFile(path, peopleBeside(path, context)).map((file) => {
    const place = join(dirname(path), file.path)
    write(place, file.after, context)
    return { ...file, path: shortPath(place, context) }
  })

const write = (path: string, text: string, context: CommandContext): void => {
  try {
    writeFileSync(path, text)
  } catch (error) {
    unwritable(path, error, context)
  }
}
