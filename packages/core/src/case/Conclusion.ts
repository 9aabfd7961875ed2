/**
 * What follows from the conclusion of a decision. A policy names its own conclusions and maps each to a meaning in
 * `one-of`.
 *
 * The conclusions that the policy language knows have their meaning in English and in Chinese.
 */
import type { ConclusionMeaning, GateRule } from "../policy/Bundle.ts"

/** Each meaning with its Chinese word. `other` settles the gate and nothing else follows from it. */
export const meanings = {
  adopted: "采纳",
  later: "暂缓",
  declined: "不采纳",
  other: "其他"
} as const satisfies Readonly<Record<ConclusionMeaning, string>>

const words: ReadonlyMap<string, ConclusionMeaning> = new Map(
  (Object.keys(meanings) as readonly ConclusionMeaning[]).flatMap((meaning): [string, ConclusionMeaning][] => [
    [meaning, meaning],
    [meanings[meaning], meaning]
  ])
)

/** Returns the meaning of a conclusion that the policy language knows; undefined for a policy's own words. */
export const meaningOfWord = (word: string): ConclusionMeaning | undefined => words.get(word)

type Offer = Pick<GateRule, "oneOf" | "means">

/** Returns the meaning of a conclusion at a gate; undefined if neither the policy nor the language gives it one. */
export const meaningOf = ({ means = {} }: Offer, conclusion: string | undefined): ConclusionMeaning | undefined =>
  conclusion === undefined
    ? undefined
    : Object.hasOwn(means, conclusion)
      ? means[conclusion]
      : meaningOfWord(conclusion)

/** Returns the conclusions that a gate offers: those of the policy, else those of the policy language. */
export const offers = ({ oneOf = [] }: Offer): readonly string[] => (oneOf.length === 0 ? Object.keys(meanings) : oneOf)

/**
 * Returns a conclusion in the gate's own words, also if it was given in the other language; undefined if not offered.
 */
export const offered = (offer: Offer, conclusion: string | undefined): string | undefined => {
  if (conclusion === undefined) return undefined
  const all = offers(offer)
  const meaning = meaningOfWord(conclusion)
  if (all.includes(conclusion)) return conclusion
  return meaning === undefined ? undefined : all.find((each) => meaningOfWord(each) === meaning)
}

/** Returns whether a gate accepts a conclusion. A gate accepts any if the policy lists none. */
export const isOffered = (offer: Offer, conclusion: string): boolean =>
  (offer.oneOf ?? []).length === 0 || offered(offer, conclusion) !== undefined
