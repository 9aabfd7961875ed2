import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { notYetObeyed } from "../../src/schema/Obeyed.ts"
import { parseYaml } from "../../src/source/Parse.ts"
import { written } from "../../src/source/SourceFile.ts"

const told = (text: string | Uint8Array) => {
  const { tree } = parseYaml({ path: "f", text })
  return tree === undefined ? [] : notYetObeyed(tree).map(({ level, primary }) => `${level} ${written(primary.span)}`)
}

describe("what this version does not obey", () => {
  it("is warned of at its key", () => {
    expect(told("learning: { procedure-after: 3 }\nretention: { keep: 3 years }\nalarms: {}\n")).toEqual([
      "warning learning"
    ])
  })

  it("is not warned of where an heir takes it out", () => {
    expect(told("learning: removed\n")).toEqual([])
  })

  it("names only keys that the language has", () => {
    const path = join(import.meta.dirname, "../fixtures/itr-service.policy.yaml")
    expect(told(readFileSync(path))).toEqual(["warning learning"])
  })
})
