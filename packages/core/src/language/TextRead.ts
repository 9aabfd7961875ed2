/**
 * One text as a dictionary reads it: the spans that are read, its clauses, and the words found by layer. Offsets count
 * from the text's own beginning, so a text is read once and can be used in any conversation.
 */
import { type Spans, wordsRead } from "./part/Parts.ts"
import type { Hit, WordFinder } from "./Words.ts"

/** A text that was read with the words of a dictionary. */
export interface TextRead {
  readonly text: string
  /** The spans that are read. */
  readonly own: Spans
  readonly clauses: Spans
  readonly hits: readonly (readonly Hit[])[]
}

/** Reads a text with the words of a dictionary, which have `layers` layers. */
export const readText = (text: string, words: WordFinder, layers: number): TextRead => {
  const own = wordsRead(text)
  const hits: Hit[][] = []
  for (let layer = 0; layer < layers; layer++) hits.push([])
  for (let i = 0; i < own.length; i += 2)
    for (const hit of words.find(text, own[i] as number, own[i + 1] as number)) hits[hit.layer]?.push(hit)
  return { text, own, clauses: clauses(text, own), hits }
}

/**
 * Returns the clauses of the given spans. A negation or a *very* has no effect beyond its clause. Sentence marks,
 * commas, line breaks, *but* and *however*, 但 and 不过 end a clause; a mark within a number (1,200 or 3.5) does not.
 */
export const clauses = (text: string, within: Spans): Spans => {
  const out: number[] = []
  for (let i = 0; i < within.length; i += 2) {
    const [from, to] = [within[i] as number, within[i + 1] as number]
    const part = text.slice(from, to)
    let start = from
    separator.lastIndex = 0
    for (let found = separator.exec(part); found !== null; found = separator.exec(part)) {
      const at = from + found.index
      if (at > start) out.push(start, at)
      start = at + found[0].length
    }
    if (to > start) out.push(start, to)
  }
  return out
}

const separator =
  /[。！？；，…!?;\r\n]|[.,:](?!\d)|：|但是|但|不过|可是|然而|(?<![\p{L}\p{N}])(?:but|however|although|though)(?![\p{L}\p{N}])/giu
