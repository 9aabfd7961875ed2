/**
 * Translates words of the language that texts of this product quote between backticks. Titles, descriptions and the
 * help of diagnostics are written once, with English words, and shown with Chinese words to authors with Chinese
 * keys.
 */
import { lengthIn, offsetIn, pointIn, spellIn } from "./Unit.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** The Chinese word for each English word of the language, at any place. */
export type Glossary = ReadonlyMap<string, string>

/** The parts of a schema from which a glossary is made. */
interface Described {
  readonly enum?: ReadonlyArray<unknown>
  readonly properties?: Readonly<Record<string, Described>>
  readonly [key: string]: unknown
}

/** Makes a glossary of schemas: keys before choices, and the first word of several counts. */
export const glossaryOf = (schemas: ReadonlyArray<object>): Glossary => {
  const [keys, choices] = [new Map<string, string>(), new Map<string, string>()]
  const put = (into: Map<string, string>, en: unknown, zh: unknown): void => {
    if (typeof en === "string" && typeof zh === "string" && !into.has(en)) into.set(en, zh)
  }
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each)
    if (typeof value !== "object" || value === null || Array.isArray(value)) return
    const { enum: words, properties, "x-enum-zh": zh } = value as Described
    for (const [key, each] of Object.entries(properties ?? {})) put(keys, key, each["x-zh"] ?? each["x-title-zh"])
    if (Array.isArray(zh)) for (const [index, word] of (words ?? []).entries()) put(choices, word, zh[index])
    for (const each of Object.values(value)) visit(each)
  }
  for (const each of schemas) visit(each)
  const open = [Vocabulary.never, Vocabulary.who, Vocabulary.moments, Vocabulary.inputs, Vocabulary.fields]
  return new Map([...open.reverse().flatMap((table) => Object.entries(table)), ...choices, ...keys, ["not", "非"]])
}

/** Returns a text with its quotations in Chinese words. Words in `kept` come from a person and stay unchanged. */
export const inChinese = (text: string, glossary: Glossary, kept: ReadonlySet<string> = new Set()): string =>
  text.replace(/`([^`\n]+)`/gu, (whole, quoted: string) => {
    if (kept.has(quoted) || quoted.startsWith("hearback ")) return whole
    const quantity = [lengthIn, pointIn, offsetIn, spellIn].map((read) => read(quoted, "zh-CN")).find(isFound)
    const inner = quoted.replace(length, (words) => lengthIn(words, "zh-CN") ?? words)
    return `\`${quantity ?? inner.replace(token, (word) => wordIn(word, glossary))}\``
  })

const isFound = (text: string | undefined): text is string => text !== undefined

/** Matches a duration within a snippet: `observe: 30 days`. */
const length = /(?<![\w-])\d+ (?:working )?(?:minute|hour|day|week|month|year)s?(?![\w-])/gu

/** Matches words that are not part of a path, a file name, `pack:base` or a placeholder. */
const token = /(?<![\w:./{-])[a-z][a-z-]*(?:\.[a-z][a-z-]*)*(?![\w/-]|\.\w|:\S)/gu

const wordIn = (word: string, glossary: Glossary): string => {
  const known = glossary.get(word)
  if (known !== undefined) return known
  const steps = word.split(".").map((step) => glossary.get(step))
  return steps.every(isFound) ? steps.join(".") : word
}
