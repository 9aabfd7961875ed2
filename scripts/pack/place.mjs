// The folder of the checks, outside of the repository and removed afterwards.
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** The folder of the repository. */
export const root = join(import.meta.dirname, "..", "..")

let made

/** Makes a folder with this name and returns it. */
export function folder(name) {
  made ??= realpathSync(mkdtempSync(join(tmpdir(), "hearback-pack-")))
  const path = join(made, name)
  mkdirSync(path, { recursive: true })
  return path
}

/** Removes all folders that were made. */
export function removeFolders() {
  if (made !== undefined) rmSync(made, { recursive: true, force: true })
}

/** Returns a function that does its work at the first call and then always returns the same result. */
export function once(work) {
  let answer
  return () => {
    answer ??= work()
    return answer
  }
}
