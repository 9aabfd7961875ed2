import { describe, expect, it } from "vitest"
import { type Code, catalogue, isCode } from "../../src/diagnostic/Catalogue.ts"
import type { Entry } from "../../src/diagnostic/text/Entry.ts"
import { languages } from "../../src/diagnostic/text/Said.ts"

const rows = Object.entries(catalogue) as unknown as ReadonlyArray<readonly [Code, Entry<unknown>]>

describe("every code", () => {
  it("is an area and a slug", () => {
    for (const [code] of rows) expect(code).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/)
    expect(isCode("table/gap")).toBe(true)
    expect(isCode("table/nothing")).toBe(false)
    expect(isCode("constructor")).toBe(false)
  })

  it("has its texts in every language", () => {
    for (const [code, { message, label, help }] of rows)
      for (const saying of [message, label, help])
        for (const language of languages) {
          if (saying === undefined) continue
          const source = saying[language].toString()
          // A text of one language in the place of the other is as good as none.
          expect(/\p{Script=Han}/u.test(source), `${code} in ${language}: ${source}`).toBe(
            language === "zh-CN" && hasWords(source)
          )
        }
  })

  it("speaks of the domain, not of the machinery", () => {
    const machinery =
      /\b(?:JSON|schema|string|boolean|object|array|null pointer|undefined|anyOf|parser|token|TypeScript)\b/i
    for (const [code, { message, label, help }] of rows)
      for (const saying of [message, label, help]) {
        const texts = [...(saying?.en.toString() ?? "").matchAll(/["`]([^"`]*)["`]/g)].map(([, text]) => text ?? "")
        for (const text of texts.filter((each) => !each.includes("${"))) expect(text, code).not.toMatch(machinery)
      }
  })
})

/** Whether a text says something itself; one that only passes words on has no language. */
const hasWords = (source: string): boolean => /["`'][^"`']*[\p{Script=Han}]/u.test(source)
