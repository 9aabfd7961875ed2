/** Paths of rules: which rule is within which, and the place of a rule. */
import { describe, expect, it } from "vitest"
import { isWithin, placeOf, under, within } from "../../src/policy/RulePath.ts"

describe("the path of a rule", () => {
  it("lies within a part of the policy by whole keys", () => {
    expect(isWithin("authority", "authority")).toBe(true)
    expect(isWithin("authority.limits.agent", "authority")).toBe(true)
    expect(isWithin("authority-like.limits", "authority")).toBe(false)
    expect(isWithin("authority.limits.agent-2", under("authority", "limits", "agent"))).toBe(false)
  })

  it("has a rest within that part, also below a name with a dot", () => {
    expect(within("authority.limits.tier.2.compensate.per-case", under("authority.limits", "tier.2"))).toBe(
      "compensate.per-case"
    )
    expect(within("authority", "authority")).toBe("")
    expect(within("clocks.told", "authority")).toBe("")
  })

  it("has its own place, or that of the nearest rule above it", () => {
    const place = { file: "a.policy.yaml", line: 3, column: 1 }
    const places = { "clocks.told": place }
    expect(placeOf(places, "clocks.told")).toBe(place)
    expect(placeOf(places, "clocks.told.within.rules.2")).toBe(place)
    expect(placeOf(places, "clocks.other")).toBeUndefined()
    expect(placeOf(places, "constructor")).toBeUndefined()
  })
})
