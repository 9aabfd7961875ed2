/** Names of rules that an expectation quotes: paths in the policy, and slugs of the laws that no policy sets. */
import { Text } from "@hearback/core"
import { distance } from "fastest-levenshtein"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { unknownName } from "../diagnostic/Unknown.ts"
import { wordOf } from "../people/Desk.ts"
import { itemsOf, type Node } from "../source/Node.ts"
import type { ScenarioDesk } from "./Desk.ts"

/** Reads one or a list of rules. A key that a default set stands under a path that the policy has. */
export const rulesOf = (desk: ScenarioDesk, node: Node | undefined): readonly string[] =>
  itemsOf(node).flatMap((item) => {
    const word = wordOf(item)?.trim()
    if (word === undefined) return []
    if (word.includes("/") ? slugs.includes(word) : isPath(desk, word)) return [word]
    desk.told.push(word.includes("/") ? unknownName("path", word, slugs, item.span) : unknownPath(desk, word, item))
    return []
  })

/** Paths are long and alike, so the fewest letters that differ decide, not their share. */
const unknownPath = ({ bundle: { places } }: ScenarioDesk, name: string, { span }: Node): Diagnostic => {
  const by = (path: string): number => distance(name, path)
  const near = Object.keys(places).sort((a, b) => by(a) - by(b))
  const [best = "", next = ""] = near
  const isNear = by(best) <= Math.max(2, name.length / 5)
  const guess = isNear ? { guess: best, sure: by(best) <= 2 && by(next) > by(best) } : {}
  return diagnose("name/unknown", { kind: "path", name, known: near.slice(0, 3), ...guess }, span)
}

const isPath = ({ bundle: { places } }: ScenarioDesk, path: string): boolean => {
  if (Object.hasOwn(places, path)) return true
  const cut = path.lastIndexOf(".")
  const key = path.slice(cut + 1)
  const isKey = Object.keys(places).some((each) => each.endsWith(`.${key}`)) || byDefault.includes(key)
  return cut > 0 && isKey && Object.hasOwn(places, path.slice(0, cut))
}

/** Keys that a refusal may name although nothing but our own default says them. */
const byDefault = [
  "by",
  "after",
  "fields",
  "when",
  "one-of",
  "rounds",
  "depth",
  "approve",
  "regrade",
  "waive",
  "close",
  "per-case"
]

/** What a refusal is called where no line of a policy makes it. */
const slugs: readonly string[] = Object.keys(Text.refusals)
