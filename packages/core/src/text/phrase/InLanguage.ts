/** A text of a policy in the language of a reader; where it is not written in it in the policy's own, else in any. */
import type { Language, Text } from "../../policy/Rule.ts"

/** Returns the text as a reader has it; undefined where there is none. `own`: the language of the policy. */
export const inLanguage = (text: Text | undefined, language: Language, own: Language): string | undefined =>
  text === undefined ? undefined : (text[language] ?? text[own] ?? Object.values(text)[0])
