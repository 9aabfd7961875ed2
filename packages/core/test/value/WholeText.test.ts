import { describe, expect, it } from "vitest"
import { isName, wholeTexts } from "../../src/value/WholeText.ts"

describe("F-E6 · texts that every store can carry", () => {
  it("F-E6 · halves of characters become whole, at any depth; what is whole stays the same value", () => {
    const given = { do: "note", text: "a\ud800b", deep: [{ "k\udc00": "\ude00\ud83d" }], n: 1, at: undefined }
    expect(wholeTexts(given)).toEqual({ do: "note", text: "a\ufffdb", deep: [{ "k\ufffd": "\ufffd\ufffd" }], n: 1 })
    const fine = { text: "😀\u0000 张三", list: ["a"], none: null, made: new Map([["a", "\ud800"]]) }
    expect(wholeTexts(fine)).toBe(fine)
  })

  it.each(["c-1", "张三", "😀", "Zoë <z@x.org>", "x".repeat(10_000)])("F-E6 · is a name: %j", (name) => {
    expect(isName(name)).toBe(true)
  })

  it.each(["", " ", "\u0000", "c\u0000", "c\n", "c\ud800", "\udfffc", "\u0085", 7, null, undefined])(
    "F-E6 · is no name: %j",
    (name) => {
      expect(isName(name)).toBe(false)
    }
  )
})
