import { describe, expect, it } from "vitest"
import { packs, packTree } from "../../src/compile/Packs.ts"
import { trees } from "../../src/generated/packs.js"
import { readFile } from "../../src/shape/Check.ts"

describe("the packs of this package", () => {
  it.each([...packs()])("%s: its generated tree equals that of its text, which has no finding", (path, text) => {
    const { file, tree, diagnostics } = readFile({ path, text }, "policy")
    expect(diagnostics).toEqual([])
    expect(packTree(file)).toEqual(Object.hasOwn(trees, path) ? tree : undefined)
  })
  it("have trees for the most frequent packs, in both key languages", () => {
    expect(Object.keys(trees)).toEqual(expect.arrayContaining(["pack:base", "pack:base-zh", "pack:starter"]))
  })
  it("are parsed again if their text differs", () => {
    for (const [path, text] of packs()) expect(packTree({ path, text: `${text}\n` })).toBeUndefined()
    expect(packTree({ path: "pack:other", text: "" })).toBeUndefined()
  })
})
