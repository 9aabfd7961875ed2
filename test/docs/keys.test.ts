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

  it("has an example of every section, and of most keys within", () => {
    const [, sections = "", ...others] = keysText().split(/^##+ /m)
    const rows = (text: string) => text.split("\n").filter((line) => line.startsWith("| `"))
    const without = (lines: readonly string[]) => lines.filter((line) => line.endsWith("|  |"))
    expect(without(rows(sections))).toEqual([])
    const rest = others.flatMap(rows)
    expect(without(rest).length).toBeLessThan(rest.length / 2)
  })
})
