/** Lists of a person's own words. */
import { quoted } from "../../shape/TranslatedText.ts"

/** Lists words: "`a`, `b` or `c`"; beyond `most` only how many there are more. */
export const listed = (words: readonly string[], most = 12): string => {
  const shown = words.slice(0, most).map((word) => quoted(word))
  const more = words.length - shown.length
  if (more > 0) return `${shown.join(", ")} and ${more} more`
  const last = shown.at(-1) ?? ""
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} or ${last}`
}
