/**
 * Message templates: Markdown with `{placeholder}` and no logic. A sentence with a placeholder without a value is left
 * out.
 */

/** Returns the value of a placeholder. `isFirst`: it begins a sentence. */
export type Values = (placeholder: string, isFirst: boolean) => string | undefined

/** A parsed template: its sentences, each as fixed texts and placeholders. */
export interface Template {
  readonly sentences: readonly Sentence[]
}

interface Sentence {
  /** Fixed texts and placeholders by turns, beginning with a text. */
  readonly pieces: readonly string[]
  readonly endsLine: boolean
}

const placeholder = /\{([^{}\n]+)\}/gu
/**
 * Matches a sentence. It ends at its mark or at a line break; a Latin mark counts only before a blank, so that dates
 * and amounts are not cut.
 */
const sentence = /[^\n]*?(?:[。！？；](?:[”’」』）)]*)|[.!?](?=\s|$)|\n|$)/gu

/** Parses a template. */
export const parse = (text: string): Template => ({
  sentences: (text.match(sentence) ?? []).flatMap((part) =>
    part === ""
      ? []
      : {
          pieces: part.split(placeholder).map((piece, i) => (i % 2 === 0 ? piece : piece.trim())),
          endsLine: part.endsWith("\n")
        }
  )
})

/** Returns the placeholders of a template, each once, in order. */
export const placeholdersIn = ({ sentences }: Template): readonly string[] => [
  ...new Set(sentences.flatMap(({ pieces }) => pieces.filter((_, i) => i % 2 === 1)))
]

/** Returns the placeholders in the text of a template. */
export const placeholders = (text: string): readonly string[] => placeholdersIn(parse(text))

const due = "due."

/** Returns the clock whose due a placeholder such as `due.told` asks for; undefined for any other placeholder. */
export const clockDue = (name: string): string | undefined =>
  name.startsWith(due) ? name.slice(due.length) : undefined

/**
 * Returns the text for a reader. A sentence with a placeholder without a value is left out, unless `mustSay` lists that
 * placeholder: the sentence then stays, with a dash for the value.
 */
export const render = ({ sentences }: Template, values: Values, mustSay: readonly string[] = []): string => {
  let text = ""
  for (const one of sentences) text += said(one, values, mustSay) ?? (one.endsLine ? "\n" : "")
  return (text.includes("\n") ? text.replace(/[ \t]+\n/g, "\n") : text).trim()
}

/** Returns a sentence with its values. Every placeholder is evaluated, also if the sentence is left out. */
const said = ({ pieces }: Sentence, values: Values, mustSay: readonly string[]): string | undefined => {
  if (pieces.length === 1) return pieces[0]
  // The last piece is added late, since the next value may remove its last blank.
  let text = ""
  let last = ""
  let isWhole = true
  let isBegun = false
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as string
    const next: string | undefined =
      i % 2 === 0
        ? isDoubled(last, piece)
          ? piece.slice(1)
          : piece
        : values(piece, !isBegun) || (mustSay.includes(piece) ? "—" : undefined)
    if (next === undefined) isWhole = false
    if (next === undefined || next === "") continue
    const isParted = last !== "" && last.charCodeAt(last.length - 1) === BLANK && isBetweenHan(text, last, next)
    const isLed = !isParted && next.charCodeAt(0) === BLANK && isHan(last.slice(-1)) && isHan(firstOf(next, 1))
    text += isParted ? last.slice(0, -1) : last
    last = isLed ? next.slice(1) : next
    isBegun ||= next.trim() !== ""
  }
  return isWhole ? text + last : undefined
}

/** Returns whether a value already ends with the mark that the template puts after it. */
const isDoubled = (value: string, piece: string): boolean => {
  const first = piece.charCodeAt(0)
  if (first !== FULL_STOP && first !== IDEOGRAPHIC_STOP) return false
  let end = value.length - 1
  while (end >= 0 && closing.includes(value.charAt(end))) end--
  return end >= 0 && stops.includes(value.charAt(end))
}
const closing = "”’」』）)"
const stops = "。！？.!?"
const FULL_STOP = 0x2e
const IDEOGRAPHIC_STOP = 0x3002

const han = /[\p{Script=Han}，。；：、（）“”《》！？]/u
/**
 * Returns whether a character is Chinese. It is called for every blank, so most characters are decided without the
 * pattern.
 */
const isHan = (character: string): boolean => {
  const unit = character.charCodeAt(0)
  return unit >= 0x80 && ((unit >= 0x4e00 && unit <= 0x9fff) || han.test(character))
}
const BLANK = 32

/** Returns whether the blank at the end of `last` stands between Chinese characters, where none is written. */
const isBetweenHan = (text: string, last: string, next: string): boolean => {
  const before = last.length > 2 ? last : text + last
  return isHan(lastOf(before, before.length - 1)) && isHan(firstOf(next, 0))
}

/** Returns the character that ends at an offset of a text. */
const lastOf = (text: string, end: number): string => {
  const pair = end < 2 ? undefined : text.codePointAt(end - 2)
  return pair !== undefined && pair > 0xffff ? String.fromCodePoint(pair) : text.slice(end - 1, end)
}

/** Returns the character that begins at an offset of a text. */
const firstOf = (text: string, at: number): string => {
  const point = text.codePointAt(at)
  return point === undefined ? "" : String.fromCodePoint(point)
}
