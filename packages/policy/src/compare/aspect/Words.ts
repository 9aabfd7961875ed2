/**
 * How customers' words are read. A word that one dictionary has and the other has not, or has elsewhere, is read by both:
 * where they differ it is the witness of all texts that turn on it.
 */
import { Classify, canonical } from "@hearback/core"
import type { DictionaryRule } from "../../bundle/Bundle.ts"
import type { ReadAs, Reading } from "../table/Difference.ts"
import { type About, compareValue, compareValues, type Findings, other, tell } from "../value/Values.ts"

export const compareWords = (found: Findings): void => {
  const [before, after] = found.joint.bundles.map(({ dictionary }) => dictionary)
  if (before === undefined || after === undefined) return
  compareLists(found, before, after)
  const about = (of: string, at: string): About => ({ aspect: "words", of, at: [at, at], weigh: other })
  const {
    categories: _1,
    kinds: _2,
    emotions: _3,
    signals: _4,
    tone: _5,
    negation: _6,
    stronger: _7,
    weaker: _8,
    ...rest
  } = before
  const {
    categories: _a,
    kinds: _b,
    emotions: _c,
    signals: _d,
    tone: _e,
    negation: _f,
    stronger: _g,
    weaker: _h,
    ...others
  } = after
  compareValues(found, about("", "dictionary"), rest, others)
  for (const name of namesOf(before, after)) {
    const [one, two] = [before, after].map(({ categories }) => categories.find((category) => category.name === name))
    const at = `dictionary.categories.${name}`
    if (one === undefined || two === undefined)
      tell(found, about(name, at), "category", one && name, two && name, { rules: [one && at, two && at] })
    else {
      const own = ({ words: _, department: _d, defaults: _e, name: _n, ...more }: NonNullable<typeof one>) => more
      compareValues(found, about(name, at), own(one), own(two))
    }
  }
  compareValue(found, about("", "dictionary"), "emotions", levels(before), levels(after))
}

const levels = ({ emotions }: DictionaryRule) => emotions.map(({ level }) => level)

const namesOf = (before: DictionaryRule, after: DictionaryRule): ReadonlySet<string> =>
  new Set([...before.categories, ...after.categories].map(({ name }) => name))

/** A list of words with the path at which it stands. */
interface List {
  readonly path: string
  readonly words: readonly string[]
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
  ...categories.map(({ name, words }) => ({ path: `dictionary.categories.${name}.words`, words })),
  ...kinds.map(({ kind, words }) => ({ path: `dictionary.kinds.${kind}`, words })),
  ...emotions.map(({ level, words }) => ({ path: `dictionary.emotions.${level}`, words })),
  ...signals.map(({ name, words }) => ({ path: `dictionary.signals.${name}.words`, words })),
  { path: "dictionary.negation", words: negation },
  { path: "dictionary.intensifiers.stronger", words: stronger },
  { path: "dictionary.intensifiers.weaker", words: weaker },
  ...tone.map(({ weight, words }) => ({ path: `dictionary.tone.${weight}`, words }))
]

const compareLists = (found: Findings, before: DictionaryRule, after: DictionaryRule): void => {
  const [one, two] = [before, after].map(
    (dictionary) => new Map(listsOf(dictionary).map(({ path, words }) => [path, words]))
  )
  const readers = [before, after].map((dictionary) => Classify.compile(dictionary))
  for (const path of new Set([...(one?.keys() ?? []), ...(two?.keys() ?? [])])) {
    const [was, is] = [one?.get(path) ?? [], two?.get(path) ?? []]
    const gone = was.filter((word) => !is.includes(word))
    const came = is.filter((word) => !was.includes(word))
    if (gone.length === 0 && came.length === 0) continue
    const about: About = {
      aspect: "words",
      of: nameIn(path),
      at: [one?.has(path) ? path : undefined, two?.has(path) ? path : undefined],
      weigh: other
    }
    const others = [one, two].flatMap((lists) =>
      [...(lists ?? [])].flatMap(([other, words]) => (other === path ? [] : companionsIn(words)))
    )
    const witness = witnessOf(readers, [...gone, ...came], [...new Set(others)])
    const rules = about.at
    tell(found, about, "words", gone.length === 0 ? undefined : gone, came.length === 0 ? undefined : came, {
      rules,
      ...(witness && { reading: witness })
    })
  }
}

/** So many texts are tried. */
const mostTexts = 2_000

const isChinese = (word: string): boolean => /\p{Script=Han}/u.test(word)

/** Of each other list the first words of either script stand for all: a Chinese negation turns Chinese words. */
const companionsIn = (words: readonly string[]): readonly string[] => [
  ...words.filter(isChinese).slice(0, 2),
  ...words.filter((word) => !isChinese(word)).slice(0, 2)
]

/**
 * Returns a text that the two dictionaries read otherwise: one of the words alone or, since a negation or an intensifier says
 * nothing by itself, before or behind a word of another list; nothing where none was found.
 */
const witnessOf = (
  readers: readonly Classify.Classifier[],
  words: readonly string[],
  others: readonly string[]
): Reading | undefined => {
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

const readOf = (readers: readonly Classify.Classifier[], text: string): Reading => {
  const [before, after] = readers.map((reader): ReadAs => {
    const { kind, category, emotion, signals } = reader.classify(text)
    return { kind, category: category ?? null, emotion: emotion ?? null, signals }
  })
  if (before === undefined || after === undefined) throw new Error("two readers are compared")
  return { text, before, after }
}
