// Reads a vocabulary: words of praise and fault by weight. A section begins with its name in brackets. Words are
// separated by commas, or by blanks on a line without commas. Braces stand for several words: {很,挺}好 is 很好 and 挺好.
import type { Tone } from "@hearback/core"

const weights: Readonly<Record<string, number>> = {
  "negative strong": -3,
  "negative plain": -2,
  "negative slight": -1,
  "positive strong": 3,
  "positive plain": 2,
  "positive slight": 1,
  neutral: 0
}

/** Returns the words of a vocabulary's text, each once in its section. */
export const wordsOf = (text: string): readonly Tone.ToneWords[] => {
  const sections = new Map<number, string[]>()
  let words: string[] = []
  for (const line of text.split("\n")) {
    const weight = line.startsWith("[") ? weights[line.slice(1, -1)] : undefined
    if (weight !== undefined) {
      words = sections.get(weight) ?? []
      sections.set(weight, words)
    } else if (!line.startsWith("#")) words.push(...wordsIn(line))
  }
  return [...sections].map(([weight, found]) => ({ weight, words: [...new Set(found)] }))
}

const wordsIn = (line: string): readonly string[] =>
  (line.includes(", ") ? line.split(", ") : line.split(" "))
    .map((word) => word.replace(/,$/, "").trim())
    .filter((word) => word !== "")
    .flatMap(spelledOut)

const spelledOut = (word: string): readonly string[] => {
  const [whole, before = "", choices = "", after = ""] = /^(.*?)\{(.*?)\}(.*)$/.exec(word) ?? []
  if (whole === undefined) return [word]
  return choices.split(",").flatMap((one) => spelledOut(`${before}${one}${after}`))
}
