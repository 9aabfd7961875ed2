/** What is known of Chinese: how frequent words are, and the simplified form of traditional characters. */
import { hanWords } from "./generated/HanWords.ts"
import { simplified } from "./generated/Simplified.ts"

let levels: ReadonlyMap<string, number> | undefined

/** Made when the first Chinese text is read. */
const made = (): ReadonlyMap<string, number> => {
  const all = new Map<string, number>()
  for (const [length, level, words] of hanWords)
    for (let at = 0; at < words.length; at += length) all.set(words.slice(at, at + length), level)
  return all
}

/**
 * Returns how frequent a simplified Chinese word is: the binary logarithm of its count in some sixty million words,
 * 7 to 20; undefined for a rare word, and for what is none.
 */
export const levelOf = (word: string): number | undefined => {
  levels ??= made()
  return levels.get(word)
}

let forms: Uint16Array | undefined

/** Returns the simplified form of a traditional character; any other unit is its own. */
export const simplify = (unit: number): number => {
  if (forms === undefined) {
    forms = new Uint16Array(65_536)
    for (let at = 0; at < simplified.length; at += 2) forms[simplified.charCodeAt(at)] = simplified.charCodeAt(at + 1)
  }
  return (forms[unit] as number) || unit
}
