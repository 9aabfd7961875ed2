/** What is wrong with a sentence that a person is to read: nothing, when it is whole and of one language. */
import type { Language } from "../../src/policy/Bundle.ts"

/** A person's own words and names are theirs in every language. */
const ours = (text: string): string => text.replace(/`[^`]*`|“[^”]*”/gu, "x")

export const faults = (text: string, language: Language): readonly string[] => {
  const found: string[] = []
  const test = (isWrong: boolean, what: string): void => {
    if (isWrong) found.push(`${what}: ${text}`)
  }
  test(text.trim() === "" || text !== text.trim(), "blank at an end")
  test(/undefined|null|NaN|\[object|\{\w*\}|\$\{/u.test(text), "a placeholder is left")
  test(/ {2}|\( |\s[,.;:)]|:$|,$/u.test(text), "blanks or marks are out of place")
  test(/[\r\n]/u.test(text), "more than one line")
  const said = ours(text)
  if (language === "en") test(/\p{Script=Han}|[，。；：、（）]/u.test(said), "Chinese in English")
  else {
    test(!/\p{Script=Han}/u.test(text), "no Chinese")
    test(/,\s|,$|;|\p{Script=Han}[,:()!?]|[,:()!?]\p{Script=Han}/u.test(said), "half-width marks in Chinese")
    test(/\p{Script=Han} \p{Script=Han}|[，。；：、（）] | [，。；：、（）]/u.test(said), "blanks between Chinese")
  }
  return found
}
