/** Reads small files whole and the beginnings of large ones; explains why a file cannot be written. */
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

/**
 * Throws the reason why a path cannot be read. Errors: always; an error that is not from the system is thrown
 * unchanged.
 */
export const cannotRead = (path: string, error: unknown, context: CommandContext): never => {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error
  const { fault } = context.texts
  const message = fault.fileUnreadable(shortPath(path, context))
  return cannotRun({ code: "file/unreadable", message, help: fault.system(String(error.code)) }, error)
}

/** Returns the first bytes of a file, at most `most`. */
export const readHead = (path: string, most: number): Buffer => {
  const file = openSync(path, "r")
  try {
    const bytes = Buffer.alloc(most)
    return bytes.subarray(0, readSync(file, bytes, 0, most, 0))
  } finally {
    closeSync(file)
  }
}

/**
 * Throws the reason why a path cannot be written. Errors: always; an error that is not from the system is thrown
 * unchanged.
 */
export const unwritable = (path: string, error: unknown, context: CommandContext): never => {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error
  const { fault } = context.texts
  const message = fault.fileUnwritable(shortPath(path, context))
  return cannotRun({ code: "file/unwritable", message, help: fault.system(String(error.code)) }, error)
}
