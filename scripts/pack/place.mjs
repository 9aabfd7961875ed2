// Where the checks work: a folder of their own outside the repository, gone afterwards.
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

export const root = join(import.meta.dirname, "..", "..")

let made

/** Makes a folder by this name and returns it. */
export function folder(name) {
  made ??= realpathSync(mkdtempSync(join(tmpdir(), "hearback-pack-")))
  const path = join(made, name)
  mkdirSync(path, { recursive: true })
  return path
}

export function removeFolders() {
  if (made !== undefined) rmSync(made, { recursive: true, force: true })
}

/** Returns a function that does its work at the first call and gives the same answer from then on. */
export function once(work) {
  let answer
  return () => {
    answer ??= work()
    return answer
  }
}
