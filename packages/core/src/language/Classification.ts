/**
 * What a customer's text says: its kind, category, emotion and signals, each with the words that show it.
 *
 * The same words always give the same answer. Quoted history and signatures are not read. What the dictionary cannot
 * tell (no word, a tie, too little difference) is left to a person: `review`.
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

export interface Dictionary {
  readonly kinds: readonly { readonly kind: string; readonly words: readonly string[] }[]
  readonly otherwiseKind: string
  readonly categories: readonly {
    readonly name: string
    readonly words: readonly string[]
    readonly kind?: string
    readonly under?: string
  }[]
  /** The category of what matches none. */
  readonly otherwise?: string
  /** Strongest first. */
  readonly emotions: readonly { readonly level: string; readonly words: readonly string[] }[]
  readonly negation: readonly string[]
  readonly stronger: readonly string[]
  readonly weaker: readonly string[]
  readonly signals: readonly { readonly name: string; readonly words: readonly string[]; readonly ask?: string }[]
  /** Words of judgement by their weight; where a word stands twice the first one counts. */
  readonly tone: readonly ToneWords[]
  /** Share, 0 to 1; below it a person is asked. */
  readonly sureAbove: number
}

export interface DictionaryClassification {
  readonly kind: string
  /** Whether the words show the kind; without evidence, or with evidence on both sides, a person is asked. */
  readonly isKindSure: boolean
  readonly kindHits: readonly KindHit[]
  readonly tone: Pick<Tone, "praise" | "fault">
  readonly category: string | undefined
  /** 0 to 1: the best category's weight over its own and the second's; 0 where none was found. */
  readonly confidence: number
  readonly sure: boolean
  readonly hits: readonly CategoryHit[]
  readonly second?: { readonly category: string; readonly confidence: number }
  /** The categories that tie, by name. */
  readonly candidates?: readonly Candidate[]
  /** The strongest level found; `undefined` = unmoved. */
  readonly emotion: string | undefined
  readonly emotionHits: readonly EmotionHit[]
  /** In the order of the dictionary. */
  readonly signals: readonly string[]
  readonly signalHits: readonly SignalHit[]
  readonly review: boolean
  /** What of the text was read. */
  readonly read: Spans
}

export interface DictionaryClassifier {
  /** Reads one text, wherever it stands. */
  readonly read: (text: string) => Meant
  /** Says what a text comes to, or several that were read, each a line: offsets count through all of them. */
  readonly classify: (texts: string | readonly Meant[]) => DictionaryClassification
}

/** Builds one automaton for the whole dictionary. */
export const compile = (dictionary: Dictionary): DictionaryClassifier => {
  const terms = collect(dictionary)
  // The automaton is made when the first text is read: not everything that loads a policy reads texts.
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
      // Nobody needs to look at a score without words, nor for a category where the policy has none.
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

/** What of several texts is read, each a line. */
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

/** A word of negation or degree is part of others: 不 in 不好. */
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

/** Whoever writes `not` means these too. */
const contractions = "is are was were do does did has have had wo would ca could should"
  .split(" ")
  .flatMap((verb) => [`${verb}n't`, `${verb}nt`])
  .concat("cannot")

/** So many words of judgement stand on the record a side: the weightiest, each once. */
const MOST_SHOWN = 8

const shown = ({ hits }: Tone): readonly KindHit[] => [...shownOf(hits, 1), ...shownOf(hits, -1)]

const shownOf = (hits: readonly ToneHit[], side: 1 | -1): readonly KindHit[] => {
  const words = new Set<string>()
  const found = hits.filter(({ word, weight }) => weight * side > 0 && words.size < words.add(word).size)
  const kind = side > 0 ? "praise" : "complaint"
  const heaviest = found.length > 1 ? found.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)) : found
  return heaviest.slice(0, MOST_SHOWN).map(({ word, start, end, weight }) => ({ word, start, end, kind, tone: weight }))
}

/** Puts a few more hits among those that stand in the order of the text; of two at one place the earlier one stays first. */
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
  /** A category was found, surely enough: what is about it is of its kind, or of the kind of the rest. */
  readonly isFound: boolean
}

/**
 * Whoever says that they complain does, however politely they ask beside it. A strong emotion makes a complaint of it
 * whatever it is called: the strongest level always, the second unless the words of another kind weigh more. A kind that
 * words name is that kind, unless they find more fault than they name it. What else the words show is how they judge:
 * praise where nothing finds fault, a complaint where that weighs more; where both stand, or nothing, it is the kind of the
 * rest, and a person is asked.
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
  // An emotion that does not overrule praise finds fault all the same.
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
  /** Those that words may show, the first of equal weights wins. */
  readonly names: readonly string[]
}

const shownKinds = ({ kinds, categories }: Dictionary): Kinds => {
  const ofCategory = new Map(categories.map(({ name, kind }) => [name, kind]))
  const declared = [...kinds.map(({ kind }) => kind).sort(), ...[...ofCategory.values()].sort()]
  return { ofCategory, names: [...new Set([...careful, ...declared])].filter((kind) => kind !== undefined) }
}

/** Of equal weights the kind that owes the customer more wins. */
const careful = ["complaint", "inquiry", "suggestion", "praise"]
