/** What a fix does. */
import { quoted } from "../../shape/TranslatedText.ts"

export const fix = {
  blanks: "write blanks",
  colon: "write a colon and a blank",
  dropSecond: "take the second out",
  move: "move it there",
  list: "make it a list of one",
  write: (text: string) => `write ${quoted(text)}`,
  indent: (text: string) => `indent ${quoted(text)} by blanks`
}
