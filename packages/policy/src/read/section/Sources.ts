/** What a policy rests on: its sources, and the rules that name a clause of one as their `basis`. */
import { defined } from "@hearback/core"
import type { Bundle, SourceRule } from "../../bundle/Bundle.ts"
import { entriesOf, get, type Tree, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../Reading.ts"
import { titled } from "../Text.ts"

type Cited = Omit<SourceRule, "clauses">
interface Founded {
  readonly tree: Tree
  readonly basis: string
}

/** Reads the sources; `dated` reads a date, or says that it is none. */
export const sourcesOf = (
  r: Reading,
  dated: (tree: Tree | undefined) => string | undefined
): Pick<Bundle, "sources"> => {
  const cited = entriesOf(get(r.root, "sources")).map(([name, tree]): Cited => {
    const checked = wordOf(get(tree, "checked")) as SourceRule["checked"] | undefined
    const cite = wordOf(get(tree, "cite")) ?? name
    return defined({ name, ...titled(r, tree), cite, asOf: dated(get(tree, "as-of")), checked: checked ?? "original" })
  })
  if (cited.length === 0) return {}
  const founded = foundedIn(r.root).map((each) => ({ ...each, source: sourceOf(each.basis, cited) }))
  for (const { tree, basis, source } of founded)
    if (source === undefined)
      r.say("source/unknown", tree, { basis, known: cited.map(({ cite }) => cite) }, { span: tree.span })
  const sources = cited.map((source) => ({
    ...source,
    clauses: founded
      .filter((each) => each.source === source)
      .map(({ tree, basis }) => ({ rule: owner(tree), basis }))
      .sort((a, b) => (a.rule < b.rule ? -1 : 1))
  }))
  return { sources }
}

/** Returns the source of a clause: of those that it begins with the one that says most. */
const sourceOf = (basis: string, sources: readonly Cited[]): Cited | undefined =>
  sources
    .filter(({ cite }) => basis.startsWith(cite))
    .reduce<Cited | undefined>((most, each) => (each.cite.length > (most?.cite.length ?? 0) ? each : most), undefined)

/** Every `basis` of the policy, in its order. */
const foundedIn = (tree: Tree): readonly Founded[] => {
  if (tree._tag === "List") return tree.items.flatMap(foundedIn)
  return entriesOf(tree).flatMap(([key, value]) => {
    const basis = key === "basis" ? wordOf(value) : undefined
    return basis === undefined ? foundedIn(value) : [{ tree: value, basis }]
  })
}

/** The path of the entry that has the `basis`. */
const owner = (tree: Tree): string => tree.path.slice(0, -".basis".length)
