import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { loadPolicy } from "../../src/context/StoredBundles.ts"

describe("policies that are loaded", () => {
  it("are shared by equal bundles, and by no other", () => {
    const bundle = Build.bundle()
    const again = structuredClone(bundle)
    const moved = { ...bundle, places: { ...bundle.places, elsewhere: { file: "x.yaml", line: 1, column: 1 } } }
    expect(loadPolicy(again)).toBe(loadPolicy(bundle))
    expect(loadPolicy(moved)).not.toBe(loadPolicy(bundle))
    expect(loadPolicy(moved).bundle.places["elsewhere"]).toMatchObject({ file: "x.yaml" })
  })
})
