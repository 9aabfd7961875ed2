/** Certain fixes, written into a policy's own files. */
import { writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { repaired } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { shortPath } from "../file/Paths.ts"
import type { Context } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"

/** A fix may lay bare another one; more rounds than this mean that two fixes undo each other. */
const ROUNDS = 5

/** Applies every certain fix; packs are not ours to write. Returns the files that were changed. */
export const repair = (path: string, context: Context): readonly string[] => {
  const changed = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    const { files, diagnostics } = compileFile(path)
    let isChanged = false
    for (const file of files) {
      if (file.path.startsWith("pack:")) continue
      const text = repaired(file, diagnostics)
      if (text === file.text) continue
      const place = join(dirname(path), file.path)
      write(place, text, context)
      changed.add(shortPath(place, context))
      isChanged = true
    }
    if (!isChanged) break
  }
  return [...changed]
}

const write = (path: string, text: string, context: Context): void => {
  try {
    writeFileSync(path, text)
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error
    const message = context.texts.fault.fileUnwritable(shortPath(path, context))
    cannotRun({ code: "file/unwritable", message, help: error.message }, error)
  }
}
