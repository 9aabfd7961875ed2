/** Policies on the disk: the only part of this package that needs Node. */
import { readFileSync } from "node:fs"
import { type Compiled, compile, type Flattened, flatten } from "./compile/Compile.ts"
import type { Sources } from "./compile/Files.ts"
import { type Repaired, repair } from "./compile/Repair.ts"
import type { FlatOptions } from "./format/Flat.ts"

/** Compiles a policy file on disk. Errors: a file that cannot be read is a finding, `file/unreadable`. */
export const compileFile = (path: string, options: Pick<Sources, "today" | "people"> = {}): Compiled =>
  compile({ root: path, read: contentOf, ...options })

/** Returns a policy file on disk with all that it extends, as one file. */
export const flattenFile = (path: string, options: Pick<FlatOptions, "keys"> = {}): Flattened =>
  flatten({ root: path, read: contentOf }, options)

/** Returns the files of a policy on disk that fixes change, and writes none of them. */
export const repairFile = (path: string, options: Pick<Sources, "people"> = {}): readonly Repaired[] =>
  repair({ root: path, read: contentOf, ...options })

const contentOf = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
