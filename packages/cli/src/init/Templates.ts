/** The files that `init` writes, in both languages. Each passes `check` and `test` as it stands. */
import type { Language } from "../text/Language.ts"
import { chineseFiles } from "./Chinese.ts"
import type { Choices, Files } from "./Choices.ts"
import { englishFiles } from "./English.ts"

/** Returns the files by name. */
export const filesOf = (language: Language, choices: Choices): Files =>
  language === "en" ? englishFiles(choices) : chineseFiles(choices)
