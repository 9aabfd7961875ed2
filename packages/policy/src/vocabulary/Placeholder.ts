/** Placeholders in the text of a message, from one key language into the other. */
import type { KeyLanguage } from "./KeyLanguage.ts"
import { placeholderStems, placeholders } from "./Vocabulary.ts"

const english = new Map<string, string>(Object.entries(placeholders).map(([en, zh]) => [zh, en]))

/** Finds `{…}` in a text. Words with blanks or line breaks inside braces are no placeholder. */
export const pattern = /\{([^{}\s][^{}\n]*?)\}/gu

/** Returns a placeholder of the language in its one form, English; nothing where it is a fact or a message. */
export const englishOf = (word: string): string | undefined =>
  Object.hasOwn(placeholders, word) ? word : english.get(word)

/** Returns the text with the placeholders of the language in the words of `to`; facts and messages keep their names. */
export const rewritten = (text: string, to: KeyLanguage): string =>
  text.replace(pattern, (whole, word: string) => {
    const [stem, stemChinese] = Object.entries(placeholderStems)[0] ?? ["", ""]
    const known = englishOf(word)
    if (known !== undefined) return `{${to === "en" ? known : placeholders[known as keyof typeof placeholders]}}`
    if (to === "en" && word.startsWith(stemChinese)) return `{${stem}${word.slice(stemChinese.length)}}`
    if (to === "zh-CN" && word.startsWith(stem)) return `{${stemChinese}${word.slice(stem.length)}}`
    return whole
  })
