import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { table } from "../packages/policy/src/generated/holidays.js"
import { codes, lineOf, sources } from "../scripts/holiday-table.ts"

const folder = join(import.meta.dirname, "..", "packages/policy")
const lines = table.trim().split("\n")

describe("the table of public holidays", () => {
  it("has a line for each country and part that the holiday packages know", () => {
    expect(lines.map((line) => line.split(" ")[0])).toEqual(codes())
  })

  it("is made from the versions that are installed: else run `node --run holidays`", () => {
    const [, notice] = readFileSync(join(folder, "src/generated/holidays.js"), "utf8").split("\n")
    for (const { name, version } of sources) expect(notice).toContain(`${name} ${version}`)
  })

  // Working out all of them takes a minute.
  it.each(["CN", "US", "GB-ENG", "DE-BY", "SG", "TR", "KR", "ZA", "JP"])("says of %s what they say", (code) => {
    expect(lines.find((line) => line.startsWith(`${code} `))).toBe(lineOf(code))
  })

  it("has the licences of its data beside it", () => {
    const text = readFileSync(join(folder, "LICENSE-HOLIDAYS"), "utf8")
    for (const { name, version, licence } of sources) {
      expect(text).toContain(`==== ${name} ${version} ====`)
      expect(text).toContain(licence)
    }
  })
})
