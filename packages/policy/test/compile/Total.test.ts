/** Compiling any file returns findings and never throws. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseDocument } from "yaml"
import { character } from "../../../../test/Character.ts"
import { compiled, head } from "./Sample.ts"

const policies = ["itr-service", "quality-closed-loop", "uk-fca-disp"].map((name) => {
  const path = join(import.meta.dirname, `../fixtures/${name}.policy.yaml`)
  return parseDocument(readFileSync(path, "utf8")).toJS() as Json
})

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Returns the path of every value. */
const paths = (value: Json, path: readonly string[] = []): readonly (readonly string[])[] => [
  path,
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, each]) => paths(each, [...path, key]))
    : [])
]

/** Returns the value with another one at a path. */
const put = (value: Json, [key, ...rest]: readonly string[], other: Json): Json => {
  if (key === undefined) return other
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === key ? put(each, rest, other) : each))
  if (typeof value !== "object" || value === null) return value
  const map = value as { readonly [key: string]: Json }
  return { ...map, [key]: put(map[key] ?? null, rest, other) }
}

const strange: readonly Json[] = [
  "removed",
  "unknown",
  "__proto__",
  "",
  "owner",
  0,
  -1,
  1.5,
  true,
  [],
  {},
  ["a", ["b"]],
  { also: ["x"] },
  { without: [] },
  { not: { not: "x" } },
  { otherwise: "x" },
  [{ otherwise: "x" }, { when: { kind: "complaint" } }],
  { constructor: { toString: "x" } },
  null
]

describe("compiling", () => {
  it("survives a day with a name that every object inherits", () => {
    const { diagnostics } = compiled(`${head}calendars: { office: { hours: { __proto__: [09:00-12:00] } } }\n`)
    expect(diagnostics.map(({ code }) => code)).toContain("shape/unknown-key")
  })

  it("survives a calendar with a name that every object inherits", () => {
    const { diagnostics } = compiled(`${head}clocks: { agreed: { calendar: __proto__ } }\n`)
    expect(diagnostics.map(({ code }) => code)).toContain("name/unknown")
  })

  it("survives any value at any place", { timeout: 60_000 }, () => {
    const change = fc.tuple(fc.nat(), fc.constantFrom(...strange))
    fc.assert(
      fc.property(fc.constantFrom(...policies), fc.array(change, { minLength: 1, maxLength: 3 }), (policy, changes) => {
        const text = JSON.stringify(
          changes.reduce<Json>((whole, [at, value]) => {
            const all = paths(whole)
            return put(whole, all[at % all.length] ?? [], value)
          }, policy)
        )
        const { bundle, diagnostics } = compiled(text)
        const isSound = !diagnostics.some(({ level }) => level === "error")
        expect(bundle !== undefined).toBe(isSound)
        if (bundle !== undefined) expect(JSON.parse(JSON.stringify(bundle))).toEqual(bundle)
      }),
      { numRuns: 150 }
    )
  })

  it("survives any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 200 }), (text) => {
        expect(compiled(text).diagnostics.length).toBeGreaterThan(0)
      }),
      { numRuns: 100 }
    )
  })
})
