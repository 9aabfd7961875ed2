/** Reads names of rules in expectations: paths in the policy, and names of fixed rules that no policy can set. */
import { defined, Text } from "@hearback/core"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { guessed, unknownName } from "../diagnostic/UnknownWords.ts"
import { wordOf } from "../people/Context.ts"
import { itemsOf, type Node } from "../source/Node.ts"
import type { ScenarioContext } from "./Context.ts"

/** Reads one rule or a list of rules. A key that comes from a default has a path below one that the policy has. */
export const rulesOf = (context: ScenarioContext, node: Node | undefined): readonly string[] =>
  itemsOf(node).flatMap((item) => {
    const word = wordOf(item)?.trim()
    if (word === undefined) return []
    if (word.includes("/") ? slugs.includes(word) : isPath(context, word)) return [word]
    context.told.push(
      word.includes("/") ? unknownName("path", word, slugs, item.span) : unknownPath(context, word, item)
    )
    return []
  })

/**
 * Returns the unknown part of a path for a guess: long paths are all similar, so only the first unknown key is
 * compared.
 */
const unknownPath = ({ bundle: { places } }: ScenarioContext, name: string, { span }: Node): Diagnostic => {
  const paths = Object.keys(places)
  const keys = name.split(".")
  let known = ""
  while (keys.length > 1 && Object.hasOwn(places, under(known, keys[0] ?? ""))) known = under(known, keys.shift() ?? "")
  const start = known === "" ? "" : `${known}.`
  const beside = paths.flatMap((path) => (path.startsWith(start) ? (path.slice(start.length).split(".")[0] ?? []) : []))
  const [wrong = "", ...rest] = keys
  const { guess, sure } = guessed(wrong, [...new Set(beside)])
  const meant = [under(known, guess ?? ""), ...rest].join(".")
  const isThere = guess !== undefined && Object.hasOwn(places, meant)
  const allowed = [...new Set(beside)].map((key) => under(known, key))
  return diagnose(
    "name/unknown",
    defined({
      kind: "path",
      name,
      known: allowed,
      guess: isThere ? meant : undefined,
      sure: isThere ? sure === true : undefined
    }),
    span
  )
}

const under = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`)

const isPath = ({ bundle: { places } }: ScenarioContext, path: string): boolean => {
  if (Object.hasOwn(places, path)) return true
  const cut = path.lastIndexOf(".")
  const key = path.slice(cut + 1)
  const isKey = Object.keys(places).some((each) => each.endsWith(`.${key}`)) || byDefault.includes(key)
  return cut > 0 && isKey && Object.hasOwn(places, path.slice(0, cut))
}

/** Keys that a rejection can name although only a default of the product sets them. */
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

/** The names of rejections that no line of a policy causes. */
const slugs: readonly string[] = Object.keys(Text.refusals)
