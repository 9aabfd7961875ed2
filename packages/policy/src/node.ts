/** The compiler on Node: files from the disk, and the packs that come with this package. */
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { type Compiled, compileWith, type Flattened, flattenWith } from "./compile/Compile.ts"
import type { Sources } from "./compile/Files.ts"
import type { FlatOptions } from "./format/Flat.ts"

export type Input = Omit<Sources, "packs"> & Partial<Pick<Sources, "packs">>

/** Compiles a policy; packs are those of this package unless others are given. */
export const compile = (input: Input): Compiled => compileWith({ packs: packs(), ...input })

/** Compiles a policy file on disk. Errors: a file that cannot be read is a finding, `file/unreadable`. */
export const compileFile = (path: string, options: Pick<Sources, "today"> = {}): Compiled =>
  compile({ root: path, read: readable, ...options })

/** Returns a policy file on disk with all that it extends, as one file. */
export const flattenFile = (path: string, options: Pick<FlatOptions, "keys"> = {}): Flattened =>
  flattenWith({ root: path, read: readable, packs: packs() }, options)

let known: ReadonlyMap<string, string> | undefined

/** Returns the texts of the packs of this package by name, such as `pack:base`; read once a process. */
export const packs = (): ReadonlyMap<string, string> => {
  // Beside `src` and `dist` alike.
  const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "packs")
  known ??= new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith(end))
      .sort()
      .map((file) => [`pack:${file.slice(0, -end.length)}`, readFileSync(join(folder, file), "utf8")])
  )
  return known
}

const end = ".policy.yaml"

const readable = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
