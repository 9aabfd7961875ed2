/** Choices of a policy have their Chinese word under their own key. */
import { describe, expect, it } from "vitest"
import { languageOf, type Outline } from "../../src/outline/Outline.ts"
import { keyWord, valueWord } from "../../src/translation/PolicyWord.ts"

const { root, resolve } = languageOf("policy")
const keys = [root, ...Object.values(root.$defs ?? {})].flatMap(({ properties = {} }) => Object.entries(properties))

const choicesOf = (outline: Outline): readonly string[] => {
  const { enum: words = [], anyOf = [], items } = resolve(outline)
  return [...words.map(String), ...[...anyOf, ...(items ? [items] : [])].flatMap(choicesOf)]
}

/** Keys whose values are codes instead of words, and the words for yes and no. */
const codes = /^(?:\d+|en|zh-CN|yes|no|\p{Script=Han}+)$/u

describe("words of a policy in Chinese", () => {
  it("exist for every key", () => {
    expect(keys.map(([key]) => key).filter((key) => keyWord(key, "zh-CN") === key)).toEqual([])
  })

  it("exist for every choice, also below its key", () => {
    const choices = keys.flatMap(([key, outline]) => choicesOf(outline).map((word) => [key, word] as const))
    expect(choices.length).toBeGreaterThan(60)
    const untold = choices.filter(
      ([key, word]) => !codes.test(word) && valueWord(word, "zh-CN", `${key}.name`) === word
    )
    expect(untold).toEqual([])
    expect(valueWord("close-of-day", "en", "ends")).toBe("close-of-day")
  })
})
