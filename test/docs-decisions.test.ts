import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

const folder = join(import.meta.dirname, "../docs/decisions")
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .sort()

describe("decision records", () => {
  it("are numbered from 1 without a gap or a repeat", () => {
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, i) => i + 1))
  })

  it.each(files)("%s says context, options, choice and cost in at most 60 lines", (file) => {
    const text = readFileSync(join(folder, file), "utf8")
    expect(text.split("\n").length).toBeLessThanOrEqual(61)
    expect(text).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. \\S`))
    expect([...text.matchAll(/^## (\w+)$/gm)].map(([, title]) => title)).toEqual([
      "Context",
      "Options",
      "Choice",
      "Cost"
    ])
  })
})
