/**
 * Compares how dictionaries read customers' words. A word that only one dictionary has, or that has another list, is
 * read by both: if the readings differ, the text is shown as an example.
 */
import { Classify, canonical } from "@hearback/core"
import type { CategoryRule, DictionaryRule } from "../../bundle/Bundle.ts"
import type { ReadAs, ReadingDifference } from "../table/Difference.ts"
import { type ComparisonFindings, compareValue, compareValues, other, tell, type ValueAspect } from "../value/Values.ts"

/** Compares the dictionaries of two policies. */
export const compareWords = (found: ComparisonFindings): void => {
  const [before, after] = found.joint.bundles.map(({ dictionary }) => dictionary)
  if (before === undefined || after === undefined) return
  compareLists(found, before, after)
  const about = (of: string, at: string): ValueAspect => ({ aspect: "words", of, at: [at, at], weigh: other })
  compareValues(found, about("", "dictionary"), withoutLists(before), withoutLists(after))
  for (const one of before.categories) {
    const two = after.categories.find(({ name }) => name === one.name)
    const own = ({ words: _, department: _d, defaults: _e, name: _n, ...more }: CategoryRule) => more
    if (two !== undefined)
      compareValues(found, about(one.name, `dictionary.categories.${one.name}`), own(one), own(two))
  }
  for (const { name, ask } of before.signals) {
    const two = after.signals.find((signal) => signal.name === name)
    if (two !== undefined) compareValue(found, about(name, `dictionary.signals.${name}`), "ask", ask, two.ask)
  }
  // An added or removed level is reported with its words, so only the order remains.
  const levels = ({ emotions }: DictionaryRule, others: DictionaryRule) =>
    emotions.map(({ level }) => level).filter((level) => others.emotions.some((each) => each.level === level))
  compareValue(found, about("", "dictionary"), "emotions", levels(before, after), levels(after, before))
}

/** Returns the settings of a dictionary apart from its words. */
const withoutLists = ({ sureAbove, reviewBy, otherwise, otherwiseKind, overrideLasts }: DictionaryRule): object => ({
  sureAbove,
  reviewBy,
  otherwise,
  "kinds.otherwise": otherwiseKind,
  overrideLasts
})

/** A list of words and its path. */
interface List {
  readonly path: string
  readonly words: readonly string[]
  /** What is added or removed together with the list. */
  readonly entry?: { readonly key: "category" | "emotion"; readonly name: string }
}

const listsOf = ({
  categories,
  kinds,
  emotions,
  signals,
  negation,
  stronger,
  weaker,
  tone
}: DictionaryRule): readonly List[] => [
  ...categories.map(
    ({ name, words }): List => ({
      path: `dictionary.categories.${name}.words`,
      words,
      entry: { key: "category", name }
    })
  ),
  ...kinds.map(({ kind, words }) => ({ path: `dictionary.kinds.${kind}`, words })),
  ...emotions.map(
    ({ level: name, words }): List => ({ path: `dictionary.emotions.${name}`, words, entry: { key: "emotion", name } })
  ),
  ...signals.map(({ name, words }) => ({ path: `dictionary.signals.${name}.words`, words })),
  { path: "dictionary.negation", words: negation },
  { path: "dictionary.intensifiers.stronger", words: stronger },
  { path: "dictionary.intensifiers.weaker", words: weaker },
  ...[...new Set(tone.map(({ weight }) => weight))].map((weight) => ({
    path: `dictionary.tone.${toneName(weight)}`,
    words: tone.flatMap((each) => (each.weight === weight ? each.words : []))
  }))
]

const strengths = ["neutral", "slight", "plain", "strong"] as const

const toneName = (weight: number): string => {
  const strength = strengths[Math.abs(weight)] ?? String(weight)
  return weight === 0 ? strength : `${weight > 0 ? "positive" : "negative"}.${strength}`
}

const compareLists = (found: ComparisonFindings, before: DictionaryRule, after: DictionaryRule): void => {
  const [one, two] = [before, after].map(
    (dictionary): ReadonlyMap<string, List> => new Map(listsOf(dictionary).map((list) => [list.path, list]))
  )
  const readers = [before, after].map((dictionary) => Classify.compile(dictionary))
  for (const path of new Set([...(one?.keys() ?? []), ...(two?.keys() ?? [])])) {
    const [was, is] = [one?.get(path), two?.get(path)]
    const gone = (was?.words ?? []).filter((word) => !is?.words.includes(word))
    const came = (is?.words ?? []).filter((word) => !was?.words.includes(word))
    const isWhole = (was === undefined || is === undefined) && (was ?? is)?.entry !== undefined
    if (!isWhole && gone.length === 0 && came.length === 0) continue
    const rules = [was && path, is && path] as const
    const about: ValueAspect = { aspect: "words", of: nameIn(path), at: rules, weigh: other }
    const others = [one, two].flatMap((lists) =>
      [...(lists?.values() ?? [])].flatMap((list) => (list.path === path ? [] : companionsIn(list.words)))
    )
    const witness = witnessOf(readers, [...gone, ...came], [...new Set(others)])
    const [key, from, to] = isWhole
      ? [(was ?? is)?.entry?.key ?? "", was?.entry?.name, is?.entry?.name]
      : ["words", gone.length === 0 ? undefined : gone, came.length === 0 ? undefined : came]
    tell(found, about, key, from, to, { rules, ...(witness && { reading: witness }) })
  }
}

/** The most texts that are tried. */
const mostTexts = 2_000

const isChinese = (word: string): boolean => /\p{Script=Han}/u.test(word)

/** Returns the first words of every other list in either script, because a Chinese negation changes Chinese words. */
const companionsIn = (words: readonly string[]): readonly string[] => [
  ...words.filter(isChinese).slice(0, 2),
  ...words.filter((word) => !isChinese(word)).slice(0, 2)
]

/**
 * Returns a text that the two dictionaries read differently: the word alone or, because a negation or an intensifier
 * has no reading of its own, before or after a word of another list; undefined if none was found.
 */
const witnessOf = (
  readers: readonly Classify.DictionaryClassifier[],
  words: readonly string[],
  others: readonly string[]
): ReadingDifference | undefined => {
  let tried = 0
  for (const text of textsOf(words, others)) {
    if (tried++ >= mostTexts) return undefined
    const read = readOf(readers, text)
    if (canonical(read.before) !== canonical(read.after)) return read
  }
  return undefined
}

function* textsOf(words: readonly string[], others: readonly string[]): Generator<string> {
  yield* words
  for (const word of words) {
    const between = isChinese(word) ? "" : " "
    for (const other of others.filter((each) => isChinese(each) === isChinese(word))) {
      yield word + between + other
      yield other + between + word
    }
  }
}

const nameIn = (path: string): string => path.replace(/^dictionary\.(categories\.)?/, "").replace(/\.words$/, "")

const readOf = (readers: readonly Classify.DictionaryClassifier[], text: string): ReadingDifference => {
  const [before, after] = readers.map((reader): ReadAs => {
    const { kind, category, emotion, signals } = reader.classify(text)
    return { kind, category: category ?? null, emotion: emotion ?? null, signals }
  })
  if (before === undefined || after === undefined) throw new Error("two readers are compared")
  return { text, before, after }
}
