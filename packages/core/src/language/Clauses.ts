/** Clauses of a text: a negation or a *very* reaches no further. */
import type { Spans } from "./Parts.ts"

/**
 * Returns the clauses of the given spans: a negation or a *very* reaches no further. Sentence marks, commas, line
 * breaks, *but* and *however*, 但 and 不过 end a clause; a mark within a number (1,200 or 3.5) does not.
 */
export const clauses = (text: string, within: Spans): Spans => {
  const out: number[] = []
  for (let i = 0; i < within.length; i += 2) {
    const [from, to] = [within[i] as number, within[i + 1] as number]
    let start = from
    for (const found of text.slice(from, to).matchAll(separator)) {
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
