import { describe, expect, it } from "vitest"
import { makeIds } from "../../src/memory/RandomIds.ts"

const at = Date.UTC(2026, 10, 16, 1)

describe("ids", () => {
  it("the id of a case can be read out: year, month and six characters that are not easily confused", () => {
    const ids = makeIds()
    for (let n = 0; n < 200; n++) expect(ids.case(at)).toMatch(/^2611-[0-9A-HJKMNP-TV-Z]{6}$/)
  })

  it("the id of a command is a UUID of version 7 that sorts by time", () => {
    const ids = makeIds()
    const made = Array.from({ length: 50 }, (_, n) => ids.command(at + n))
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(made.toSorted()).toEqual(made)
    expect(Number.parseInt(made[0]?.replace("-", "").slice(0, 12) ?? "", 16)).toBe(at)
  })

  it("the same bytes give the same ids, so a seed repeats a run", () => {
    const ids = makeIds((size) => Uint8Array.from({ length: size }, (_, n) => n * 37))
    expect(ids.case(at)).toBe("2611-05AFMS")
    expect(ids.command(at)).toBe(ids.command(at))
  })
})
