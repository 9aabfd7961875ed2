/** `language/…`: versions of the language, and its two sets of words. */
import type { language as rows } from "../../../diagnostic/catalogue/Language.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const language = {
  "language/version": {
    message: ({ found, newest }) =>
      `the file is written in version ${quoted(found)} of the language; this engine reads up to ${newest}`,
    help: ({ newest }) => `write \`hearback: ${newest}\`, or use a newer Hearback`
  },
  "language/mixed-keys": {
    message: ({ word, right, first }) =>
      `this file uses the language of its first key, ${quoted(first)}: in it, ${quoted(word)} is ${quoted(right)}`,
    help: "a file uses one language for its keys; `hearback fmt <file> --keys en`, or `--keys zh-CN`, converts a whole file",
    fix: (text) => `write ${quoted(text)}`
  }
} satisfies FindingTexts<typeof rows>
