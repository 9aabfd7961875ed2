import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { character } from "../../../../test/Character.ts"
import { htmlOf } from "../../src/deliver/Html.ts"
import { partsOf } from "../../src/deliver/TextParts.ts"

/** Texts of letters, marks, blanks, scripts without blanks, and characters of several code units. */
const text = fc
  .array(
    fc.constantFrom(
      "word",
      " ",
      ". ",
      "\n\n",
      "\n",
      "，",
      "。",
      "退款",
      "👩‍👩‍👧",
      "e\u0301",
      "\u{1f600}",
      "<",
      "&",
      "x".repeat(50)
    ),
    {
      maxLength: 120
    }
  )
  .map((parts) => parts.join(""))
const length = fc.integer({ min: 40, max: 300 })
const unmarked = (part: string): string => part.replace(/ \(\d+\/\d+\)$/, "")
const bare = (said: string): string => said.replace(/\s+/g, "")

describe("F-D8 · a text in parts", () => {
  it("F-D8 · no part is longer than the channel takes, each says which it is, and nothing is lost or cut within a character", () => {
    fc.assert(
      fc.property(text, length, (said, most) => {
        const parts = partsOf(said, most)
        expect(parts.every((part) => part.length <= most)).toBe(true)
        if (parts.length > 1)
          for (const [n, part] of parts.entries()) expect(part.endsWith(` (${n + 1}/${parts.length})`)).toBe(true)
        expect(bare(parts.map(parts.length > 1 ? unmarked : (part) => part).join(""))).toBe(bare(said))
        const lone = /(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/
        expect(parts.some((part) => lone.test(part) || unmarked(part).endsWith("\u200d"))).toBe(false)
      })
    )
  })

  it("F-D8 · a text that fits is unchanged, and more than nine or ninety-nine parts leave room for their marks", () => {
    expect(partsOf(`${"a".repeat(40)}`, 40)).toEqual(["a".repeat(40)])
    for (const count of [340, 3400]) {
      const parts = partsOf("b".repeat(count), 40)
      expect(parts.at(-1)).toMatch(new RegExp(`\\(${parts.length}/${parts.length}\\)$`))
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(40)
    }
  })

  it("F-D8 · HTML of any text has only the tags of the engine", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: character })), (said) => {
        const left = htmlOf(said, "en").replace(/<\/?(?:div|p|ul|li|strong|br)(?: lang="en")?>/g, "")
        expect(left).not.toMatch(/[<>"]/)
      })
    )
  })
})
