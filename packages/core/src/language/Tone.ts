/**
 * How a text judges: the weight of its words of praise and of its words of fault, and where they stand.
 *
 * Each judging word has a weight of 1 to 3 for one side. A negation turns it: *not good* finds fault, *not bad* praises
 * a little. A negation after a word of recommending does the same (推荐不要). Words of degree change the weight. A word
 * counts once for each side. A single word of the other side in a long text does not count as evidence.
 */
import { degreeOf, type Grammar, isNegated, type Marker, type PolarityReading, type TextSpan } from "./Polarity.ts"

/** Words of one weight, from 3 to -3. Below 0 they find fault; 0 marks words that only look like judging words. */
export interface ToneWords {
  readonly weight: number
  readonly words: readonly string[]
}

/** A judging word in a text. */
export interface ToneHit extends TextSpan {
  readonly word: string
  /** Its weight, with negation and degree applied. */
  readonly weight: number
}

/** The weights of praise and of fault in a text, with their words. */
export interface Tone {
  readonly hits: readonly ToneHit[]
  readonly praise: number
  readonly fault: number
}

/** The side of a text. `mixed`: it praises and finds fault; `none`: it does neither. */
export type ToneJudgement = "praise" | "fault" | "mixed" | "none"

interface Degree extends Marker {
  readonly moves: "stronger" | "weaker"
}

const none: Tone = { hits: [], praise: 0, fault: 0 }

/** Returns the tone of judging words, each with its weight in context. */
export const toneOf = (hits: readonly ToneHit[]): Tone =>
  hits.length === 0 ? none : { hits, praise: sum(hits, 1), fault: sum(hits, -1) }

/** Returns which side a tone is on. */
export const judge = ({ praise, fault }: Pick<Tone, "praise" | "fault">): ToneJudgement => {
  const total = praise + fault
  if (total === 0) return "none"
  if (fault / total <= strayIn(total)) return "praise"
  return fault / total >= MOST ? "fault" : "mixed"
}

/** The share of fault from which on a text finds fault, however polite it is. */
const MOST = 0.5

/**
 * Returns the share of a text's weight that may be fault although the text praises. In a short text every word is
 * meant. A long review may name a detail among much praise, or contain a word that was misread.
 */
const strayIn = (total: number): number => Math.min(0.38, 0.12 + Math.max(0, total - 8) * 0.03)

/** Returns the weight of a negated word: *not good* is a full fault, *not bad* is little praise. */
const turned = (weight: number): number => (weight > 0 ? -Math.min(weight, 2) : Math.min(-weight, 1) * 0.7)

const degrees = { stronger: 1.5, weaker: 0.6 } as const

/** Returns a judging word with negation and degree applied to its weight. */
export const asMeant = (reading: PolarityReading<Degree>, between: Grammar, hit: ToneHit): ToneHit => {
  const degree = degreeOf(reading, between, hit)
  const weight = hit.weight * (degree === undefined ? 1 : degrees[degree.moves])
  const isTurned = isNegated(reading, between, hit, "clause") || (weight > 0 && isTakenBack(reading.text, hit))
  return { ...hit, weight: isTurned ? turned(weight) : weight }
}

/** Returns whether a word of recommending is followed by a negation: 推荐不要来, *recommend to avoid*. */
const isTakenBack = (text: string, { end, word }: ToneHit): boolean =>
  recommends.test(word) &&
  /^\s?(?:(?:大家|各位|你们|朋友们?|you|everyone|that you|to)\s?)*(?:不|别|勿|甭|not |avoid|against|staying away|never )/iu.test(
    text.slice(end, end + 24)
  )

const recommends = /推荐|安利|recommend/iu

const sum = (hits: readonly ToneHit[], side: 1 | -1): number => {
  if (!hits.some(({ weight }) => weight * side > 0)) return 0
  const weights = new Map<string, number>()
  for (const { word, weight } of hits)
    if (weight * side > 0) weights.set(word, Math.max(weights.get(word) ?? 0, weight * side))
  let total = 0
  for (const weight of weights.values()) total += weight
  return total
}
