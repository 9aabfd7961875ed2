import { describe, expect, it } from "vitest"
import { packs, packTree } from "../../src/compile/Packs.ts"
import { readFile } from "../../src/shape/Check.ts"

describe("the packs of this package", () => {
  it.each([...packs()])(
    "%s: its generated tree is that of its text, of which there is nothing to say",
    (path, text) => {
      const { file, tree, diagnostics } = readFile({ path, text }, "policy")
      expect(diagnostics).toEqual([])
      // Most policies stand on these; any other is read when one extends it.
      expect(packTree(file)).toEqual(["pack:base", "pack:starter"].includes(path) ? tree : undefined)
    }
  )
  it("are read anew where their text is another", () => {
    for (const [path, text] of packs()) expect(packTree({ path, text: `${text}\n` })).toBeUndefined()
    expect(packTree({ path: "pack:other", text: "" })).toBeUndefined()
  })
})
