/**
 * How alike two texts are, by the pairs of neighbouring characters that both have.
 *
 * Case, width, blanks and punctuation do not count. 支付页报错 and 支付页又报错了 share 3 of the 4 pairs of the
 * shorter one: 0.75. A text that repeats within a longer one is therefore wholly alike to it.
 */

/** Returns the share of the shorter text's pairs that the other one has, 0 to 1; 0 where either has no words. */
export const alike = (a: string, b: string): number => likeTo(b)(a)

/** The same for many texts beside one, which is read once. */
export const likeTo = (b: string): ((a: string) => number) => {
  const plainB = normalise(b)
  const pairsB = pairs(plainB)
  return (a) => share(normalise(a), plainB, pairsB)
}

const share = (plainA: readonly string[], plainB: readonly string[], pairsB: ReadonlySet<number>): number => {
  if (plainA.length === 0 || plainB.length === 0) return 0
  const pairsA = pairs(plainA)
  // A single character has no pair; it is alike to itself alone.
  if (pairsA.size === 0 || pairsB.size === 0) return plainA.join("") === plainB.join("") ? 1 : 0
  const [few, many] = pairsA.size <= pairsB.size ? [pairsA, pairsB] : [pairsB, pairsA]
  let common = 0
  for (const pair of few) if (many.has(pair)) common++
  return common / few.size
}

const normalise = (text: string): readonly string[] => [
  ...text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}]/gu, "")
]

/** A pair as one number: sets of numbers take half the time of sets of strings. */
const pairs = (characters: readonly string[]): ReadonlySet<number> => {
  const found = new Set<number>()
  for (let i = 1; i < characters.length; i++) {
    found.add((characters[i - 1]?.codePointAt(0) ?? 0) * 0x110000 + (characters[i]?.codePointAt(0) ?? 0))
  }
  return found
}
