/**
 * Weighs the words of categories: which category a text is about, and how sure that is.
 *
 * A Chinese word weighs its number of characters, a Latin word two, since longer words say more. A repeated word counts
 * once. A category supports a more specific one below it, and is then not its rival. The answer depends on the words
 * alone, never on the order of the dictionary.
 */

/** A word of a category in a text. */
export interface CategoryHit {
  readonly word: string
  readonly start: number
  readonly end: number
  readonly category: string
}

/** A category with its words and their weight. */
export interface Candidate {
  readonly category: string
  readonly hits: readonly CategoryHit[]
}

/** The category that was chosen, a tie, or that none was found. */
export type Choice =
  | { readonly _tag: "None" }
  | {
      readonly _tag: "One"
      readonly category: string
      /** Its weight over the sum of its own and the next one's, from 0 to 1. */
      readonly confidence: number
      readonly second?: { readonly category: string; readonly confidence: number }
    }
  /** Equal weights: `common` is the nearest category that all of them lie under. */
  | { readonly _tag: "Tie"; readonly candidates: readonly Candidate[]; readonly common?: string }

/** The weights of the dictionary's words, kept since they are weighed again and again. */
const known = new Map<string, number>()

/** Returns the weight of a word of the dictionary. */
const weigh = (word: string): number => {
  let weight = known.get(word)
  if (weight === undefined) {
    weight = weighOnce(word)
    known.set(word, weight)
  }
  return weight
}

const weighOnce = (word: string): number => {
  let weight = 0
  for (const run of word.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}'’]+/gu) ?? [])
    weight += /\p{Script=Han}/u.test(run) ? 1 : 2
  return Math.max(weight, 1)
}

/** Returns the weight of the distinct words of some hits. */
export const weighAll = (hits: readonly { readonly word: string }[]): number => {
  const [first] = hits
  if (first === undefined) return 0
  if (hits.length === 1) return weigh(first.word)
  const counted = new Set<string>()
  let weight = 0
  for (const { word } of hits) if (counted.size < counted.add(word).size) weight += weigh(word)
  return weight
}

/** Returns the categories above each category, nearest first. A cycle is followed only once. */
export const lineage = (
  categories: readonly { readonly name: string; readonly under?: string }[]
): ReadonlyMap<string, readonly string[]> => {
  const parents = new Map(categories.map(({ name, under }) => [name, under]))
  return new Map(
    categories.map(({ name }) => {
      const above: string[] = []
      for (let at = parents.get(name); at !== undefined && at !== name && !above.includes(at); at = parents.get(at)) {
        above.push(at)
      }
      return [name, above]
    })
  )
}

/** Chooses the category with the largest weight. */
export const choose = (hits: readonly CategoryHit[], above: ReadonlyMap<string, readonly string[]>): Choice => {
  const [only] = hits
  if (only === undefined) return { _tag: "None" }
  if (hits.every(({ category }) => category === only.category))
    return { _tag: "One", category: only.category, confidence: 1 }
  const own = weights(hits)
  const aboveOf = (name: string): readonly string[] => above.get(name) ?? []
  const supporters = new Set([...own.keys()].flatMap(aboveOf))
  const support = (name: string): number =>
    [name, ...aboveOf(name)].reduce((sum, member) => sum + (own.get(member) ?? 0), 0)
  const ranked = [...own.keys()]
    .filter((name) => !supporters.has(name))
    .map((name) => ({ name, support: support(name) }))
    .sort((a, b) => b.support - a.support || (a.name < b.name ? -1 : 1))
  const [best] = ranked
  if (best === undefined) return { _tag: "None" }
  const tied = ranked.filter((other) => other.support === best.support).map(({ name }) => name)
  if (tied.length > 1) {
    const common = aboveOf(best.name).find((member) => tied.every((name) => aboveOf(name).includes(member)))
    const candidates = tied.map((category) => ({ category, hits: hits.filter((hit) => hit.category === category) }))
    return { _tag: "Tie", candidates, ...(common !== undefined && { common }) }
  }
  // Words that support both do not decide between them.
  const rivals = ranked.slice(1).map((rival) => {
    const shared = aboveOf(rival.name).filter((member) => aboveOf(best.name).includes(member))
    const both = shared.reduce((sum, member) => sum + (own.get(member) ?? 0), 0)
    return { category: rival.name, confidence: (rival.support - both) / (best.support + rival.support - 2 * both) }
  })
  const second = rivals.reduce<(typeof rivals)[number] | undefined>(
    (most, rival) => (most === undefined || rival.confidence > most.confidence ? rival : most),
    undefined
  )
  if (second === undefined) return { _tag: "One", category: best.name, confidence: 1 }
  return { _tag: "One", category: best.name, confidence: 1 - second.confidence, second }
}

const weights = (hits: readonly CategoryHit[]): ReadonlyMap<string, number> => {
  const own = new Map<string, number>()
  const counted = new Map<string, Set<string>>()
  for (const { category, word } of hits) {
    const words = counted.get(category) ?? new Set()
    if (words.size === 0) counted.set(category, words)
    if (words.has(word)) continue
    words.add(word)
    own.set(category, (own.get(category) ?? 0) + weigh(word))
  }
  return own
}
