/**
 * Reads a customer's text: its kind, category, emotion and signals, each with the words that show it.
 *
 * The same words always give the same answer. Quoted messages and signatures are not read. If the dictionary cannot
 * decide (no word, a tie, or too small a difference), a person does: `review`.
 */

import { defined } from "../value/Optional.ts"
import * as Han from "./Han.ts"
import {
  CATEGORY,
  DEGREE,
  EMOTION,
  type EmotionHit,
  KIND,
  type KindHit,
  LAYERS,
  type MeaningTerm,
  type Meant,
  meant,
  NEGATION,
  SIGNAL,
  type SignalHit,
  TONE,
  together
} from "./Meaning.ts"
import { grammar } from "./Polarity.ts"
import type { Spans } from "./part/Parts.ts"
import { readText } from "./TextRead.ts"
import { judge, type Tone, type ToneHit, type ToneWords, toneOf } from "./Tone.ts"
import { type Candidate, type CategoryHit, choose, lineage, weighAll } from "./Weighing.ts"
import { compile as compileWords, type WordFinder, type WordFits } from "./Words.ts"

export type { EmotionHit, KindHit, SignalHit } from "./Meaning.ts"

/** The dictionary of a policy. */
export interface Dictionary {
  readonly kinds: readonly { readonly kind: string; readonly words: readonly string[] }[]
  readonly otherwiseKind: string
  readonly categories: readonly {
    readonly name: string
    readonly words: readonly string[]
    readonly kind?: string
    readonly under?: string
  }[]
  /** The category of a text in which no category is found. */
  readonly otherwise?: string
  /** Levels of emotion with their words, the strongest first. */
  readonly emotions: readonly { readonly level: string; readonly words: readonly string[] }[]
  readonly negation: readonly string[]
  readonly stronger: readonly string[]
  readonly weaker: readonly string[]
  readonly signals: readonly { readonly name: string; readonly words: readonly string[]; readonly ask?: string }[]
  /** Judging words by weight. If a word is listed twice, the first weight counts. */
  readonly tone: readonly ToneWords[]
  /** A share from 0 to 1. If the confidence is below it, a person is asked. */
  readonly sureAbove: number
}

/** What the dictionary finds in a text, or in several texts. */
export interface DictionaryClassification {
  readonly kind: string
  /** Whether the words decide the kind. Without evidence, or with evidence for both sides, a person is asked. */
  readonly isKindSure: boolean
  readonly kindHits: readonly KindHit[]
  readonly tone: Pick<Tone, "praise" | "fault">
  readonly category: string | undefined
  /** From 0 to 1: the best category's weight over the sum of its own and the second's; 0 if none was found. */
  readonly confidence: number
  readonly sure: boolean
  readonly hits: readonly CategoryHit[]
  readonly second?: { readonly category: string; readonly confidence: number }
  /** The names of the categories that tie. */
  readonly candidates?: readonly Candidate[]
  /** The strongest level found; undefined if no word of emotion was. */
  readonly emotion: string | undefined
  readonly emotionHits: readonly EmotionHit[]
  /** The signals found, in the order of the dictionary. */
  readonly signals: readonly string[]
  readonly signalHits: readonly SignalHit[]
  readonly review: boolean
  /** The spans of the text that were read. */
  readonly read: Spans
}

/** Reads and classifies texts by one dictionary. */
export interface DictionaryClassifier {
  /** Reads one text by itself. */
  readonly read: (text: string) => Meant
  /** Classifies a text, or several texts that were read before, each a line. Offsets count through all of them. */
  readonly classify: (texts: string | readonly Meant[]) => DictionaryClassification
}

/** Builds the classifier of a dictionary, with one automaton for all of its words. */
export const compile = (dictionary: Dictionary): DictionaryClassifier => {
  const terms = collect(dictionary)
  // The automaton is built when the first text is read, since not every program with a policy reads texts.
  let words: WordFinder | undefined
  const above = lineage(dictionary.categories)
  const kinds = shownKinds(dictionary)
  const sense = {
    terms,
    between: grammar([...dictionary.stronger, ...dictionary.weaker]),
    levels: dictionary.emotions.map(({ level }) => level),
    ofCategory: kinds.ofCategory
  }
  const read = (text: string): Meant => {
    words ??= compileWords(terms, fits)
    return meant(readText(text, words, LAYERS), sense)
  }
  const classify = (given: string | readonly Meant[]): DictionaryClassification => {
    const texts = typeof given === "string" ? [read(given)] : given
    const { hits, about, emotionHits, signalHits, kindHits, judged } = together(texts)
    const tone = toneOf(judged)
    const category = categorise(dictionary, about.length > 0 ? about : hits, above)
    const sure = category.sure && about.length > 0
    const isSilent = texts.every(({ text }) => text.trim() === "")
    const { kind, isKindSure } = kindOf(dictionary, kinds, { kindHits, hits, emotionHits, tone, isFound: sure })
    return {
      ...category,
      kind,
      isKindSure,
      kindHits: tone.hits.length === 0 ? kindHits : inOrder(kindHits, shown(tone)),
      tone: { praise: tone.praise, fault: tone.fault },
      sure,
      // Nobody needs to review a score without words, or a category if the policy has none.
      review: !sure && (hits.length > 0 || (dictionary.categories.length > 0 && !isSilent)),
      hits,
      emotion: strongest(dictionary, emotionHits),
      emotionHits,
      signals: signalsIn(dictionary, signalHits),
      signalHits,
      read: ownOf(texts)
    }
  }
  return { read, classify }
}

/** Returns the spans that are read of several texts, each a line. */
const ownOf = (texts: readonly Meant[]): Spans => {
  const [first] = texts
  if (first !== undefined && texts.length === 1) return first.own
  const own: number[] = []
  let from = 0
  for (const one of texts) {
    for (const at of one.own) own.push(at + from)
    from += one.text.length + 1
  }
  return own
}

const strongest = ({ emotions }: Dictionary, hits: readonly EmotionHit[]): string | undefined =>
  hits.length === 0 ? undefined : emotions.find(({ level }) => hits.some((hit) => hit.level === level))?.level

const signalsIn = ({ signals }: Dictionary, hits: readonly SignalHit[]): readonly string[] =>
  hits.length === 0 ? [] : signals.flatMap(({ name }) => (hits.some((hit) => hit.signal === name) ? [name] : []))

/** Words of negation or degree may be part of another word, such as 不 in 不好. */
const fits: WordFits = (text, start, end, layer) =>
  layer === NEGATION || layer === DEGREE || Han.isWhole(text, start, end)

const collect = (dictionary: Dictionary): readonly MeaningTerm[] => {
  const entries = (layer: number, ref: string, words: readonly string[]): readonly MeaningTerm[] =>
    words.map((word) => ({ word, layer, ref }))
  const negation = dictionary.negation.some((word) => word.toLowerCase() === "not") ? contractions : []
  return [
    ...dictionary.categories.flatMap(({ name, words }) => entries(CATEGORY, name, words)),
    ...dictionary.emotions.flatMap(({ level, words }) => entries(EMOTION, level, words)),
    ...dictionary.signals.flatMap(({ name, words }) => entries(SIGNAL, name, words)),
    ...dictionary.kinds.flatMap(({ kind, words }) => entries(KIND, kind, words)),
    ...entries(NEGATION, "", [...dictionary.negation, ...negation]),
    ...entries(DEGREE, "stronger", dictionary.stronger),
    ...entries(DEGREE, "weaker", dictionary.weaker),
    ...dictionary.tone.flatMap(({ weight, words }) => entries(TONE, String(weight), words))
  ]
}

/** The verbs that form contractions with `not`, which are negations too. */
const contractions = "is are was were do does did has have had wo would ca could should"
  .split(" ")
  .flatMap((verb) => [`${verb}n't`, `${verb}nt`])
  .concat("cannot")

/** The most judging words that are recorded for each side: those of the largest weight, each once. */
const MOST_SHOWN = 8

const shown = ({ hits }: Tone): readonly KindHit[] => [...shownOf(hits, 1), ...shownOf(hits, -1)]

const shownOf = (hits: readonly ToneHit[], side: 1 | -1): readonly KindHit[] => {
  const words = new Set<string>()
  const found = hits.filter(({ word, weight }) => weight * side > 0 && words.size < words.add(word).size)
  const kind = side > 0 ? "praise" : "complaint"
  const heaviest = found.length > 1 ? found.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)) : found
  return heaviest.slice(0, MOST_SHOWN).map(({ word, start, end, weight }) => ({ word, start, end, kind, tone: weight }))
}

/** Returns hits with a few more added, in the order of the text. Of two at one place the earlier hit stays first. */
const inOrder = (hits: readonly KindHit[], more: readonly KindHit[]): readonly KindHit[] => {
  const all = [...hits, ...more]
  for (let n = hits.length; n < all.length; n++) {
    const hit = all[n] as KindHit
    let place = n
    for (; place > 0 && (all[place - 1] as KindHit).start > hit.start; place--) all[place] = all[place - 1] as KindHit
    all[place] = hit
  }
  return all
}

type Understanding = Pick<DictionaryClassification, "category" | "confidence" | "sure" | "second" | "candidates">

const categorise = (
  { otherwise, sureAbove }: Dictionary,
  hits: readonly CategoryHit[],
  above: ReadonlyMap<string, readonly string[]>
): Understanding => {
  const choice = choose(hits, above)
  switch (choice._tag) {
    case "None":
      return { category: otherwise, confidence: 0, sure: false }
    case "One": {
      const { category, confidence, second } = choice
      return { category, confidence, sure: confidence >= sureAbove, ...defined({ second }) }
    }
    case "Tie": {
      const category = choice.common ?? otherwise
      return { category, confidence: 0.5, sure: false, candidates: choice.candidates }
    }
  }
}

interface Evidence {
  readonly kindHits: readonly KindHit[]
  readonly hits: readonly CategoryHit[]
  readonly emotionHits: readonly EmotionHit[]
  readonly tone: Tone
  /** Whether a category was found with enough confidence. The kind is then that of the category, or of the rest. */
  readonly isFound: boolean
}

/**
 * Decides the kind. Words that say "I complain" make a complaint, however polite the rest is. The strongest emotion
 * always makes a complaint; the second strongest does unless the words of another kind weigh more. Words that name a
 * kind decide it, unless judging words find more fault. Otherwise judging words decide: praise if nothing finds fault,
 * a complaint if fault weighs more. If both stand or none, the text gets the kind of the rest and a person is asked.
 */
const kindOf = (
  { otherwiseKind, emotions }: Dictionary,
  { ofCategory, names }: Kinds,
  { kindHits, hits, emotionHits, tone, isFound }: Evidence
): Pick<DictionaryClassification, "kind" | "isKindSure"> => {
  const sure = (kind: string) => ({ kind, isKindSure: true })
  if (kindHits.some(({ kind }) => kind === "complaint")) return sure("complaint")
  let best = { kind: "praise", weight: 0 }
  if (kindHits.length + hits.length > 0) {
    const shown = new Set([...kindHits.map(({ kind }) => kind), ...hits.map((hit) => ofCategory.get(hit.category))])
    for (const kind of names) {
      if (!shown.has(kind)) continue
      const named = kindHits.filter((hit) => hit.kind === kind)
      const about = hits.filter((hit) => ofCategory.get(hit.category) === kind)
      const weight = weighAll([...named, ...about])
      if (weight > best.weight) best = { kind, weight }
    }
  }
  const [strongest, second] = emotions
  const strong = emotionHits.filter(({ level }) => level === strongest?.level || level === second?.level)
  const overruled = strong.some(({ level }) => level === strongest?.level) || weighAll(strong) >= best.weight
  if (strong.length > 0 && overruled) return sure("complaint")
  const isNamed = best.weight > 0 && best.kind !== "praise"
  if (isNamed && (best.kind === "rating" || tone.fault <= best.weight + tone.praise)) return sure(best.kind)
  const named = weighAll(kindHits.filter(({ kind }) => kind === "praise"))
  // An emotion that is too weak to overrule praise still counts as fault.
  switch (judge({ praise: tone.praise + named, fault: tone.fault + weighAll(strong) })) {
    case "praise":
      return sure("praise")
    case "fault":
      return sure(named > 0 ? otherwiseKind : "complaint")
    case "mixed":
      return { kind: otherwiseKind, isKindSure: false }
    case "none":
      return { kind: otherwiseKind, isKindSure: isFound }
  }
}

interface Kinds {
  readonly ofCategory: ReadonlyMap<string, string | undefined>
  /** The kinds that words may show. Of equal weights the first one wins. */
  readonly names: readonly string[]
}

const shownKinds = ({ kinds, categories }: Dictionary): Kinds => {
  const ofCategory = new Map(categories.map(({ name, kind }) => [name, kind]))
  const declared = [...kinds.map(({ kind }) => kind).sort(), ...[...ofCategory.values()].sort()]
  return { ofCategory, names: [...new Set([...careful, ...declared])].filter((kind) => kind !== undefined) }
}

/** The order in which kinds of equal weight win: the one that gives the customer more comes first. */
const careful = ["complaint", "inquiry", "suggestion", "praise"]
