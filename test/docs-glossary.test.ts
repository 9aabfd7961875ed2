import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Text } from "@hearback/core"
import { describe, expect, it } from "vitest"

const page = readFileSync(join(import.meta.dirname, "../GLOSSARY.md"), "utf8")

interface Row {
  readonly term: string
  readonly zh: string
  readonly means: string
}

const rows: readonly Row[] = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| term "))
  .map((line) => {
    const [, term = "", zh = "", means = ""] = line.split("|").map((cell) => cell.trim())
    return { term, zh, means }
  })

const byTerm = new Map(rows.map((row) => [row.term, row]))

describe("glossary", () => {
  it("has each term once, in both languages, and says what it means", () => {
    expect(rows.length).toBeGreaterThan(90)
    expect(byTerm.size).toBe(rows.length)
    for (const { term, zh, means } of rows) {
      expect(term).toMatch(/^[a-zA-Z0-9][\w ,-]*$/)
      expect(zh, term).toMatch(/\p{Script=Han}/u)
      expect(means.length, term).toBeGreaterThan(10)
    }
  })

  it("has every line of four cells", () => {
    for (const line of page.split("\n").filter((one) => one.startsWith("|")))
      expect(line.split("|"), line).toHaveLength(6)
  })

  it.each(["gate-kind", "kind", "outcome"] as const)("speaks of every %s as the texts do", (area) => {
    const missing = Text.known(area).flatMap((name) => {
      const row = byTerm.get(Text.word(area, name, "en"))
      if (area === "outcome" && row === undefined) return []
      // Outcomes that are also something a person does stand under that.
      return row !== undefined && (row.zh === Text.word(area, name, "zh-CN") || area === "outcome") ? [] : [name]
    })
    expect(missing).toEqual([])
  })

  it.each([
    ["cause", ["incidental", "systemic"]],
    ["verb", ["compensate", "waive", "explain", "regrade", "pause", "pass", "reopen"]],
    ["side", ["customer-loop", "system-loop"]]
  ] as const)("calls what belongs to %s by the same word in Chinese", (area, names) => {
    for (const name of names)
      expect(byTerm.get(Text.word(area, name, "en"))?.zh, name).toBe(Text.word(area, name, "zh-CN"))
  })
})
