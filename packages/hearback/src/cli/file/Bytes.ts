/** Small files read whole, and the beginnings of large ones. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs"
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

/** Returns the first bytes of a file, at most so many. */
export const readHead = (path: string, most: number): Buffer => {
  const file = openSync(path, "r")
  try {
    const bytes = Buffer.alloc(most)
    return bytes.subarray(0, readSync(file, bytes, 0, most, 0))
  } finally {
    closeSync(file)
  }
}
