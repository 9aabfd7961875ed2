/** Recognises the key language of a file by its first key. */
import type { Bundle } from "@hearback/core"
import type { SourceFile } from "../source/SourceFile.ts"

/** The language of the keys of a file. */
export type KeyLanguage = Bundle.KeyLanguage
/** All key languages. */
export const keyLanguages = ["en", "zh-CN"] as const satisfies readonly KeyLanguage[]

/** The key with the version of the language. Its own language is that of all keys. */
export const versionKeys = { en: "hearback", "zh-CN": "闭环" } as const satisfies Record<KeyLanguage, string>

/** Returns the other key language. */
export const other = (language: KeyLanguage): KeyLanguage => (language === "en" ? "zh-CN" : "en")

const known = new WeakMap<SourceFile, KeyLanguage>()

/** Returns the language of a file's keys. If no key gives the version, the script of the first key decides. */
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

/**
 * Returns the file name of a JSON Schema. English and Chinese schemas have their own names, which hosts already use.
 */
export const schemaFile = (kind: string, language: Bundle.Language): string => {
  const ends: Readonly<Partial<Record<Bundle.Language, string>>> = { en: "", "zh-CN": ".zh" }
  return `${kind}${ends[language] ?? `.${language}`}.schema.json`
}
