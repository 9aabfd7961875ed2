/** What every part of a policy is written with: texts, conditions, who, and the paths by which rules are known. */
import type { Table } from "../table/Table.ts"
import { languages } from "./generated/Languages.ts"

export type { Frequency } from "../time/Frequency.ts"
/** The languages that people are spoken to in; each is a folder beside the English one where texts stand: docs/languages.md. */
export { languages }
export type Language = (typeof languages)[number]

export const isLanguage = (name: unknown): name is Language => (languages as readonly unknown[]).includes(name)

/** The languages of keys in policies and scenarios: docs/decisions/0012. */
export type KeyLanguage = "en" | "zh-CN"

/** Returns the keys that somebody writes who reads a language: Chinese ones in Chinese, else English ones. */
export const keyLanguageOf = (language: Language): KeyLanguage => (language === "zh-CN" ? "zh-CN" : "en")
/** A text in the languages it was written in; rendering falls back to the policy's language, never to nothing. */
export type Text = Readonly<Partial<Record<Language, string>>>
/** A text in every language: whoever shows it chooses. */
export type TranslatedText = Readonly<Record<Language, string>>
/** A path in the policy, as people write it: the identity of a rule within one content hash. */
export type RuleId = string
export interface PolicyPlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A condition: it holds when some row fits. */
export interface Condition {
  readonly rule: RuleId
  readonly table: Table
}

/** A value that varies with the case: the first fitting row decides. A plain value is one row without cells. */
export interface Varying<T> {
  readonly table: Table
  readonly values: readonly T[]
}

/**
 * A role's name or one of the who-words `owner customer automatic receiver deputy department head departments
 * praised`.
 */
export type Who = string
