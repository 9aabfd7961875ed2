/** Lists of a person's own words. */
import { quoted } from "../../shape/TranslatedText.ts"

/** Lists words: "`a`、`b`、`c`"; beyond `most` only how many there are. */
export const listed = (words: readonly string[], most = 12): string => {
  const shown = words.slice(0, most).map((word) => quoted(word))
  return `${shown.join("、")}${words.length > shown.length ? ` 等 ${words.length} 个` : ""}`
}
