/**
 * How a text judges: the weight of words that praise and of words that find fault, and where they stand.
 *
 * Each word has a weight of 1 to 3, to one side or the other. A negation turns it: *not good* finds fault, *not bad* praises
 * a little; so does one behind a word of recommending (推荐不要). Degree words make it more or less. A word counts once a
 * side, however often it is said, and a single word of the other side in a long text is no evidence against it.
 */
import { degreeOf, type Grammar, isNegated, type Marker, type PolarityReading, type TextSpan } from "./Polarity.ts"

/** Words of one weight: 3 to -3, below 0 finds fault, 0 is none though it may look like one. */
export interface ToneWords {
  readonly weight: number
  readonly words: readonly string[]
}

export interface ToneHit extends TextSpan {
  readonly word: string
  /** As it is meant, negation and degree reckoned in. */
  readonly weight: number
}

export interface Tone {
  readonly hits: readonly ToneHit[]
  readonly praise: number
  readonly fault: number
}

/** `mixed`: it praises and finds fault; `none`: it does neither. */
export type ToneJudgement = "praise" | "fault" | "mixed" | "none"

interface Degree extends Marker {
  readonly moves: "stronger" | "weaker"
}

const none: Tone = { hits: [], praise: 0, fault: 0 }

/** Returns what words of judgement come to, each as it is meant. */
export const toneOf = (hits: readonly ToneHit[]): Tone =>
  hits.length === 0 ? none : { hits, praise: sum(hits, 1), fault: sum(hits, -1) }

/** Returns which side a tone is on. */
export const judge = ({ praise, fault }: Pick<Tone, "praise" | "fault">): ToneJudgement => {
  const total = praise + fault
  if (total === 0) return "none"
  if (fault / total <= strayIn(total)) return "praise"
  return fault / total >= MOST ? "fault" : "mixed"
}

/** From here on finding fault outweighs politeness. */
const MOST = 0.5

/**
 * Which share of a text's weight may find fault though it praises. In a few words each one is meant; a long review of
 * many things has a trifle among much praise, and a word that was taken amiss.
 */
const strayIn = (total: number): number => Math.min(0.38, 0.12 + Math.max(0, total - 8) * 0.03)

/** What a negation leaves of a word: *not good* is no less than a fault, *not bad* is little praise. */
const turned = (weight: number): number => (weight > 0 ? -Math.min(weight, 2) : Math.min(-weight, 1) * 0.7)

const degrees = { stronger: 1.5, weaker: 0.6 } as const

/** Returns a word of judgement as it is meant where it stands: its negation and degree reckoned in. */
export const asMeant = (reading: PolarityReading<Degree>, between: Grammar, hit: ToneHit): ToneHit => {
  const degree = degreeOf(reading, between, hit)
  const weight = hit.weight * (degree === undefined ? 1 : degrees[degree.moves])
  const isTurned = isNegated(reading, between, hit, "clause") || (weight > 0 && isTakenBack(reading.text, hit))
  return { ...hit, weight: isTurned ? turned(weight) : weight }
}

/** 推荐不要来, *recommend to avoid*: what is recommended is not to. */
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
