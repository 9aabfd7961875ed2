import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { lineBounds, lineText, placeAt, renderPlace, span, written } from "../../src/source/SourceFile.ts"

const file = { path: "shop.policy.yaml", text: "a: 1\r\n键: 值\n\nlast" }

describe("places", () => {
  it("count lines and columns from 1, columns in UTF-16 code units", () => {
    expect(placeAt(file, 0)).toEqual({ line: 1, column: 1 })
    expect(placeAt(file, file.text.indexOf("值"))).toEqual({ line: 2, column: 4 })
    expect(placeAt({ path: "x", text: "😀b" }, 2)).toEqual({ line: 1, column: 3 })
  })

  it("outside the text are moved to its nearest end", () => {
    expect(placeAt(file, -5)).toEqual({ line: 1, column: 1 })
    expect(placeAt(file, 999)).toEqual({ line: 4, column: 5 })
  })

  it("are rendered as path, line and column", () => {
    expect(renderPlace(span(file, 6, 7))).toBe("shop.policy.yaml:2:1")
  })

  it("give the written text", () => {
    expect(written(span(file, 6, 7))).toBe("键")
    expect(lineText(file, 1)).toBe("a: 1")
    expect(lineText(file, 9)).toBe("")
  })

  it("of every offset are on the line whose bounds contain it", () => {
    const texts = fc.array(fc.constantFrom("a", "\n", "键", " "), { maxLength: 30 }).map((parts) => parts.join(""))
    fc.assert(
      fc.property(texts, fc.nat(30), (text, offset) => {
        const at = Math.min(offset, text.length)
        const { line, column } = placeAt({ path: "f", text }, at)
        const [start, end] = lineBounds({ path: "f", text }, line)
        expect(start + column - 1).toBe(at)
        expect(at).toBeLessThanOrEqual(end)
      })
    )
  })
})
