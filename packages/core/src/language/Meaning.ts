/**
 * The meaning of one text: the words of a dictionary, with negation and degree applied. No word affects another text,
 * so a text is read once and means the same in any conversation.
 */

import {
  clauseAt,
  degreeOf,
  type Grammar,
  isNegated,
  type Marker,
  type PolarityReading,
  type TextSpan
} from "./Polarity.ts"
import type { Spans } from "./part/Parts.ts"
import type { TextRead } from "./TextRead.ts"
import { asMeant, type ToneHit } from "./Tone.ts"
import type { CategoryHit } from "./Weighing.ts"
import type { Hit, Term } from "./Words.ts"

/** A word that was found. Offsets are UTF-16 units of the text as given. */
interface Found extends TextSpan {
  readonly word: string
}

/** A word that shows a kind. */
export interface KindHit extends Found {
  readonly kind: string
  /** The weight of a judging word in its context; above 0 it praises. */
  readonly tone?: number
}

/** A word that shows an emotion. */
export interface EmotionHit extends Found {
  /** The level after words of degree moved it. */
  readonly level: string
  readonly moved?: "stronger" | "weaker"
  /** The word of degree that moved it. */
  readonly by?: string
}

/** A word that shows a signal. */
export interface SignalHit extends Found {
  readonly signal: string
}

/** What the words of categories in a text show. */
export interface CategoryMeaning {
  /** All words of categories. */
  readonly hits: readonly CategoryHit[]
  /**
   * The words that say what the text is about. A word within praise shows what was praised, not what is complained
   * about.
   */
  readonly about: readonly CategoryHit[]
  readonly emotionHits: readonly EmotionHit[]
  readonly signalHits: readonly SignalHit[]
  readonly kindHits: readonly KindHit[]
  readonly judged: readonly ToneHit[]
}

/** What the dictionary finds in a text, with the spans of the text that were read. */
export interface Meant {
  readonly text: string
  readonly own: Spans
  readonly meaning: CategoryMeaning
}

/** The layers of the words of a dictionary. */
export const [CATEGORY, EMOTION, SIGNAL, KIND, NEGATION, DEGREE, TONE] = [0, 1, 2, 3, 4, 5, 6] as const
/** The number of layers. */
export const LAYERS = 7

/** A word of the automaton, with the name of what it shows: a category, a level, a signal or a kind. */
export interface MeaningTerm extends Term {
  readonly ref: string
}

/** The part of a dictionary that decides how its words are meant. */
export interface Sense {
  readonly terms: readonly MeaningTerm[]
  readonly between: Grammar
  /** Levels of emotion, the strongest first. */
  readonly levels: readonly string[]
  readonly ofCategory: ReadonlyMap<string, string | undefined>
}

interface Degree extends Marker {
  readonly moves: "stronger" | "weaker"
}

interface Text extends PolarityReading<Degree> {
  readonly hits: readonly (readonly Hit[])[]
}

/** Returns what a text means by itself. */
export const meant = (read: TextRead, sense: Sense): Meant => ({
  text: read.text,
  own: read.own,
  meaning: meaningOf(read, sense)
})

const meaningOf = (read: TextRead, sense: Sense): CategoryMeaning => {
  const { terms, between, ofCategory } = sense
  const text = textOf(read, terms)
  const hits = found(text, terms, CATEGORY, ({ word, start, end }, category) => ({ word, start, end, category }))
  const tone = judged(text, sense)
  const praised = praisedIn(text, tone)
  return {
    hits,
    about: hits.filter((hit) => (ofCategory.get(hit.category) ?? "complaint") !== "complaint" || !praised(hit)),
    emotionHits: feel(text, sense),
    signalHits: found(text, terms, SIGNAL, ({ word, start, end }, signal) => ({ word, start, end, signal })).filter(
      (hit) => !isNegated(text, between, hit, "direct")
    ),
    kindHits: found(text, terms, KIND, ({ word, start, end }, kind) => ({ word, start, end, kind })).filter(
      (hit) => !felt.has(hit.kind) || !isNegated(text, between, hit, "clause")
    ),
    judged: tone
  }
}

/** Returns what several texts mean together, each a line. Offsets count through all of them. */
export const together = (texts: readonly Meant[]): CategoryMeaning => {
  const [first] = texts
  if (first !== undefined && texts.length === 1) return first.meaning
  const all = {
    hits: [] as CategoryHit[],
    about: [] as CategoryHit[],
    emotionHits: [] as EmotionHit[],
    signalHits: [] as SignalHit[],
    kindHits: [] as KindHit[],
    judged: [] as ToneHit[]
  }
  let from = 0
  for (const { text, meaning: own } of texts) {
    add(all.hits, own.hits, from)
    add(all.about, own.about, from)
    add(all.emotionHits, own.emotionHits, from)
    add(all.signalHits, own.signalHits, from)
    add(all.kindHits, own.kindHits, from)
    add(all.judged, own.judged, from)
    from += text.length + 1
  }
  return all
}

const add = <H extends TextSpan>(all: H[], more: readonly H[], by: number): void => {
  for (const hit of more) all.push(by === 0 ? hit : { ...hit, start: hit.start + by, end: hit.end + by })
}

const textOf = ({ text, clauses, hits }: TextRead, terms: readonly MeaningTerm[]): Text => {
  // A word that is listed as both strengthens, so that a customer's emotion is not weakened.
  const degrees = (hits[DEGREE] ?? []).map((hit): Degree => {
    const stronger = hit.terms.some((term) => terms[term]?.ref === "stronger")
    return { word: hit.word, start: hit.start, end: hit.end, moves: stronger ? "stronger" : "weaker" }
  })
  return { text, clauses, negations: hits[NEGATION] ?? [], degrees, layers: hits, hits }
}

/** Returns the hits of a layer, one for each name that lists the word. */
const found = <T>(
  { hits }: Text,
  terms: readonly MeaningTerm[],
  layer: number,
  make: (hit: Hit, ref: string) => T
): readonly T[] => {
  const all: T[] = []
  for (const hit of hits[layer] ?? []) {
    const [first = -1] = hit.terms
    if (hit.terms.length === 1) all.push(make(hit, terms[first]?.ref ?? ""))
    else
      for (const ref of [...new Set(hit.terms.map((index) => terms[index]?.ref ?? ""))].sort()) all.push(make(hit, ref))
  }
  return all
}

/** Returns the judging words as they are meant; a word of weight 0 is left out. */
const judged = (text: Text, { terms, between }: Sense): readonly ToneHit[] => {
  const all: ToneHit[] = []
  for (const { word, start, end, terms: indices } of text.hits[TONE] ?? []) {
    const weight = Number(terms[indices[0] ?? -1]?.ref ?? 0)
    if (weight !== 0) all.push(asMeant(text, between, { word, start, end, weight }))
  }
  return all
}

const feel = (text: Text, { terms, between, levels }: Sense): readonly EmotionHit[] => {
  const words = text.hits[EMOTION] ?? []
  if (words.length === 0) return []
  return words
    .filter((hit) => !isNegated(text, between, hit, "clause"))
    .map(({ word, start, end, terms: indices }) => {
      const level = Math.min(...indices.map((index) => levels.indexOf(terms[index]?.ref ?? "")))
      const degree = degreeOf(text, between, { start, end })
      const to = Math.max(0, Math.min(levels.length - 1, level + (degree === undefined ? 0 : steps[degree.moves])))
      const moved = degree === undefined ? {} : { moved: degree.moves, by: degree.word }
      return { word, start, end, level: levels[to] ?? "", ...moved }
    })
}

const steps = { stronger: -1, weaker: 1 } as const

/** Returns a function that tells whether a word stands in a clause that praises and finds no fault. */
const praisedIn = ({ clauses: within }: Text, hits: readonly ToneHit[]): ((word: TextSpan) => boolean) => {
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

/**
 * The kinds that a negation cancels: *no complaint*, *not excellent*. A suggestion not to do something is still one.
 */
const felt: ReadonlySet<string> = new Set(["complaint", "praise"])
