/** Reads facts: what hosts, customers and gates tell about a case, each with a type. */

import { defined, Fact } from "@hearback/core"
import type { FactDeclaration, FactType, FactValue } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { guessed } from "../../diagnostic/UnknownWords.ts"
import { entriesOf, get, type Tree, wordOf, wordsOf, yesNoOf } from "../../link/Tree.ts"
import { said } from "../../text/TranslatedTexts.ts"
import type { Currency } from "../../value/Currency.ts"
import { type Reading, whoOf } from "../Reading.ts"
import { textOf, titled } from "../Text.ts"

type Kind = FactDeclaration["kind"]

const kindOf = (tree: Tree): Kind => {
  const own = shapes.find((key) => get(tree, key) !== undefined)
  if (own !== undefined) return own
  const word = wordOf(tree) ?? wordOf(get(tree, "type")) ?? ""
  return kinds.find((kind) => kind === word) ?? "text"
}

/** Keys that already give the type of a fact. */
const shapes = ["one-of", "some-of", "scale"] as const

/** Returns the values of a fact, written as a list or as a map with their titles. */
export const valuesOf = (tree: Tree | undefined): readonly string[] =>
  tree?._tag === "Map" && get(tree, "also") === undefined && get(tree, "without") === undefined
    ? [...tree.entries.keys()]
    : wordsOf(tree)

const kinds: readonly Kind[] = ["text", "number", "integer", "money", "yes-no", "date", "duration", "file"]

/** Returns the type of a declared fact; `mentioned` are the texts that conditions compare it with. */
export const factTypeOf = (tree: Tree, currency: Currency | undefined, mentioned: readonly string[]): FactType => {
  const kind = kindOf(tree)
  switch (kind) {
    case "one-of":
      return { _tag: "OneOf", values: valuesOf(get(tree, "one-of")), graded: false }
    case "some-of":
      return { _tag: "SomeOf", values: valuesOf(get(tree, "some-of")).slice(0, Fact.MOST_CHOICES) }
    case "scale": {
      // A scale in the wrong order, or with one score, has its own finding.
      const [min = 0, max = min] = wordsOf(get(tree, "scale"))
        .map(Number)
        .sort((a, b) => a - b)
      return { _tag: "Amount", scale: 0, unit: "", ...(min < max && { min, max }) }
    }
    case "money":
      return { _tag: "Amount", scale: currency?.digits ?? 2, unit: currency?.code ?? "" }
    case "number":
      return { _tag: "Amount", scale: 6, unit: "" }
    case "integer":
      return { _tag: "Amount", scale: 0, unit: "" }
    case "yes-no":
      return { _tag: "Flag" }
    case "date":
      return { _tag: "Date" }
    case "duration":
      return { _tag: "Span" }
    case "file":
    case "text":
      return { _tag: "Text", values: mentioned }
  }
}

/** Reads every declaration of a fact. */
export const factsOf = (reading: Reading): Readonly<Record<string, FactDeclaration>> =>
  Object.fromEntries(
    entriesOf(get(reading.root, "facts")).map(([name, tree]) => {
      typed(reading, tree)
      const slot = reading.inputs.slot(name)
      const type = slot === undefined ? ({ _tag: "Text", values: [] } as const) : reading.inputs.at(slot).type
      const standard = get(tree, "default")
      const value = standard === undefined ? undefined : defaultOf(reading, name, standard, kindOf(tree), type)
      const personal = textOf(reading, get(tree, "personal"))
      const setters = get(tree, "by")
      const by = setters === undefined ? undefined : whoOf(reading, setters)
      const kind = kindOf(tree)
      const ofOthers = yesNoOf(get(tree, "of-others")) === true ? (true as const) : undefined
      const own = { type, kind, ...titled(reading, tree), titles: titlesOf(reading, get(tree, kind)), default: value }
      const fact: FactDeclaration = defined({ ...own, by, personal, ofOthers })
      return [name, fact]
    })
  )

/** Returns the titles of a fact's values, if they are a map. */
const titlesOf = (reading: Reading, tree: Tree | undefined): FactDeclaration["titles"] => {
  if (tree?._tag !== "Map") return undefined
  const titles = entriesOf(tree).flatMap(([name, title]) => {
    const text = textOf(reading, title)
    return text === undefined ? [] : [[name, text] as const]
  })
  return titles.length === 0 ? undefined : Object.fromEntries(titles)
}

/** Reports a fact without a type or with two. An heir may replace the type of a pack by values. */
const typed = (reading: Reading, tree: Tree): void => {
  if (tree._tag !== "Map" || reading.isFaulty(tree.path)) return
  const keys = ["type", ...shapes]
  const about = { keys, where: said((t) => t.thing.fact) }
  const written = keys.flatMap((key) => get(tree, key) ?? []).sort((one, other) => one.named.start - other.named.start)
  const [first, second] = written
  if (first === undefined) reading.say("shape/missing-key", tree, { ...about, any: true })
  if (first === undefined || second === undefined || first.span.file !== second.span.file) return
  const place = related(
    first.named,
    said((t) => t.place.other),
    true
  )
  reading.say("shape/two-of", second, about, { span: second.named, related: [place] })
}

const defaultOf = (reading: Reading, name: string, tree: Tree, kind: Kind, type: FactType): FactValue | undefined => {
  const word = wordOf(tree)
  if (tree._tag !== "Scalar" || word === undefined) return undefined
  if (kind === "date" && word === "received") return word
  // A default of `unknown` means the same as no default.
  if (word === "unknown") return undefined
  const flag = kind === "yes-no" ? yesNoOf(tree) : undefined
  const value = flag ?? (typeof tree.value === "number" ? tree.value : word)
  if (kind === "text" || kind === "file") return word
  if (Fact.encode(type, value, reading.zone) !== undefined) return value
  if (type._tag === "OneOf" || type._tag === "SomeOf")
    reading.say("cell/unknown-value", tree, {
      input: name,
      found: word,
      known: type.values,
      ...guessed(word, type.values)
    })
  else reading.say("cell/wrong-type", tree, { input: name, expected: said((t) => t.value[kind]), found: word })
  return undefined
}

/** Collects the texts that conditions compare with each fact of type text. A table treats all other texts alike. */
export const mentionedTexts = (root: Tree): ReadonlyMap<string, readonly string[]> => {
  const texts = new Set(
    entriesOf(get(root, "facts")).flatMap(([name, tree]) => (["text", "file"].includes(kindOf(tree)) ? [name] : []))
  )
  const found = new Map<string, Set<string>>()
  const visit = (tree: Tree): void => {
    if (tree._tag === "Scalar") return
    if (tree._tag === "List") {
      for (const item of tree.items) visit(item)
      return
    }
    for (const [key, value] of tree.entries) {
      if (texts.has(key)) {
        const words = value._tag === "Map" ? wordsOf(get(value, "not")) : wordsOf(value)
        found.set(key, new Set([...(found.get(key) ?? []), ...words.filter((word) => word !== "unknown")]))
      }
      visit(value)
    }
  }
  if (texts.size > 0) visit(root)
  return new Map([...found].map(([name, words]) => [name, [...words]]))
}
