/**
 * What a customer's text says: its kind, category, emotion and signals, each with the words that show it.
 *
 * The same words always give the same answer. Quoted history and signatures are not read. What the dictionary cannot
 * tell (no word, a tie, too little difference) is left to a person: `review`.
 */

import { defined } from "../value/Optional.ts"
import * as Han from "./Han.ts"
import type { Spans } from "./Parts.ts"
import {
  clauseAt,
  degreeOf,
  type Grammar,
  grammar,
  isNegated,
  type Marker,
  type Reading,
  type Span
} from "./Polarity.ts"
import { readText, type TextRead, together } from "./TextRead.ts"
import { judge, type Tone, type ToneHit, type ToneWords, toneOf } from "./Tone.ts"
import { type Candidate, type CategoryHit, choose, lineage, weighAll } from "./Weighing.ts"
import { compile as compileWords, type Fits, type Hit, type Term, type Words } from "./Words.ts"

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

/** Offsets are UTF-16 units of the text as given. */
interface Found {
  readonly word: string
  readonly start: number
  readonly end: number
}

export interface KindHit extends Found {
  readonly kind: string
  /** Of a word of judgement: what it weighs as it is meant, above 0 where it praises. */
  readonly tone?: number
}

export interface EmotionHit extends Found {
  /** After moving. */
  readonly level: string
  readonly moved?: "stronger" | "weaker"
  /** The word that moved it. */
  readonly by?: string
}

export interface SignalHit extends Found {
  readonly signal: string
}

export interface Classification {
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

export interface Classifier {
  /** Reads one text, wherever it stands. */
  readonly read: (text: string) => TextRead
  /** Says what a text comes to, or several that were read, each a line: offsets count through all of them. */
  readonly classify: (texts: string | readonly TextRead[]) => Classification
}

/** Builds one automaton for the whole dictionary. */
export const compile = (dictionary: Dictionary): Classifier => {
  const terms = collect(dictionary)
  // The automaton is made when the first text is read: not everything that loads a policy reads texts.
  let words: Words | undefined
  const above = lineage(dictionary.categories)
  const between = grammar([...dictionary.stronger, ...dictionary.weaker])
  const kinds = shownKinds(dictionary)
  const read = (text: string): TextRead => {
    words ??= compileWords(terms, fits)
    return readText(text, words, LAYERS)
  }
  const classify = (texts: string | readonly TextRead[]): Classification => {
    const reading = readingOf(typeof texts === "string" ? read(texts) : together(texts, LAYERS), terms)
    const hits = found(reading, CATEGORY).map(({ hit, ref }) => ({ ...hit, category: ref }))
    const emotionHits = feel(dictionary, reading, between)
    const signalHits = found(reading, SIGNAL)
      .filter(({ hit }) => !isNegated(reading, between, hit, "direct"))
      .map(({ hit, ref }) => ({ ...hit, signal: ref }))
    const kindHits = found(reading, KIND)
      .map(({ hit, ref }) => ({ ...hit, kind: ref }))
      .filter((hit) => !felt.has(hit.kind) || !isNegated(reading, between, hit, "clause"))
    const tone = toneOf(reading, between, judged(reading))
    const category = categorise(dictionary, hits, above, reading, tone, kinds)
    return {
      ...kindOf(dictionary, kinds, { kindHits, hits, emotionHits, tone, isFound: category.sure }),
      kindHits: tone.hits.length === 0 ? kindHits : [...kindHits, ...shown(tone)].sort((a, b) => a.start - b.start),
      tone: { praise: tone.praise, fault: tone.fault },
      ...category,
      hits,
      emotion: strongest(dictionary, emotionHits),
      emotionHits,
      signals: signalsIn(dictionary, signalHits),
      signalHits,
      read: reading.own
    }
  }
  return { read, classify }
}

const strongest = ({ emotions }: Dictionary, hits: readonly EmotionHit[]): string | undefined =>
  hits.length === 0 ? undefined : emotions.find(({ level }) => hits.some((hit) => hit.level === level))?.level

const signalsIn = ({ signals }: Dictionary, hits: readonly SignalHit[]): readonly string[] =>
  hits.length === 0 ? [] : signals.flatMap(({ name }) => (hits.some((hit) => hit.signal === name) ? [name] : []))

/** A word of negation or degree is part of others: 不 in 不好. */
const fits: Fits = (text, start, end, layer) => layer === NEGATION || layer === DEGREE || Han.isWhole(text, start, end)

const [CATEGORY, EMOTION, SIGNAL, KIND, NEGATION, DEGREE, TONE] = [0, 1, 2, 3, 4, 5, 6] as const
const LAYERS = 7

/** A term of the automaton, with the name of what it speaks for. */
interface Entry extends Term {
  readonly ref: string
}

const collect = (dictionary: Dictionary): readonly Entry[] => {
  const entries = (layer: number, ref: string, words: readonly string[]): readonly Entry[] =>
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

interface Degree extends Marker {
  readonly moves: "stronger" | "weaker"
}

interface Text extends Reading<Degree> {
  readonly hits: readonly (readonly Hit[])[]
  readonly terms: readonly Entry[]
  readonly own: Spans
}

const readingOf = ({ text, own, clauses, hits }: TextRead, terms: readonly Entry[]): Text => {
  // A word listed on both sides strengthens: what customers feel is not played down.
  const degrees = (hits[DEGREE] ?? []).map((hit): Degree => {
    const stronger = hit.terms.some((term) => terms[term]?.ref === "stronger")
    return { word: hit.word, start: hit.start, end: hit.end, moves: stronger ? "stronger" : "weaker" }
  })
  return { text, clauses, negations: hits[NEGATION] ?? [], degrees, layers: hits, hits, terms, own }
}

interface Named {
  readonly hit: Found
  readonly ref: string
}

/** Returns the hits of a layer, one for each name that lists the word. */
const found = ({ hits, terms }: Text, layer: number): readonly Named[] => {
  const named: Named[] = []
  for (const { word, start, end, terms: indices } of hits[layer] ?? []) {
    const hit = { word, start, end }
    const refs = indices.map((index) => terms[index]?.ref ?? "")
    for (const ref of refs.length < 2 ? refs : [...new Set(refs)].sort()) named.push({ hit, ref })
  }
  return named
}

/** Words of judgement as the dictionary has them. */
const judged = ({ hits, terms }: Text): readonly ToneHit[] =>
  (hits[TONE] ?? []).map(({ word, start, end, terms: [first = -1] }) => ({
    word,
    start,
    end,
    weight: Number(terms[first]?.ref ?? 0)
  }))

/** So many words of judgement stand on the record a side: the weightiest, each once. */
const MOST_SHOWN = 8

const shown = ({ hits }: Tone): readonly KindHit[] =>
  [1, -1].flatMap((side) => {
    const words = new Set<string>()
    return hits
      .filter(({ word, weight }) => weight * side > 0 && words.size < words.add(word).size)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, MOST_SHOWN)
      .map(({ weight, ...found }) => ({ ...found, kind: side > 0 ? "praise" : "complaint", tone: weight }))
  })

const feel = ({ emotions }: Dictionary, reading: Text, between: Grammar): readonly EmotionHit[] => {
  const words = reading.hits[EMOTION] ?? []
  if (words.length === 0) return []
  const levels = emotions.map(({ level }) => level)
  return words
    .filter((hit) => !isNegated(reading, between, hit, "clause"))
    .map(({ word, start, end, terms }) => {
      const level = Math.min(...terms.map((term) => levels.indexOf(reading.terms[term]?.ref ?? "")))
      const degree = degreeOf(reading, between, { start, end })
      const to = Math.max(0, Math.min(levels.length - 1, level + (degree === undefined ? 0 : steps[degree.moves])))
      const moved = degree === undefined ? {} : { moved: degree.moves, by: degree.word }
      return { word, start, end, level: levels[to] ?? "", ...moved }
    })
}

const steps = { stronger: -1, weaker: 1 } as const

type Understanding = Pick<Classification, "category" | "confidence" | "sure" | "second" | "candidates" | "review">

const categorise = (
  { categories, otherwise, sureAbove }: Dictionary,
  hits: readonly CategoryHit[],
  above: ReadonlyMap<string, readonly string[]>,
  reading: Text,
  tone: Tone,
  { ofCategory }: Kinds
): Understanding => {
  // A word that stands in praise shows what was praised, and no complaint about it.
  const praised = praisedIn(reading, tone)
  const meant = hits.filter((hit) => (ofCategory.get(hit.category) ?? "complaint") !== "complaint" || !praised(hit))
  const choice = choose(meant.length > 0 ? meant : hits, above)
  switch (choice._tag) {
    case "None":
      // Nobody needs to look at a score without words, nor for a category where the policy has none.
      return {
        category: otherwise,
        confidence: 0,
        sure: false,
        review: categories.length > 0 && reading.text.trim() !== ""
      }
    case "One": {
      const sure = choice.confidence >= sureAbove && meant.length > 0
      const second = defined({ second: choice.second })
      return { category: choice.category, confidence: choice.confidence, sure, ...second, review: !sure }
    }
    case "Tie": {
      const category = choice.common ?? otherwise
      return { category, confidence: 0.5, sure: false, candidates: choice.candidates, review: true }
    }
  }
}

/** Returns whether a word stands in a clause that praises and finds no fault. */
const praisedIn = ({ clauses: within }: Text, { hits }: Tone): ((word: Span) => boolean) => {
  if (hits.length === 0) return () => false
  const sides = new Map<number, { praise: boolean; fault: boolean }>()
  for (const { start, weight } of hits) {
    const clause = clauseAt(within, start)
    const side = sides.get(clause) ?? { praise: false, fault: false }
    sides.set(clause, { praise: side.praise || weight > 0, fault: side.fault || weight < 0 })
  }
  return ({ start }) => {
    const side = sides.get(clauseAt(within, start))
    return side?.praise === true && !side.fault
  }
}

/** What `not` before it takes back: *no complaint*, *not excellent*; a suggestion not to do something still suggests. */
const felt: ReadonlySet<string> = new Set(["complaint", "praise"])

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
): Pick<Classification, "kind" | "isKindSure"> => {
  const sure = (kind: string) => ({ kind, isKindSure: true })
  if (kindHits.some(({ kind }) => kind === "complaint")) return sure("complaint")
  const words = [...kindHits, ...hits.map((hit) => ({ word: hit.word, kind: ofCategory.get(hit.category) }))]
  let best = { kind: "praise", weight: 0 }
  for (const kind of names) {
    const weight = weighAll(words.filter((hit) => hit.kind === kind))
    if (weight > best.weight) best = { kind, weight }
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
