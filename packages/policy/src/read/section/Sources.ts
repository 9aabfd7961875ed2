/**
 * Reads the sources of a policy, and the rules that name a clause of one as their `basis`. Sources decide nothing.
 */
import { defined } from "@hearback/core"
import type { Text } from "../../bundle/Bundle.ts"
import { entriesOf, get, type Tree, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../Reading.ts"
import { titled } from "../Text.ts"

/** A law or a standard that rules refer to. */
export interface RuleSource {
  readonly name: string
  readonly title?: Text
  /** The words with which every `basis` that refers to it begins. */
  readonly cite: string
  /** The date of the edition that was read. */
  readonly asOf?: string
  /** Whether its text was read, texts about it were read, or neither. */
  readonly checked: "original" | "secondary" | "unverified"
  /** The rules that refer to it, by path, each with its clause. */
  readonly clauses: readonly { readonly rule: string; readonly basis: string }[]
}

type Cited = Omit<RuleSource, "clauses">

/** Reads the sources; `dated` reads a date or reports that it is wrong. */
export const sourcesOf = (
  reading: Reading,
  dated: (tree: Tree | undefined) => string | undefined
): readonly RuleSource[] => {
  const cited = entriesOf(get(reading.root, "sources")).map(([name, tree]): Cited => {
    const checked = wordOf(get(tree, "checked")) as RuleSource["checked"] | undefined
    const cite = wordOf(get(tree, "cite")) ?? name
    return defined({
      name,
      ...titled(reading, tree),
      cite,
      asOf: dated(get(tree, "as-of")),
      checked: checked ?? "original"
    })
  })
  if (cited.length === 0) return []
  const founded = basesIn(reading.root).map((tree) => {
    const basis = wordOf(tree) ?? ""
    return { tree, basis, source: sourceOf(basis, cited) }
  })
  for (const { tree, basis, source } of founded)
    if (source === undefined) reading.say("source/unknown", tree, { basis, known: cited.map(({ cite }) => cite) })
  for (const [name, tree] of entriesOf(get(reading.root, "sources")))
    if (
      founded.every(({ source }) => source !== undefined && source.name !== name) &&
      tree.named.file === reading.root.span.file
    )
      reading.say("name/idle", tree, { kind: "source", name }, { span: tree.named })
  return cited.map((source) => ({
    ...source,
    clauses: founded
      .filter((each) => each.source === source)
      .map(({ tree, basis }) => ({ rule: tree.path.slice(0, -".basis".length), basis }))
  }))
}

/** Returns the source of a clause: the longest citation with which the clause begins. */
const sourceOf = (basis: string, sources: readonly Cited[]): Cited | undefined =>
  sources
    .filter(({ cite }) => basis.startsWith(cite))
    .reduce<Cited | undefined>((most, each) => (each.cite.length > (most?.cite.length ?? 0) ? each : most), undefined)

/** Returns every `basis` of the policy, in order. */
const basesIn = (tree: Tree): readonly Tree[] =>
  tree._tag === "List"
    ? tree.items.flatMap(basesIn)
    : entriesOf(tree).flatMap(([key, value]) => (key === "basis" ? [value] : basesIn(value)))
