/** Finds the end of a message that says nothing about its matter: signatures and disclaimers. */
import * as Marks from "./Marks.ts"

/** The kind of a part of a message. */
export type PartKind =
  | "own"
  | "quoted"
  | "forwarded"
  /** Who wrote a quoted message, when and to whom. */
  | "header"
  | "signature"
  | "disclaimer"
  /** The name of a field of a form. */
  | "label"

/** One line of a message. */
export interface MessageLine {
  readonly start: number
  /** The offset of its end, with its line break. */
  readonly end: number
  /** The text without its line break, cut to the longest length of a mark. */
  readonly text: string
  readonly trimmed: string
  /** Where its words begin after the signs of quotation; 0 if it has none. */
  readonly quotedFrom: number
  /** The number of signs of quotation. */
  readonly depth: number
}

/** Returns the words of a line without signs of quotation and outer blanks. */
export const unquoted = ({ text, quotedFrom }: MessageLine): string => text.slice(quotedFrom).trim()

/** Marks signatures, disclaimers and names of devices, each within the words of one person. */
export const signs = (lines: readonly MessageLine[], kinds: PartKind[]): void => {
  for (let from = 0; from < lines.length; ) {
    const kind = kinds[from] as PartKind
    let to = from + 1
    while (to < lines.length && kinds[to] === kind) to++
    if (kind === "own" || kind === "forwarded") sign(lines, kinds, from, to)
    from = to
  }
}

const sign = (lines: readonly MessageLine[], kinds: PartKind[], from: number, to: number): void => {
  disclaim(lines, kinds, from, to)
  let last = to - 1
  while (last >= from && (unquoted(lines[last] as MessageLine) === "" || kinds[last] === "disclaimer")) last--
  for (let i = from; i < to; i++) {
    if (kinds[i] === "disclaimer") continue
    const line = lines[i] as MessageLine
    const text = line.text.slice(line.quotedFrom)
    if (Marks.isSignatureMark(text, to - i)) {
      for (let n = i; n < to; n++) if (kinds[n] !== "disclaimer") kinds[n] = "signature"
      return
    }
    if (Marks.isDevice(text.trim(), i === last)) kinds[i] = "signature"
    else if (Marks.isFarewell(text.trim())) i = signed(lines, kinds, i, to) - 1
  }
}

/** Marks the lines of a name and of what follows it; returns the first line that belongs to neither. */
const signed = (lines: readonly MessageLine[], kinds: PartKind[], from: number, to: number): number => {
  kinds[from] = "signature"
  let at = from + 1
  for (let named = 0; at < to && named < 8; at++) {
    const text = unquoted(lines[at] as MessageLine)
    if (kinds[at] === "disclaimer") continue
    if (!Marks.maySign(text)) break
    if (text !== "") named++
    kinds[at] = "signature"
  }
  return at
}

/** Marks the paragraphs of a disclaimer, with the drawn line above them and what follows below that line. */
const disclaim = (lines: readonly MessageLine[], kinds: PartKind[], from: number, to: number): void => {
  for (let start = from; start < to; ) {
    let end = start
    while (end < to && unquoted(lines[end] as MessageLine) !== "") end++
    // A drawn line may stand above the paragraph, or be part of it.
    let first = start
    while (first < end && Marks.isRule(unquoted(lines[first] as MessageLine))) first++
    const drawn = lines.slice(first, end).findIndex((line) => Marks.isRule(unquoted(line)))
    const below = drawn < 0 ? -1 : first + drawn
    if (first < end && Marks.isDisclaimer(paragraph(lines, first, end)))
      for (let n = start; n < end; n++) kinds[n] = "disclaimer"
    else if (below >= 0 && below + 1 < end && Marks.isDisclaimer(paragraph(lines, below + 1, end)))
      for (let n = below; n < end; n++) kinds[n] = "disclaimer"
    start = end + 1
  }
}

const paragraph = (lines: readonly MessageLine[], from: number, to: number): string =>
  lines
    .slice(from, Math.min(to, from + 8))
    .map(unquoted)
    .join(" ")
    .slice(0, 4 * Marks.LONGEST_MARK)
