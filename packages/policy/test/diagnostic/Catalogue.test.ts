import { describe, expect, it } from "vitest"
import { type Code, catalogue, isCode } from "../../src/diagnostic/Catalogue.ts"
import { texts } from "../../src/text/catalogue/Texts.ts"
import { spoken } from "../../src/text/TranslatedTexts.ts"

const codes = Object.keys(catalogue) as readonly Code[]

/** Returns the texts of a code in a language, as they are written. */
const written = (code: Code, language: ReturnType<typeof spoken>[number]): readonly string[] =>
  Object.values<unknown>(texts[language].finding[code]).map(String)

describe("every code", () => {
  it("consists of an area and a name", () => {
    for (const code of codes) expect(code).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/)
    expect(isCode("table/gap")).toBe(true)
    expect(isCode("table/nothing")).toBe(false)
    expect(isCode("constructor")).toBe(false)
  })

  it("has its texts in every language", () => {
    // A text of the other language would be as useless as none.
    for (const code of codes)
      for (const language of spoken())
        for (const source of written(code, language))
          expect(/\p{Script=Han}/u.test(source), `${code} in ${language}: ${source}`).toBe(
            language === "zh-CN" && hasWords(source)
          )
  })

  it("uses words of the domain, not of the implementation", () => {
    const machinery =
      /\b(?:JSON|schema|string|boolean|object|array|null pointer|undefined|anyOf|parser|token|TypeScript)\b/i
    for (const code of codes)
      for (const source of written(code, "en")) {
        const found = source.includes("=>")
          ? [...source.matchAll(/["`]([^"`]*)["`]/g)].map(([, text]) => text ?? "")
          : [source]
        for (const text of found.filter((each) => !each.includes("${"))) expect(text, code).not.toMatch(machinery)
      }
  })
})

/** Returns whether a text has words of its own; one that only passes parameters on belongs to no language. */
const hasWords = (source: string): boolean => !source.includes("=>") || /["`']/.test(source)
