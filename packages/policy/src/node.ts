/** Compiles policies on disk. Only this part of the package needs Node. */
import { createHash } from "node:crypto"
import { readFileSync, realpathSync } from "node:fs"
import { basename, dirname, isAbsolute, relative, sep } from "node:path"
import { type Compiled, compile, lockOf } from "./compile/Compilation.ts"
import { folderOf, type Sources } from "./compile/Files.ts"
import { type Flattened, flatten } from "./compile/Flattening.ts"

export { lockName } from "./compile/Lock.ts"

import { type Repaired, repair } from "./compile/Repair.ts"
import type { FlatOptions } from "./format/FlatPolicy.ts"

/**
 * Compiles a policy file on disk. If everything it reads is unchanged, wherever the files are, the earlier result is
 * returned. Errors: an unreadable file is a finding, `file/unreadable`.
 */
export const compileFile = (path: string, options: Options = {}): Compiled => {
  const name = JSON.stringify([basename(path), options.today, options.people, options.lock])
  const known = made.find((one) => one.name === name && one.isOf(path)) ?? { name, ...makeOf(path, options) }
  made.splice(0, made.length, known, ...made.filter((one) => one !== known).slice(0, most - 1))
  return known.compiled
}

/** Returns the files that a policy on disk is made of, also those that it names and that are not there. */
export const filesOf = (path: string): readonly string[] => {
  compileFile(path)
  return made[0]?.filesOf(path) ?? []
}

type Options = Pick<Sources, "today" | "people" | "lock">

interface Made {
  /** The file name of the root file. */
  readonly name: string
  readonly compiled: Compiled
  /** Returns whether the files of a policy have the same content as those of an earlier compilation. */
  readonly isOf: (path: string) => boolean
  /** Every file that was requested, with its path in this policy. */
  readonly filesOf: (path: string) => readonly string[]
}

/** The policies that were compiled last, the latest first. */
const made: Made[] = []
const most = 8

/** Compiles a policy file as if it had this content. Other files are read from disk. */
export const compileContent = (path: string, content: Uint8Array): Compiled => {
  const { root, read, isOutside } = onDisk(path)
  return compile({ root, isOutside, sha256, read: (file) => (file === root ? content : read(file)) })
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

const makeOf = (path: string, options: Options): Omit<Made, "name"> => {
  const { root, read, isOutside } = onDisk(path)
  const [contents, places] = [new Map<string, Uint8Array | undefined>(), new Map<string, boolean>()]
  const compiled = compile({
    root,
    read: (file) => noted(contents, file, read),
    isOutside: (file) => noted(places, file, isOutside),
    sha256,
    ...options
  })
  const { length } = folderOf(path)
  const there = (other: string, file: string): string => folderOf(other) + file.slice(length)
  const isOf = (other: string): boolean => {
    const now = onDisk(other)
    return (
      [...places].every(([file, was]) => now.isOutside(there(other, file)) === was) &&
      [...contents].every(([file, was]) => isSame(now.read(there(other, file)), was))
    )
  }
  return { compiled, isOf, filesOf: (other) => [...contents.keys()].map((file) => there(other, file)) }
}

const noted = <A>(answers: Map<string, A>, file: string, ask: (file: string) => A): A => {
  const answer = ask(file)
  answers.set(file, answer)
  return answer
}

const isSame = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0

/** Returns a policy file on disk with all that it extends, as one file. */
export const flattenFile = (path: string, options: Pick<FlatOptions, "keys"> = {}): Flattened =>
  flatten(onDisk(path), options)

/** Returns the text of the lock of a policy file on disk. */
export const lockFile = (path: string): string => lockOf(onDisk(path))

/** Returns the files of a policy on disk that fixes change. Writes nothing. */
export const repairFile = (path: string, options: Pick<Sources, "people"> = {}): readonly Repaired[] =>
  repair({ ...onDisk(path), ...options })

/** Returns whether a path leads out of a folder when links are followed. A broken link does not. */
export const leadsOut = (folder: string, path: string): boolean => {
  const [from, to] = [realPath(folder), realPath(path)]
  return from !== undefined && to !== undefined && !isWithin(from, to)
}

/**
 * Returns how to read a root file on disk. If the root file is a link, the folder of its target also counts as
 * inside.
 */
const onDisk = (root: string) => {
  const folders = [dirname(root), dirname(realPath(root) ?? root)]
  return { root, read: contentOf, isOutside: (path: string) => folders.every((folder) => leadsOut(folder, path)) }
}

/** Returns whether a path is inside a folder. A folder name such as `..data` does not lead out. */
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
