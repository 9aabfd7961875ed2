/**
 * What one text means: the words of a dictionary as they are meant where they stand. No word reaches into another text, so
 * a text is taken once, and means the same in any conversation.
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

/** Offsets are UTF-16 units of the text as given. */
interface Found extends TextSpan {
  readonly word: string
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

export interface CategoryMeaning {
  /** Every word of a category. */
  readonly hits: readonly CategoryHit[]
  /** Those that say what the text is about: one that stands in praise shows what was praised, and no complaint about it. */
  readonly about: readonly CategoryHit[]
  readonly emotionHits: readonly EmotionHit[]
  readonly signalHits: readonly SignalHit[]
  readonly kindHits: readonly KindHit[]
  readonly judged: readonly ToneHit[]
}

/** What the dictionary finds in a text, with the parts of the text that were read. */
export interface Meant {
  readonly text: string
  readonly own: Spans
  readonly meaning: CategoryMeaning
}

/** The layers of the words of a dictionary. */
export const [CATEGORY, EMOTION, SIGNAL, KIND, NEGATION, DEGREE, TONE] = [0, 1, 2, 3, 4, 5, 6] as const
export const LAYERS = 7

/** A term of the automaton, with the name of what it speaks for. */
export interface MeaningTerm extends Term {
  readonly ref: string
}

/** What of a dictionary says how its words are meant. */
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

/** Returns a text with what it means by itself. */
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

/** Returns what several texts mean as one, each a line: offsets count through all of them. */
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
  // A word listed on both sides strengthens: what customers feel is not played down.
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

/** Words of judgement as they are meant; what weighs nothing is none. */
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

/** Returns whether a word stands in a clause that praises and finds no fault. */
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

/** What `not` before it takes back: *no complaint*, *not excellent*; a suggestion not to do something still suggests. */
const felt: ReadonlySet<string> = new Set(["complaint", "praise"])
