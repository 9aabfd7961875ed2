/**
 * A text in parts of a length, each of which says which part it is.
 * Invariant: without their marks and the blanks between them the parts are the text; none is longer than the length.
 */

/** Ends of a paragraph, a line, a sentence and a word: a part ends at the first kind that leaves it at least half full. */
const ends: readonly RegExp[] = [/\n\s*\n/g, /\n/g, /[.!?](?=\s)|[。！？；…]/g, /\s|[，、,]/g]

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" })

/** Returns a text in parts, or whole where it fits.  Units: `length` as `String.length` counts. */
export const partsOf = (text: string, length: number): readonly [string, ...string[]] => {
  if (text.length <= length) return [text]
  // How many parts there are is known once their marks are: a mark may need another digit.
  for (let digits = 1; ; digits++) {
    const pieces = cut(text, length - ` (${"9".repeat(digits)}/${"9".repeat(digits)})`.length)
    const [first = "", ...rest] = pieces
    if (String(pieces.length).length > digits) continue
    if (rest.length === 0) return [first]
    return [`${first} (1/${pieces.length})`, ...rest.map((piece, n) => `${piece} (${n + 2}/${pieces.length})`)] as const
  }
}

const cut = (text: string, length: number): readonly string[] => {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > length) {
    const end = endWithin(rest, length)
    pieces.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest === "" ? pieces : [...pieces, rest]
}

/** Where a piece of at most a length ends, between two sentences or words where there are some. */
const endWithin = (text: string, length: number): number => {
  // One character more: a blank behind the piece is an end of it.
  const within = text.slice(0, length + 1)
  for (const kind of ends) {
    const last = [...within.matchAll(kind)].map((found) => endOf(found)).findLast((end) => end <= length)
    if (last !== undefined && last >= length / 2) return last
  }
  return wholeCharacters(text, length)
}

/** What is a blank ends before it, a mark of punctuation behind it. */
const endOf = ({ 0: found, index }: RegExpMatchArray): number => (index ?? 0) + (found.trim() === "" ? 0 : found.length)

/** The end of the last character that fits as a whole, whatever it is made of; one alone may be longer than a part. */
const wholeCharacters = (text: string, length: number): number => {
  let end = 0
  for (const { index, segment } of graphemes.segment(text.slice(0, length * 2))) {
    if (index + segment.length > length) break
    end = index + segment.length
  }
  return end === 0 ? length : end
}
