import { canonical } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { keepBundle, keptValues, loadPolicy, storedCalendars } from "../../src/context/StoredBundles.ts"
import { type Json, memoryStore } from "../../src/index.ts"
import * as MetaKey from "../../src/name/MetaKey.ts"
import { sha256 } from "../../src/record/Chain.ts"

describe("loaded policies", () => {
  it("are shared by equal bundles, and by no others", () => {
    const bundle = Build.bundle()
    const again = structuredClone(bundle)
    const moved = { ...bundle, places: { ...bundle.places, elsewhere: { file: "x.yaml", line: 1, column: 1 } } }
    expect(loadPolicy(again)).toBe(loadPolicy(bundle))
    expect(loadPolicy(moved)).not.toBe(loadPolicy(bundle))
    expect(loadPolicy(moved).bundle.places["elsewhere"]).toMatchObject({ file: "x.yaml" })
  })
})

describe("calendars in a store", () => {
  it("that were changed or replaced are refused, however often they were read before", async () => {
    // A store may return the same object for equal texts.
    const kept = new Map<string, Json>()
    const store = { meta: async (key: string) => kept.get(key), setMeta: async () => {} }
    const one = { zones: {}, calendars: {} }
    const other = { zones: {}, calendars: { office: { hours: [] } } }
    const [first, second] = [one, other].map((each) => sha256(canonical(each))) as [string, string]
    kept.set(MetaKey.calendars(first), one)
    kept.set(MetaKey.calendars(second), other)
    expect(await storedCalendars(store, first)).toBe(one)
    expect(await storedCalendars(store, second)).toBe(other)
    kept.set(MetaKey.calendars(first), other)
    await expect(storedCalendars(store, first)).rejects.toMatchObject({ code: "policy/altered" })
    kept.set(MetaKey.calendars(second), { ...other, zones: { here: {} } })
    await expect(storedCalendars(store, second)).rejects.toMatchObject({ code: "policy/altered" })
  })

  it("a stored bundle cannot be changed any more by whoever gave it", async () => {
    const bundle = Build.bundle()
    await keepBundle(keptValues(memoryStore(), "acme"), bundle)
    expect(() => Object.assign(bundle.authority, { limits: [] })).toThrow(TypeError)
  })
})
