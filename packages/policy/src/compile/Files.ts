/** Reads and parses the files of a policy on demand. Pure except `read`. */

import { Bundle, defined } from "@hearback/core"
import type { Language } from "../bundle/Bundle.ts"
import type { Sha256 } from "../bundle/Hash.ts"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { get, type MapTree, plant, type Tree, wordOf } from "../link/Tree.ts"
import { isLanguage, languageMeant } from "../read/Text.ts"
import { readFile } from "../shape/Check.ts"
import { pathBeside } from "../source/FilePath.ts"
import { type SourceFile, span } from "../source/SourceFile.ts"
import { packs as packsOfOurs, packTree } from "./Packs.ts"

/** What a compilation reads. */
export interface Sources {
  /** The root file as the person wrote it, or `pack:base`. Files that it names are beside it. */
  readonly root: string
  /** Returns the content of a file by its path; `undefined` if there is none. */
  readonly read: (path: string) => string | Uint8Array | undefined
  /** Returns whether a link leads a path out of the root file's folder. Needed only where links are possible. */
  readonly isOutside?: (path: string) => boolean
  /** The texts of packs by name, such as `pack:base`. Default: those of this package. */
  readonly packs?: ReadonlyMap<string, string>
  /** The people file beside the root file. Without it, nothing is reported about who has which role. */
  readonly people?: string
  /** The lock file beside the root file. Without it, nothing is reported about changed packs. */
  readonly lock?: string
  /**
   * A date such as `2026-11-20`, by which accepted findings expire and holiday data is judged. Without it, neither is
   * checked.
   */
  readonly today?: string
  /** The platform's own hash function, if it has a faster one than JavaScript. */
  readonly sha256?: Sha256
}

/** The files of one policy. Each is read and parsed once, and its faults are reported here. */
export interface Files {
  /** Returns whether some file could not be parsed. */
  readonly isBroken: () => boolean
  /** Returns the root file; its path is relative to its folder. */
  readonly root: string
  /** Returns every file that was read, in the order of reading. */
  readonly read: SourceFile[]
  readonly told: Diagnostic[]
  readonly packs: readonly string[]
  readonly open: (path: string, asked: Tree | undefined) => MapTree | undefined
  readonly text: (path: string) => string | undefined
  /** Returns whether a link leads out of the policy's folder. Such a file is not read. */
  readonly isOutside: (path: string) => boolean
  /** Returns the content of a file beside the policy, or reports that it cannot be read. */
  readonly beside: (path: string) => { readonly path: string; readonly text: string | Uint8Array } | undefined
  /** Returns the language of texts without a language, by file. */
  readonly languages: Map<SourceFile, Language>
}

/**
 * Returns the folder of a root file with its last separator; empty for a pack and for a file in the current folder.
 */
export const folderOf = (root: string): string =>
  root.startsWith("pack:") ? "" : root.slice(0, Math.max(root.lastIndexOf("/"), root.lastIndexOf("\\")) + 1)

/** Reads and parses files, each once; what is wrong with one is told, and the rest goes on. */
export const filesOf = (sources: Sources): Files => {
  const { root, packs = packsOfOurs() } = sources
  const folder = folderOf(root)
  const rootFile = root.slice(folder.length)
  const read: SourceFile[] = []
  const told: Diagnostic[] = []
  let broken = false
  const languages = new Map<SourceFile, Language>()
  const isOutside = (path: string): boolean =>
    !path.startsWith("pack:") && path !== rootFile && sources.isOutside?.(folder + path) === true
  const load = (path: string) =>
    path.startsWith("pack:") ? packs.get(path) : isOutside(path) ? undefined : sources.read(folder + path)
  const open = (path: string, asked: Tree | undefined): MapTree | undefined => {
    const content = load(path)
    if (content === undefined) {
      const at = asked?.span ?? span({ path, text: "" }, 0, 0)
      told.push(
        asked === undefined
          ? diagnose("file/unreadable", { path }, at)
          : isOutside(path)
            ? diagnose("file/outside", { path: wordOf(asked) ?? path }, at)
            : missing(path, asked, [...packs.keys()])
      )
      return undefined
    }
    const { file, planted, diagnostics } = path.startsWith("pack:")
      ? packRead(packs, path, content)
      : plantedOf(path, content)
    read.push(file)
    told.push(...diagnostics)
    // A file with a newer version of the language is not read, because its rules are unknown here.
    if (planted?._tag !== "Map" || diagnostics.some(({ code }) => code === "language/version")) {
      broken = true
      return undefined
    }
    const language = get(planted, "language")
    const tag = wordOf(language)
    if (
      language !== undefined &&
      tag !== undefined &&
      !isLanguage(tag) &&
      !told.some(({ primary }) => primary.span === language.span)
    )
      told.push(diagnose("name/unknown", { kind: "language", name: tag, ...languageMeant(tag) }, language.span))
    languages.set(file, Bundle.isLanguage(tag) ? tag : "en")
    return planted
  }
  const text = (path: string) => {
    const content = load(path)
    return content instanceof Uint8Array ? new TextDecoder().decode(content) : content
  }
  const beside = (name: string) => {
    const path = pathBeside(rootFile, name)
    const content = path === undefined ? undefined : load(path)
    if (path !== undefined && content !== undefined) return { path, text: content }
    const code = path === undefined || isOutside(path) ? "file/outside" : "file/unreadable"
    told.push(diagnose(code, { path: name }, span({ path: name, text: "" }, 0, 0)))
    return undefined
  }
  return {
    root: rootFile,
    isBroken: () => broken,
    read,
    told,
    packs: [...packs.keys()],
    open,
    text,
    isOutside,
    beside,
    languages
  }
}

interface Planted {
  readonly file: SourceFile
  readonly planted: Tree | undefined
  readonly diagnostics: readonly Diagnostic[]
}

const plantedOf = (path: string, text: string | Uint8Array): Planted => {
  const pack = typeof text === "string" ? { path, text } : undefined
  const ready = pack && packTree(pack)
  if (pack !== undefined && ready !== undefined) return { file: pack, planted: plant(ready), diagnostics: [] }
  const { file, tree, diagnostics } = readFile({ path, text }, "policy")
  return { file, planted: tree === undefined ? undefined : plant(tree), diagnostics }
}

/** Trees of packs that were parsed before. Packs are the larger part of most policies and do not change. */
const packsRead = new WeakMap<ReadonlyMap<string, string>, Map<string, Planted>>()

const packRead = (packs: ReadonlyMap<string, string>, path: string, text: string | Uint8Array): Planted => {
  const known = packsRead.get(packs) ?? new Map<string, Planted>()
  packsRead.set(packs, known)
  const before = known.get(path)
  if (before?.file.text === text) return before
  const now = plantedOf(path, text)
  known.set(path, now)
  return now
}

const missing = (path: string, asked: Tree, packs: readonly string[]): Diagnostic => {
  const guess = packs.find((pack) => pack === `pack:${path}`)
  const sure = guess === undefined ? undefined : true
  const about = defined({ name: wordOf(asked) ?? path, known: packs, guess, sure })
  return diagnose("extends/unknown", about, asked.span)
}
