/**
 * The lock file of a policy: the packs that it was read with, each with its version and hash, in a file beside it.
 *
 * Packs are part of the program, so a new release can change what a policy means. `check` reports such a change to
 * the author of a locked policy, who then reads the change, runs the scenarios and locks again.
 */
import { defined } from "@hearback/core"
import { sha256 as digest, type Sha256 } from "../bundle/Hash.ts"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { get, integerOf, itemsOf, type MapTree, wordOf } from "../link/Tree.ts"
import type { Files } from "./Files.ts"

type Packs = Readonly<Record<string, { readonly version: number; readonly sha256: string }>>

/** Returns the file name of the lock of a policy file. */
export const lockName = (policy: string): string => `${policy.replace(/(?:\.policy)?\.ya?ml$/, "")}.lock.json`

/** Returns the text of the lock file for a policy that was read. */
export const lockText = (files: Files, sha256: Sha256 = digest): string =>
  `${JSON.stringify({ hearback: 1, packs: packsOf(files, sha256) }, null, 2)}\n`

/** Reports how the current packs differ from those of the lock file beside the policy. */
export const lockFindings = (
  lock: string,
  files: Files,
  root: MapTree,
  sha256: Sha256 = digest
): readonly Diagnostic[] => {
  const { text = "" } = files.beside(lock) ?? {}
  const locked = packsIn(typeof text === "string" ? text : new TextDecoder().decode(text))
  const at = get(root, "extends") ?? root
  if (locked === undefined) return [diagnose("lock/not-a-lock", { path: lock }, at.span)]
  const now = packsOf(files, sha256)
  const changes = [...new Set([...Object.keys(locked), ...Object.keys(now)])]
    .sort()
    .filter((pack) => locked[pack]?.sha256 !== now[pack]?.sha256 || locked[pack]?.version !== now[pack]?.version)
    .map((pack) => defined({ pack, was: locked[pack]?.version, now: now[pack]?.version }))
  if (changes.length === 0) return []
  const named = itemsOf(get(root, "extends")).find((item) => changes.some(({ pack }) => pack === wordOf(item)))
  return [diagnose("lock/changed", { changes }, (named ?? at).span)]
}

const packsOf = (files: Files, sha256: Sha256): Packs =>
  Object.fromEntries(
    files.read
      .filter(({ path }) => path.startsWith("pack:"))
      .map(({ path, text }) => {
        const version = integerOf(get(files.open(path, undefined), "version")) ?? 0
        return [path, { version, sha256: sha256(text) }] as const
      })
      .sort(([a], [b]) => (a < b ? -1 : 1))
  )

/** Returns the content of a lock file; undefined if the text is no lock. */
const packsIn = (text: string): Packs | undefined => {
  try {
    const read: unknown = JSON.parse(text)
    const isLock =
      isMap(read) && read["hearback"] === 1 && isMap(read["packs"]) && Object.values(read["packs"]).every(isMap)
    return isLock ? (read["packs"] as Packs) : undefined
  } catch {
    return undefined
  }
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
