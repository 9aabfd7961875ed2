/** The files that `init` writes, in both languages. Each passes `check`, `fmt --check` and `test` as it stands. */
import { format } from "@hearback/policy"
import type { Language } from "../../runtime/Language.ts"
import { chineseFiles } from "./Chinese.ts"
import type { Choices, Files } from "./Choices.ts"
import { englishFiles } from "./English.ts"
import { projectFiles } from "./Project.ts"

/** Returns the files by name. */
export const filesOf = (language: Language, choices: Choices): Files => {
  const own = language === "en" ? englishFiles(choices) : chineseFiles(choices)
  const formatted = Object.entries(own).map(([name, text]) => [
    name,
    name.endsWith(".yaml") ? (format({ path: name, text }).text ?? text) : text
  ])
  return { ...Object.fromEntries(formatted), ...(choices.project ? projectFiles : {}) }
}
