import { describe, expect, it } from "vitest"
import { markdownIn, textOf } from "./Markdown.ts"
import { packPages, packsFolder } from "./Packs.ts"

describe("pages of packs", () => {
  const pages = packPages()
  it("are as many as there are packs, with an index", () => {
    expect(markdownIn(packsFolder)).toEqual(Object.keys(pages).sort())
  })
  it.each(Object.entries(pages))("%s is as `scripts/write-docs.ts` writes it", (path, text) => {
    expect(textOf(path)).toBe(text)
  })
})
