/**
 * Errors of adapters without what they were given of a person: an adapter may put an address or the customer's words
 * into what it throws, and a host's log is no place for these.
 *
 * Invariant: nothing of an error goes on but its name, its code, its cleaned message and where it was thrown.
 */
import { Letters, Visible } from "@hearback/core"

const hidden = "[personal]"

/** So many causes of an error are kept. */
const mostCauses = 4
const mostText = 20_000
/** So much of what an error says is kept. */
const mostSaid = 1_000

/** A word as texts have it; addresses, numbers and references stay whole. */
const words = /[\p{L}\p{N}@._+-]+/gu
const han = /\p{Script=Han}+/gu

/** Returns a text in which everything is hidden that also stands in one of the personal texts. */
export const withoutPersonal = (text: string, personal: readonly string[]): string => {
  const given = personal.filter((one) => one.trim() !== "").map((one) => one.slice(0, mostText))
  return given.length === 0 ? text : withoutWords(withoutHan(text, given.join("\n")), given)
}

/**
 * Returns why a channel did not take a message, in one line and cut: what it was given of a person is an ellipsis. Staff of
 * several cases may read it, and it is told to them in their own language.
 */
export const reasonSaid = (reason: string, personal: readonly string[]): string => {
  const said = withoutPersonal(reason.slice(0, mostText), personal).replaceAll(hidden, "…")
  return Visible.cutLine(Visible.visibleLine(said.replace(/\s+/gu, " ").trim()), Letters.longestReason)
}

/** Returns every text within a value, such as a command or feedback. */
export const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Returns an error with the same name, code and place, and nothing personal. */
export const cleanedError = (cause: unknown, personal: readonly string[], depth = 1): Error => {
  if (!(cause instanceof Error)) return new Error(withoutPersonal(String(cause), personal).slice(0, mostSaid))
  const inner =
    cause.cause === undefined || depth >= mostCauses ? {} : { cause: cleanedError(cause.cause, personal, depth + 1) }
  return saying(cause, withoutPersonal(cause.message, personal).slice(0, mostSaid), inner)
}

/** Returns an error with the same name, code and place, without what it says. */
export const withheld = (cause: unknown): Error => {
  const said = "what it says is withheld"
  return cause instanceof Error ? saying(cause, said, {}) : new Error(said)
}

const saying = (error: Error, message: string, inner: { readonly cause?: Error }): Error => {
  const { code } = error as { readonly code?: unknown }
  // The first lines of a stack repeat the message.
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))
  return Object.assign(new Error(message, inner), {
    name: error.name,
    stack: [`${error.name}: ${message}`, ...frames].join("\n"),
    ...(typeof code === "string" || typeof code === "number" ? { code } : {})
  })
}

/** Han has no blanks between words: what shares two characters in a row with the personal text is hidden. */
const withoutHan = (text: string, given: string): string =>
  text.replace(han, (run) => {
    const characters = [...run]
    const isShared = (at: number): boolean => {
      const pair = characters.slice(at, at + 2)
      return pair.length === 2 && given.includes(pair.join(""))
    }
    let cleaned = ""
    for (const [at, character] of characters.entries())
      if (!isShared(at) && !isShared(at - 1)) cleaned += character
      else if (!cleaned.endsWith(hidden)) cleaned += hidden
    return cleaned
  })

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(words)].flatMap(({ 0: whole, index }) => {
    const [, before = "", inner = ""] = /^([._+-]*)(.*?)[._+-]*$/u.exec(whole) ?? []
    const start = index + before.length
    return inner === "" ? [] : [{ text: inner, start, end: start + inner.length }]
  })

/** A short text, such as a name, is personal word by word; of a long one the words that tell somebody apart. */
const isTelling = ({ text }: Word, of: readonly Word[]): boolean =>
  text.length > 1 && (of.length <= 4 || /[\p{N}@\p{Lu}]|[^\p{ASCII}]/u.test(text))

/** So many ordinary words in a row are a quotation. */
const quotation = 3

const withoutWords = (text: string, given: readonly string[]): string => {
  const telling = new Set<string>()
  const ordinary = new Set<string>()
  for (const all of given.map(wordsOf))
    for (const word of all) {
      ordinary.add(word.text.toLowerCase())
      if (isTelling(word, all)) telling.add(all.length <= 4 ? word.text.toLowerCase() : word.text)
    }
  const isOfPerson = ({ text: word }: Word): boolean =>
    [word, word.toLowerCase()].some((form) => telling.has(form)) ||
    // A text that was cut off ends within a word.
    (word.length > 1 && [...telling].some((each) => each.startsWith(word)))
  const found = wordsOf(text)
  const isShared = found.map((word) => ordinary.has(word.text.toLowerCase()))
  const runAt = (at: number): number => {
    let [from, to] = [at, at]
    while (isShared[from - 1] === true) from -= 1
    while (isShared[to + 1] === true) to += 1
    return to - from + 1
  }
  let cleaned = ""
  let end = 0
  for (const [at, word] of found.entries()) {
    if (!isOfPerson(word) && !(isShared[at] === true && runAt(at) >= quotation)) continue
    cleaned += text.slice(end, word.start) + hidden
    end = word.end
  }
  return cleaned + text.slice(end)
}
