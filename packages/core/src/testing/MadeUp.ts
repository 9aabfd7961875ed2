/**
 * A made-up language for tests: the texts of a real language, each between marks, in the same registries. Words of a
 * sentence without marks are then known to stand outside the files of texts.
 */
import { type Language, languages } from "../policy/Rule.ts"

/** The name of the made-up language. It is registered only while a test runs. */
export const madeUp = "qaa" as Language

const [open, close] = ["⟦", "⟧"]

/** Returns texts with the same keys, each between marks. What a function returns is marked, too. */
const marked = <T>(texts: T): T => mark(texts) as T

const mark = (texts: unknown): unknown => {
  if (typeof texts === "string") return `${open}${texts}${close}`
  if (typeof texts === "function") return (...about: readonly unknown[]) => mark(texts(...about))
  if (Array.isArray(texts)) return texts.map(mark)
  if (typeof texts !== "object" || texts === null) return texts
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, mark(text)]))
}

type Registries = readonly Readonly<Record<Language, unknown>>[]

/**
 * Registers the made-up language: made of `base` in `registries`, and listed in `languages`. Returns a function that
 * removes it again.
 */
export const speak = (base: Language, registries: Registries): (() => void) => {
  for (const texts of registries) Object.assign(texts, { [madeUp]: marked(texts[base]) })
  ;(languages as unknown as Language[]).push(madeUp)
  return () => {
    ;(languages as unknown as Language[]).pop()
    for (const texts of registries) Reflect.deleteProperty(texts, madeUp)
  }
}

/** Registers the made-up language while a function runs. */
export const whileSpoken = <T>(base: Language, registries: Registries, run: () => T): T => {
  const end = speak(base, registries)
  try {
    return run()
  } finally {
    end()
  }
}

const innermost = new RegExp(`${open}[^${open}${close}]*${close}`, "g")

/** Returns the parts of a text outside all marks. */
export const outside = (said: string): string => {
  const less = said.replace(innermost, "")
  return less === said ? said : outside(less)
}

const wordsIn = (text: string): readonly string[] => text.match(/[A-Za-z]{2,}|\p{Script=Han}+/gu) ?? []

const textsIn = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? [...Object.keys(value), ...Object.values(value).flatMap(textsIn)]
      : []

/** Returns the words outside all marks, and marked words of another language; empty if there are none. */
export const unmarked = (said: string, base: Language, own: unknown = {}): readonly string[] => [
  ...(outside(said).match(/\p{L}+/gu) ?? []),
  ...foreign(said, base, own)
]

/**
 * Returns words of another language than the base that a sentence contains. `own`: an object with the words of people
 * and the names that the sentence may contain. Names between backticks do not count.
 */
const foreign = (said: string, base: Language, own: unknown): readonly string[] => {
  const theirs = new Set(textsIn(own).flatMap(wordsIn))
  const isForeign = base === "zh-CN" ? /[A-Za-z]/ : /\p{Script=Han}/u
  return wordsIn(said.replace(/`[^`]*`/g, "")).filter((word) => isForeign.test(word) && !theirs.has(word))
}
