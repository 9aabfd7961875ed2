/** The files that `init` writes, in both languages. Each passes `check`, `fmt --check` and `test` as it stands. */
import { Bundle } from "@hearback/core"
import { format, type KeyLanguage } from "@hearback/policy"
import type { Language } from "../../runtime/Language.ts"
import { chineseFiles } from "./Chinese.ts"
import type { Choices, FileContents } from "./Choices.ts"
import { englishFiles } from "./English.ts"
import { projectFiles } from "./Project.ts"

/** A policy is written in the keys that its reader writes. */
const written: Readonly<Record<KeyLanguage, (choices: Choices) => FileContents>> = {
  en: englishFiles,
  "zh-CN": chineseFiles
}

/** Returns the files by name. */
export const filesOf = (language: Language, choices: Choices): FileContents => {
  const own = written[Bundle.keyLanguageOf(language)](choices)
  const formatted = Object.entries(own).map(([name, text]) => [
    name,
    name.endsWith(".yaml") ? (format({ path: name, text }).text ?? text) : text
  ])
  return { ...Object.fromEntries(formatted), ...(choices.project ? projectFiles : {}) }
}
