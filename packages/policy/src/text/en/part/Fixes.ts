/** What a fix does. */
import { quoted } from "../../shape/TranslatedText.ts"

export const fix = {
  blanks: "use spaces",
  colon: "write a colon and a space",
  dropSecond: "remove the second",
  move: "move it there",
  list: "make it a list of one",
  write: (text: string) => `write ${quoted(text)}`,
  indent: (text: string) => `indent ${quoted(text)} with spaces`
}
