/** Small files read whole. */
import { readFileSync } from "node:fs"
import type { Context } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { mustExist, shortPath } from "./Paths.ts"

/** Returns the bytes of a file. Errors: missing, unreadable. */
export const bytesOf = (path: string, context: Context): Uint8Array => {
  try {
    return readFileSync(mustExist(path, context))
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error
    return cannotRun(
      { code: "file/unreadable", message: context.texts.fault.fileUnreadable(shortPath(path, context)) },
      error
    )
  }
}
