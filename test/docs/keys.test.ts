import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { keysPage, keysText } from "./Keys.ts"
import { root } from "./Markdown.ts"

describe("the page of every key", () => {
  it("is what the schemas say", () => {
    expect(readFileSync(join(root, keysPage), "utf8")).toBe(keysText())
  })

  it("has words in both languages for every key of a policy", () => {
    const rows = keysText()
      .split("\n")
      .filter((line) => line.startsWith("| `"))
    expect(rows.length).toBeGreaterThan(300)
    const silent = rows.filter((line) => {
      const [, , zh, , says, said] = line.split(/(?<!\\)\|/).map((part) => part.trim())
      return zh === "" || says === "" || said === ""
    })
    expect(silent).toEqual([])
  })
})
