/** Small files read whole, and the beginnings of large ones; and why nothing can be written. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs"
import type { CommandContext } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { mustExist, shortPath } from "./Paths.ts"

/** Returns the bytes of a file. Errors: missing, unreadable. */
export const bytesOf = (path: string, context: CommandContext): Uint8Array => {
  try {
    return readFileSync(mustExist(path, context))
  } catch (error) {
    return cannotRead(path, error, context)
  }
}

/** Returns a path from which rows can be read. Errors: missing, a folder, unreadable. */
export const mustBeFile = (path: string, context: CommandContext): string => {
  const found = mustExist(path, context)
  try {
    readHead(found, 1)
  } catch (error) {
    cannotRead(path, error, context)
  }
  return found
}

/** Says why nothing can be read from a path. Errors: always; whatever the system has not said is thrown as it is. */
export const cannotRead = (path: string, error: unknown, context: CommandContext): never => {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error
  const { fault } = context.texts
  const message = fault.fileUnreadable(shortPath(path, context))
  return cannotRun({ code: "file/unreadable", message, help: fault.system(String(error.code)) }, error)
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

/** Says why nothing can be written to a path. Errors: always; whatever the system has not said is thrown as it is. */
export const unwritable = (path: string, error: unknown, context: CommandContext): never => {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error
  const { fault } = context.texts
  const message = fault.fileUnwritable(shortPath(path, context))
  return cannotRun({ code: "file/unwritable", message, help: fault.system(String(error.code)) }, error)
}
