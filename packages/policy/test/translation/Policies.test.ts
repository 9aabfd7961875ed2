/** A policy in Chinese words, with Chinese names, decides the same as the English one. */
import { describe, expect, it } from "vitest"
import { fixture, line, sound } from "../compile/Sample.ts"
import { inEnglishNames } from "./Names.ts"

/** Returns what is decided, without places and hashes. */
const decisions = (name: string): Record<string, unknown> => {
  const beside = ["places", "content", "shape", "calendarsHash"]
  return Object.fromEntries(Object.entries(sound(name)).filter(([part]) => !beside.includes(part)))
}

describe("the ITR policy in Chinese", () => {
  it("compiles without an error", () => {
    const { bundle, diagnostics } = fixture("itr-service.zh")
    expect(diagnostics.map(line)).toEqual([])
    expect(bundle?.id).toBe("itr-service")
  })

  const english = inEnglishNames(decisions("itr-service")) as Record<string, unknown>
  const chinese = inEnglishNames(decisions("itr-service.zh")) as Record<string, unknown>
  it("has every part of the English one", () => expect(Object.keys(chinese)).toEqual(Object.keys(english)))
  it.each(Object.keys(english))("decides the same: %s", (part) => expect(chinese[part]).toEqual(english[part]))
})
