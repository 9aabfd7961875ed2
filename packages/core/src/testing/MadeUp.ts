/**
 * A language that is made up for a test: the texts of a real one, each between marks. It is put into the registries of texts as
 * a real one is. What is said in it without marks is a text that stands outside the files of texts.
 */
import { type Language, languages } from "../policy/Rule.ts"

/** Its name; no registry has it but while a test runs. */
export const madeUp = "qaa" as Language

const [open, close] = ["⟦", "⟧"]

/** Returns texts of the same keys, each between marks; what a function says is marked too. */
const marked = <T>(texts: T): T => mark(texts) as T

const mark = (texts: unknown): unknown => {
  if (typeof texts === "string") return `${open}${texts}${close}`
  if (typeof texts === "function") return (...about: readonly unknown[]) => mark(texts(...about))
  if (Array.isArray(texts)) return texts.map(mark)
  if (typeof texts !== "object" || texts === null) return texts
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, mark(text)]))
}

type Registries = readonly Readonly<Record<Language, unknown>>[]

/** Adds the made-up language: `registries` have it, made of `base`, and `languages` lists it. Returns how it is taken out again. */
export const speak = (base: Language, registries: Registries): (() => void) => {
  for (const texts of registries) Object.assign(texts, { [madeUp]: marked(texts[base]) })
  ;(languages as unknown as Language[]).push(madeUp)
  return () => {
    ;(languages as unknown as Language[]).pop()
    for (const texts of registries) Reflect.deleteProperty(texts, madeUp)
  }
}

/** Speaks the made-up language while something runs. */
export const whileSpoken = <T>(base: Language, registries: Registries, run: () => T): T => {
  const end = speak(base, registries)
  try {
    return run()
  } finally {
    end()
  }
}

const innermost = new RegExp(`${open}[^${open}${close}]*${close}`, "g")

/** Returns what stands outside all marks. */
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

/** Returns the words that stand outside all marks, and those inside that are of another language: none where all is well. */
export const unmarked = (said: string, base: Language, own: unknown = {}): readonly string[] => [
  ...(outside(said).match(/\p{L}+/gu) ?? []),
  ...foreign(said, base, own)
]

/**
 * Returns words of another language than the base, which a sentence got past its own language; `own`: whatever holds the words
 * of people and the names that it may say. Names between backticks count for nothing.
 */
const foreign = (said: string, base: Language, own: unknown): readonly string[] => {
  const theirs = new Set(textsIn(own).flatMap(wordsIn))
  const isForeign = base === "zh-CN" ? /[A-Za-z]/ : /\p{Script=Han}/u
  return wordsIn(said.replace(/`[^`]*`/g, "")).filter((word) => isForeign.test(word) && !theirs.has(word))
}
