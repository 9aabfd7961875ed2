/** The files that `init` writes, in both languages. Each passes `check` and `test` as it stands. */
import type { Language } from "../text/Language.ts"
import { chineseFiles } from "./Chinese.ts"
import { englishFiles } from "./English.ts"

export interface Choices {
  /** Id of the policy. */
  readonly name: string
  /** IANA. */
  readonly zone: string
  /** Where an editor finds the JSON Schemas, seen from the folder written to. */
  readonly schemas: string
}

export type Files = Readonly<Record<string, string>>

/** Returns the files by name. */
export const filesOf = (language: Language, choices: Choices): Files =>
  language === "en" ? englishFiles(choices) : chineseFiles(choices)
