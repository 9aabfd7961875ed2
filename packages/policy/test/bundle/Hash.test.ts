import { createHash } from "node:crypto"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { character } from "../../../../test/Character.ts"
import { sha256 } from "../../src/bundle/Hash.ts"
import { bundleOf, head } from "../compile/Sample.ts"

const hashes = (text: string) => {
  const { content, shape, calendarsHash } = bundleOf(text)
  return { content, shape, calendarsHash }
}
const clean = hashes(head)

describe("hashes", () => {
  it("are SHA-256 in hex", () => {
    for (const hash of Object.values(clean)) expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it("are the same from every implementation, for any text", () => {
    const own = (text: string) => createHash("sha256").update(text).digest("hex")
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 300 }), (text) => {
        expect(own(text)).toBe(sha256(text))
      }),
      { seed: 3 }
    )
    expect(own("\ud800")).toBe(sha256("\ud800"))
  })

  it("ignore comments, lines and the order of keys", () => {
    const [first = "", ...rest] = head.trimEnd().split("\n")
    expect(hashes(`# a comment\n\n${[first, ...rest.reverse()].join("\n\n")}\n`)).toEqual(clean)
  })

  it("change: only the content with a duration, the shape with a name, the calendars with hours", () => {
    const length = hashes(`${head}clocks: { agreed: { within: 1 working day } }\n`)
    expect(length.content).not.toBe(clean.content)
    expect(length).toMatchObject({ shape: clean.shape, calendarsHash: clean.calendarsHash })
    const fact = hashes(`${head}facts: { order: text }\n`)
    expect(fact.shape).not.toBe(clean.shape)
    expect(fact.calendarsHash).toBe(clean.calendarsHash)
    const hours = hashes(`${head}calendars: { office: { hours: { sat: [10:00-12:00] } } }\n`)
    expect(hours.calendarsHash).not.toBe(clean.calendarsHash)
    expect(hours.shape).toBe(clean.shape)
  })
})
