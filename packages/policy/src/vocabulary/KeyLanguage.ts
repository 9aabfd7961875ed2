/** In which of the two languages the keys of a file are written: its first key says so. */
import type { Bundle } from "@hearback/core"
import type { SourceFile } from "../source/SourceFile.ts"

export type KeyLanguage = Bundle.KeyLanguage
export const keyLanguages = ["en", "zh-CN"] as const satisfies readonly KeyLanguage[]

/** The key that names the version of the language, and by its own language that of all keys. */
export const versionKeys = { en: "hearback", "zh-CN": "闭环" } as const satisfies Record<KeyLanguage, string>

export const other = (language: KeyLanguage): KeyLanguage => (language === "en" ? "zh-CN" : "en")

const known = new WeakMap<SourceFile, KeyLanguage>()

/** Returns the language of a file's keys. Where no key names the version the script of the first key says it. */
export const keysOf = (file: SourceFile): KeyLanguage => {
  const before = known.get(file)
  if (before !== undefined) return before
  const found = guess(file.text)
  known.set(file, found)
  return found
}

const version = /^(?:\{\s*)?["']?(hearback|闭环)["']?[ \t]*[:：]/mu
const first = /^(?:[ \t]*(?:#[^\n]*)?\r?\n|---[^\n]*\n|%[^\n]*\n)*[ \t]*[{]?\s*["']?([^\s:："']+)/u

const guess = (text: string): KeyLanguage => {
  const [, key] = version.exec(text) ?? []
  if (key !== undefined) return key === versionKeys.en ? "en" : "zh-CN"
  return /^\p{Script=Han}/u.test(first.exec(text)?.[1] ?? "") ? "zh-CN" : "en"
}

/** Returns the file of a JSON Schema: English and Chinese ones have the names that they had before there were others. */
export const schemaFile = (kind: string, language: Bundle.Language): string => {
  const ends: Readonly<Partial<Record<Bundle.Language, string>>> = { en: "", "zh-CN": ".zh" }
  return `${kind}${ends[language] ?? `.${language}`}.schema.json`
}
