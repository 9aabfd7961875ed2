/**
 * Finds what a text quotes from other texts. A single common word is not a quotation: "the server is not there" is
 * kept, whatever a customer wrote. Quotations are
 *
 * - four consecutive words of another text, the last of which may be cut; in Chinese four consecutive characters;
 * - another text as a whole, such as a name;
 * - a word that identifies somebody: an address, a number or a reference of four characters or more.
 */

/** A quotation in a text. */
export interface QuotedSpan {
  readonly start: number
  readonly end: number
}

interface Word extends QuotedSpan {
  readonly text: string
}

/** The number of consecutive words, or Chinese characters, that make a quotation. */
const quotation = 4

/** Matches a word; addresses, numbers and references are one word. Chinese has no blanks between words. */
const words = /(?:(?!\p{Script=Han})[\p{L}\p{N}@._+-])+/gu
const han = /\p{Script=Han}+/gu

/**
 * Returns the words of a text. An error that quotes JSON shows a line break as two characters, which belong to no word.
 */
const wordsOf = (text: string): readonly Word[] =>
  [...text.replace(/\\[nrt]/g, "  ").matchAll(words)].flatMap(({ 0: whole, index }) => {
    const [, before = "", inner = ""] = /^([._+-]*)(.*?)[._+-]*$/u.exec(whole) ?? []
    const start = index + before.length
    return inner === "" ? [] : [{ text: inner, start, end: start + inner.length }]
  })

/** Returns the places where a text quotes the others, in order and without overlap. */
export const quotationsIn = (text: string, others: readonly string[]): readonly QuotedSpan[] => {
  const found = [...wordsQuoted(text, others), ...hanQuoted(text, others)].sort((a, b) => a.start - b.start)
  const apart: QuotedSpan[] = []
  for (const span of found) {
    const last = apart.at(-1)
    if (last === undefined || span.start > last.end) apart.push(span)
    else apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return apart
}

const isApart = (word: string): boolean => word.length >= 4 && /[\p{N}@]/u.test(word)

/** Returns whether a word may be a name. Common words, as in commands and ports, are written in lower case. */
const isName = (word: string): boolean => word.length > 1 && /\p{Lu}|[^\p{ASCII}]/u.test(word)

const keyOf = (some: readonly Word[]): string => some.map(({ text }) => text.toLowerCase()).join(" ")

const wordsQuoted = (text: string, others: readonly string[]): readonly QuotedSpan[] => {
  const names = new Set<string>()
  const apart = new Set<string>()
  const wholes = new Set<string>()
  /** The words that may come after three words. */
  const follows = new Map<string, Set<string>>()
  for (const all of others.map(wordsOf)) {
    const [first] = all
    if (all.length === 1 && first !== undefined && isName(first.text)) names.add(first.text)
    if (all.length > 1 && all.length < quotation) wholes.add(keyOf(all))
    for (const [at, word] of all.entries()) {
      if (isApart(word.text)) apart.add(word.text.toLowerCase())
      if (at < quotation - 1) continue
      const before = keyOf(all.slice(at - quotation + 1, at))
      follows.set(before, (follows.get(before) ?? new Set()).add(word.text.toLowerCase()))
    }
  }
  const begins = (of: Iterable<string>, word: string): boolean => [...of].some((each) => each.startsWith(word))
  const isTelling = (word: string): boolean => {
    const small = word.toLowerCase()
    return names.has(word) || apart.has(small) || (small.length >= 4 && /\P{L}/u.test(small) && begins(apart, small))
  }
  const found = wordsOf(text)
  /** Returns how many words are quoted from this one on. */
  const quotedFrom = (at: number): number => {
    const next = found[at + quotation - 1]?.text.toLowerCase()
    const after = next === undefined ? undefined : follows.get(keyOf(found.slice(at, at + quotation - 1)))
    if (next !== undefined && after !== undefined && (after.has(next) || (next.length > 1 && begins(after, next))))
      return quotation
    for (let length = quotation - 1; length > 1; length--)
      if (at + length <= found.length && wholes.has(keyOf(found.slice(at, at + length)))) return length
    return isTelling(found[at]?.text ?? "") ? 1 : 0
  }
  return found.flatMap(({ start }, at) => {
    const last = found[at + quotedFrom(at) - 1]
    return last === undefined || last.start < start ? [] : [{ start, end: last.end }]
  })
}

const hanQuoted = (text: string, others: readonly string[]): readonly QuotedSpan[] => {
  const parts = new Set<string>()
  for (const other of others) {
    const whole = other.trim()
    if (/^\p{Script=Han}{2,3}$/u.test(whole)) parts.add(whole)
    for (const [run] of other.matchAll(han)) for (const part of partsOf(run, quotation)) parts.add(part.text)
  }
  return [...text.matchAll(han)].flatMap(({ 0: run, index }) =>
    [2, 3, quotation].flatMap((length) =>
      partsOf(run, length).flatMap((part) =>
        parts.has(part.text) ? [{ start: index + part.start, end: index + part.end }] : []
      )
    )
  )
}

/** Returns every part of a length. */
const partsOf = (run: string, length: number): readonly Word[] => {
  const starts: number[] = []
  let place = 0
  for (const character of run) {
    starts.push(place)
    place += character.length
  }
  starts.push(place)
  return starts.slice(length).map((end, at) => {
    const start = starts[at] ?? 0
    return { text: run.slice(start, end), start, end }
  })
}
