/** Translates placeholders in the text of a message. */
import type { KeyLanguage } from "./KeyLanguage.ts"
import { placeholderStems, placeholders } from "./Vocabulary.ts"

const english = new Map<string, string>(Object.entries(placeholders).map(([en, zh]) => [zh, en]))

/** Matches `{…}` in a text. Braces that contain words with outer blanks or line breaks are no placeholder. */
export const pattern = /\{([^{}\s][^{}\n]*?)\}/gu

/** Returns the English form of a placeholder of the language; undefined if it is a fact or a message. */
export const englishOf = (word: string): string | undefined =>
  Object.hasOwn(placeholders, word) ? word : english.get(word)

/** Returns a text with the placeholders of the language in the words of `to`; facts and messages keep their names. */
export const rewritten = (text: string, to: KeyLanguage): string =>
  text.replace(pattern, (whole, word: string) => {
    const [stem, stemChinese] = Object.entries(placeholderStems)[0] ?? ["", ""]
    const known = englishOf(word)
    if (known !== undefined) return `{${to === "en" ? known : placeholders[known as keyof typeof placeholders]}}`
    if (to === "en" && word.startsWith(stemChinese)) return `{${stem}${word.slice(stemChinese.length)}}`
    if (to === "zh-CN" && word.startsWith(stem)) return `{${stemChinese}${word.slice(stem.length)}}`
    return whole
  })
