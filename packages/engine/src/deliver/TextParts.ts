/**
 * Divides a text into parts of a length, each of which says which part it is.
 *
 * Invariant: the parts without their marks and the blanks between them are the text; none is longer than the length.
 */

/**
 * Ends of paragraphs, lines, sentences and words. A part ends at the first kind that leaves the part at least half
 * full.
 */
const ends: readonly RegExp[] = [/\n\s*\n/g, /\n/g, /[.!?](?=\s)|[。！？；…]/g, /\s|[，、,]/g]

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" })

/** Returns a text in parts, or whole if it fits.  Units: `length` as `String.length` counts. */
export const partsOf = (text: string, length: number): readonly [string, ...string[]] => {
  if (text.length <= length) return [text]
  // The number of parts depends on the length of their marks, which may need more digits.
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

/** Returns where a piece of at most a length ends, between two sentences or words if possible. */
const endWithin = (text: string, length: number): number => {
  // One more character is looked at, since a blank after the piece is an end, too.
  const within = text.slice(0, length + 1)
  for (const kind of ends) {
    const last = [...within.matchAll(kind)].map((found) => endOf(found)).findLast((end) => end <= length)
    if (last !== undefined && last >= length / 2) return last
  }
  return wholeCharacters(text, length)
}

/** Returns where a piece ends: before a blank, or after a punctuation mark. */
const endOf = ({ 0: found, index }: RegExpMatchArray): number => (index ?? 0) + (found.trim() === "" ? 0 : found.length)

/** Returns the end of the last whole character that fits. A single character may be longer than a part. */
const wholeCharacters = (text: string, length: number): number => {
  let end = 0
  for (const { index, segment } of graphemes.segment(text.slice(0, length * 2))) {
    if (index + segment.length > length) break
    end = index + segment.length
  }
  return end === 0 ? length : end
}
