import { describe, expect, it } from "vitest"
import { packs, packTree } from "../../src/compile/Packs.ts"
import { readFile } from "../../src/shape/Check.ts"

describe("the packs of this package", () => {
  it.each([...packs()])(
    "%s: its generated tree is that of its text, of which there is nothing to say",
    (path, text) => {
      const { file, tree, diagnostics } = readFile({ path, text }, "policy")
      expect(diagnostics).toEqual([])
      expect(packTree(file)).toEqual(tree)
    }
  )
  it("are read anew where their text is another", () => {
    for (const [path, text] of packs()) expect(packTree({ path, text: `${text}\n` })).toBeUndefined()
    expect(packTree({ path: "pack:other", text: "" })).toBeUndefined()
  })
})
