/** Codes `yaml/…`: the syntax of a file. */

import { entry } from "../text/Entry.ts"

/** What is wrong in the syntax. */
export type SyntaxFault =
  | "indentation"
  | "unclosed-quote"
  | "unclosed-bracket"
  | "extra-bracket"
  | "missing-comma"
  | "missing-colon"
  | "extra-words"
  | "escape"
  | "key"
  | "other"

/** The entries of these codes. */
export const yaml = {
  "yaml/syntax": entry<{ fault: SyntaxFault; fitting?: readonly number[] }>({ level: "error" }),
  "yaml/indentation": entry<{ words: string; column: number; isTooDeep: boolean; under?: string }>({ level: "error" }),
  "yaml/dash": entry<{ under?: string; parted: boolean }>({ level: "error" }),
  "yaml/tab": entry<{ indents: boolean; replacement?: string }>({
    level: "error",
    fix: ({ replacement }) => (replacement === undefined ? undefined : replacement)
  }),
  "yaml/duplicate-key": entry<{ key: string }>({ level: "error" }),
  "yaml/tag": entry<{ tag: string }>({ level: "error", fix: () => "" }),
  "yaml/anchor": entry<{ anchor: string }>({ level: "error", fix: () => "" }),
  "yaml/alias": entry<{ alias: string }>({ level: "error" }),
  "yaml/merge-key": entry({ level: "error" }),
  "yaml/empty-value": entry<{ key?: string; written: string }>({ level: "error" }),
  "yaml/comma": entry<{ sentence: string; number?: boolean }>({
    level: "error",
    fix: ({ sentence }) => JSON.stringify(sentence)
  }),
  "yaml/colon": entry<{ written: string; fullWidth: boolean }>({ level: "error", fix: () => ": " }),
  "yaml/full-width": entry<{ key: string }>({ level: "error", fix: ({ key }) => key }),
  "yaml/punctuation": entry<{ sign: string; right: string }>({ level: "error" }),
  "yaml/quote-the-test": entry<{ test: string }>({ level: "error", fix: ({ test }) => JSON.stringify(test) }),
  "yaml/quote-the-text": entry<{ sentence: string }>({
    level: "error",
    fix: ({ sentence }) => JSON.stringify(sentence)
  }),
  "yaml/comment": entry<{ sentence: string }>({ level: "error" }),
  "yaml/number-as-text": entry<{ source: string; read: string }>({
    level: "error",
    fix: ({ source }) => `"${source}"`
  }),
  "yaml/many-documents": entry({ level: "error" }),
  "yaml/merge-conflict": entry({ level: "error" }),
  "yaml/directive": entry<{ directive: string }>({ level: "error" }),
  "yaml/key-not-text": entry({ level: "error" })
}
