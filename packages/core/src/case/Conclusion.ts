/**
 * What the conclusions of a decision mean to the engine, whatever a policy calls them: a policy says so by `one-of`.
 *
 * The words of the language mean themselves, in English and in Chinese.
 */
import type { ConclusionMeaning, GateRule } from "../policy/Bundle.ts"

/** Each meaning with its word in Chinese policies; `other` closes, and nothing follows from it. */
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

/** Returns the meaning of a word of the language; undefined for a policy's own words. */
export const meaningOfWord = (word: string): ConclusionMeaning | undefined => words.get(word)

type Offer = Pick<GateRule, "oneOf" | "means">

/** Returns what a conclusion means at a gate; undefined where neither the policy nor the language says so. */
export const meaningOf = ({ means = {} }: Offer, conclusion: string | undefined): ConclusionMeaning | undefined =>
  conclusion === undefined
    ? undefined
    : Object.hasOwn(means, conclusion)
      ? means[conclusion]
      : meaningOfWord(conclusion)

/** Returns the conclusions that a gate offers; where the policy leaves them open, the words of the language. */
export const offers = ({ oneOf = [] }: Offer): readonly string[] => (oneOf.length === 0 ? Object.keys(meanings) : oneOf)

/** Returns a conclusion as the gate offers it, also where it is said in the other language; else undefined. */
export const offered = (offer: Offer, conclusion: string | undefined): string | undefined => {
  if (conclusion === undefined) return undefined
  const all = offers(offer)
  const meaning = meaningOfWord(conclusion)
  if (all.includes(conclusion)) return conclusion
  return meaning === undefined ? undefined : all.find((each) => meaningOfWord(each) === meaning)
}

/** Returns whether a gate takes a conclusion: any, where the policy leaves them open. */
export const isOffered = (offer: Offer, conclusion: string): boolean =>
  (offer.oneOf ?? []).length === 0 || offered(offer, conclusion) !== undefined
