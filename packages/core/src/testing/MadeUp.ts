/**
 * A language that is made up for a test: the texts of a real one, each between marks. It is put into the registries of texts as
 * a real one is. What is said in it without marks is a text that stands outside the files of texts.
 */
import type { Language } from "../policy/Rule.ts"

/** Its name; no registry has it but while a test runs. */
export const madeUp = "qaa" as Language

const [open, close] = ["⟦", "⟧"]

/** Returns texts of the same keys, each between marks; what a function says is marked too. */
export const marked = <T>(texts: T): T => mark(texts) as T

const mark = (texts: unknown): unknown => {
  if (typeof texts === "string") return `${open}${texts}${close}`
  if (typeof texts === "function") return (...about: readonly unknown[]) => mark(texts(...about))
  if (Array.isArray(texts)) return texts.map(mark)
  if (typeof texts !== "object" || texts === null) return texts
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, mark(text)]))
}

/** Puts the made-up language into registries, and returns what takes it out again; `base`: the language that it is made of. */
export const speak = (base: Language, ...registries: readonly Readonly<Record<Language, unknown>>[]): (() => void) => {
  for (const texts of registries) Object.assign(texts, { [madeUp]: marked(texts[base]) })
  return () => {
    for (const texts of registries) Reflect.deleteProperty(texts, madeUp)
  }
}

/** Returns what stands outside all marks. */
export const outside = (said: string): string => {
  let depth = 0
  return [...said]
    .filter((letter) => {
      if (letter === open) depth += 1
      if (letter === close) depth -= 1
      return depth === 0 && letter !== close
    })
    .join("")
}

const wordsIn = (text: string): readonly string[] => text.match(/[A-Za-z]{2,}|\p{Script=Han}+/gu) ?? []

const textsIn = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? [...Object.keys(value), ...Object.values(value).flatMap(textsIn)]
      : []

/**
 * Returns words of another language than the base, which a sentence got past its own language; `own`: whatever holds the words
 * of people and the names that it may say. Names between backticks count for nothing.
 */
export const foreign = (said: string, base: Language, own: unknown): readonly string[] => {
  const theirs = new Set(textsIn(own).flatMap(wordsIn))
  const isForeign = base === "zh-CN" ? /[A-Za-z]/ : /\p{Script=Han}/u
  return wordsIn(said.replace(/`[^`]*`/g, "")).filter((word) => isForeign.test(word) && !theirs.has(word))
}
