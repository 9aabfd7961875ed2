/** Reads the dictionary: the words of each kind, category, emotion and signal. */
import { defined, type Tone } from "@hearback/core"
import type { CategoryRule, DictionaryRule } from "../../bundle/Bundle.ts"
import { entriesOf, get, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import { vocabulary } from "../../vocabulary/Judgement.ts"
import { shareOf } from "../Amount.ts"
import { lengthOf } from "../Length.ts"
import { known, type Reading, unknown } from "../Reading.ts"
import { titled } from "../Text.ts"

/** Reads the section `dictionary`. */
export const dictionaryOf = (reading: Reading): DictionaryRule => {
  const tree = get(reading.root, "dictionary")
  const reviewBy = known(reading, "role", get(tree, "review-by"))
  const otherwise = known(reading, "category", get(tree, "otherwise"))
  const kinds = entriesOf(get(tree, "kinds")).filter(([kind]) => kind !== "otherwise")
  const intensifiers = get(tree, "intensifiers")
  return defined({
    sureAbove: shareOf(reading, get(tree, "sure-above")) ?? 0.7,
    reviewBy,
    otherwise,
    kinds: kinds.map(([kind, entry]) => ({ kind, words: wordsOf(get(entry, "words")) })),
    ...overrideOf(reading, get(tree, "override-lasts")),
    otherwiseKind: known(reading, "kind", get(get(tree, "kinds"), "otherwise")) ?? "complaint",
    categories: categoriesOf(reading, get(tree, "categories")),
    emotions: entriesOf(get(tree, "emotions")).map(([level, words]) => ({ level, words: wordsOf(words) })),
    tone: toneOf(get(tree, "tone")),
    negation: wordsOf(get(tree, "negation")),
    stronger: wordsOf(get(intensifiers, "stronger")),
    weaker: wordsOf(get(intensifiers, "weaker")),
    signals: entriesOf(get(tree, "signals")).map(([name, signal]) => {
      const ask = known(reading, "question", get(signal, "ask"))
      return defined({ name, words: wordsOf(get(signal, "words")), ask })
    })
  })
}

const weights = { strong: 3, plain: 2, slight: 1 } as const

/** Puts the policy's own words before those of a vocabulary, because they count first. */
const toneOf = (tree: Tree | undefined): readonly Tone.ToneWords[] => {
  const side = (name: "negative" | "positive", sign: 1 | -1): readonly Tone.ToneWords[] =>
    Object.entries(weights).map(([strength, weight]) => ({
      weight: weight * sign,
      words: wordsOf(get(get(tree, name), strength))
    }))
  const own = [{ weight: 0, words: wordsOf(get(tree, "neutral")) }, ...side("negative", -1), ...side("positive", 1)]
  return [...own, ...wordsOf(get(tree, "vocabulary")).flatMap(vocabulary)].filter(({ words }) => words.length > 0)
}

/** Returns how long a reading lasts. `until closed` is the default and is not stored. */
const overrideOf = (reading: Reading, tree: Tree | undefined): Pick<DictionaryRule, "overrideLasts"> => {
  if (tree === undefined || wordOf(tree)?.trim() === "until closed") return {}
  return defined({ overrideLasts: lengthOf(reading, tree) })
}

/** Returns a category with the values that it inherits from the category above it. */
const categoriesOf = (reading: Reading, tree: Tree | undefined): readonly CategoryRule[] => {
  const read = new Map<string, CategoryRule>()
  const entries = new Map(entriesOf(tree))
  const visit = (name: string, entry: Tree, path: readonly string[]): CategoryRule => {
    const before = read.get(name)
    if (before !== undefined) return before
    const under = known(reading, "category", get(entry, "under"))
    const above = under === undefined ? undefined : entries.get(under)
    const circle = under !== undefined && [...path, name].includes(under)
    if (circle) reading.say("category/cycle", get(entry, "under") ?? entry, { path: [...path, name, under ?? ""] })
    const parent =
      under === undefined || above === undefined || circle ? undefined : visit(under, above, [...path, name])
    const kind = known(reading, "kind", get(entry, "kind")) ?? parent?.kind
    const department = known(reading, "department", get(entry, "department")) ?? parent?.department
    const rule: CategoryRule = defined({
      name,
      ...titled(reading, entry),
      words: wordsOf(get(entry, "words")),
      kind,
      under: parent?.name,
      department,
      defaults: { ...parent?.defaults, ...defaultsOf(reading, get(entry, "defaults")) }
    })
    read.set(name, rule)
    return rule
  }
  return [...entries].map(([name, entry]) => visit(name, entry, []))
}

const defaultsOf = (reading: Reading, tree: Tree | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    entriesOf(tree).flatMap(([dimension, value]) => {
      const declared = reading.names.dimension.get(dimension)
      const level = wordOf(value)
      if (declared === undefined) {
        // A pack can name a dimension that only its heir declares.
        if (!reading.isPack) unknown(reading, "dimension", value, dimension, undefined, "dimension", value.named)
        return []
      }
      const levels = wordsOf(get(declared, "levels"))
      if (level === undefined) return []
      if (!levels.includes(level)) unknown(reading, "level", value, level, levels)
      return levels.includes(level) ? [[dimension, level] as const] : []
    })
  )
