/** What every part of a policy consists of: texts, conditions, persons and roles, and the paths that identify rules. */
import type { Table } from "../table/Table.ts"
import { languages } from "./generated/Languages.ts"

export type { Frequency } from "../time/Frequency.ts"
/**
 * The languages in which people are addressed. Each has a folder of texts beside the English one: docs/languages.md.
 */
export { languages }
export type Language = (typeof languages)[number]

/** Returns whether a value is the name of a language. */
export const isLanguage = (name: unknown): name is Language => (languages as readonly unknown[]).includes(name)

/** The languages of keys in policies and scenarios: docs/decisions/0012. */
export type KeyLanguage = "en" | "zh-CN"

/** Returns the language of the keys that a reader of a language writes: Chinese for Chinese, English for all others. */
export const keyLanguageOf = (language: Language): KeyLanguage => (language === "zh-CN" ? "zh-CN" : "en")
/** A text in the languages in which it was written. Rendering falls back to the policy's language, never to nothing. */
export type Text = Readonly<Partial<Record<Language, string>>>
/** A text in every language. */
export type TranslatedText = Readonly<Record<Language, string>>
/** A path in the policy, as people write it. It identifies a rule within one content hash. */
export type RuleId = string
/** The place of a rule: file, line and column. */
export interface PolicyPlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A condition. It holds if one of its rows fits. */
export interface Condition {
  readonly rule: RuleId
  readonly table: Table
}

/** A value that varies with the case: the first row that fits decides. A plain value is one row without cells. */
export interface Varying<T> {
  readonly table: Table
  readonly values: readonly T[]
}

/**
 * The name of a role, or one of the words `owner customer automatic receiver deputy department head departments
 * praised`.
 */
export type Who = string
