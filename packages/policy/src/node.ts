/** Policies on the disk: the only part of this package that needs Node. */
import { readFileSync, realpathSync } from "node:fs"
import { dirname, isAbsolute, relative, sep } from "node:path"
import { type Compiled, compile, type Flattened, flatten } from "./compile/Compile.ts"
import type { Sources } from "./compile/Files.ts"
import { type Repaired, repair } from "./compile/Repair.ts"
import type { FlatOptions } from "./format/Flat.ts"

/** Compiles a policy file on disk. Errors: a file that cannot be read is a finding, `file/unreadable`. */
export const compileFile = (path: string, options: Pick<Sources, "today" | "people"> = {}): Compiled =>
  compile({ ...onDisk(path), ...options })

/** Returns a policy file on disk with all that it extends, as one file. */
export const flattenFile = (path: string, options: Pick<FlatOptions, "keys"> = {}): Flattened =>
  flatten(onDisk(path), options)

/** Returns the files of a policy on disk that fixes change, and writes none of them. */
export const repairFile = (path: string, options: Pick<Sources, "people"> = {}): readonly Repaired[] =>
  repair({ ...onDisk(path), ...options })

/** Whether a path leads out of a folder once links are followed; one that leads nowhere does not. */
export const leadsOut = (folder: string, path: string): boolean => {
  const [from, to] = [realPath(folder), realPath(path)]
  return from !== undefined && to !== undefined && !isWithin(from, to)
}

/** A root file that is a link may lie among others of its kind: they are inside as well. */
const onDisk = (root: string): Pick<Sources, "root" | "read" | "isOutside"> => {
  const folders = [dirname(root), dirname(realPath(root) ?? root)]
  return { root, read: contentOf, isOutside: (path) => folders.every((folder) => leadsOut(folder, path)) }
}

/** A folder may well be called `..data`. */
const isWithin = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

const realPath = (path: string): string | undefined => {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

const contentOf = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
