import { createHash } from "node:crypto"
import { packs, packView } from "@hearback/policy"
import { describe, expect, it } from "vitest"
import { type PackText, type PackTexts, recorded } from "../../scripts/pack-versions.ts"
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

describe("the version of a pack", () => {
  const ledger = JSON.parse(textOf("packages/policy/packs/versions.json")) as PackTexts
  const packsNow = [...packs()].map(([path, text]): PackText => {
    const name = path.slice("pack:".length)
    return { name, version: packView(path)?.version ?? 0, sha256: createHash("sha256").update(text).digest("hex") }
  })

  it("says one text for ever: what each pack says now is on record under its version", () => {
    expect(packsNow.length).toBeGreaterThan(10)
    expect(recorded(ledger, packsNow)).toEqual({ texts: ledger, changed: [] })
    expect(packsNow.filter(({ version }) => version < 1)).toEqual([])
  })

  it("does not go with another text, and a new version is added to those before", () => {
    const other = { ...(packsNow[0] ?? expect.fail("no pack")), sha256: "another" }
    expect(recorded(ledger, [other])).toEqual({ texts: ledger, changed: [other] })
    const version = other.version + 1
    const { texts, changed } = recorded(ledger, [{ ...other, version }])
    expect(changed).toEqual([])
    expect(texts[other.name]).toEqual({ ...ledger[other.name], [version]: "another" })
  })
})
