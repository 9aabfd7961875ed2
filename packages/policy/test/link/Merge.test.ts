import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { content, merge } from "../../src/link/Merge.ts"
import { plant, type Tree } from "../../src/link/Tree.ts"
import { parseYaml } from "../../src/parse/YamlParser.ts"

const tree = (text: string): Tree => {
  const { tree: node } = parseYaml({ path: "x.yaml", text })
  if (node === undefined) throw new Error(`not a tree: ${text}`)
  return plant(node)
}
const json = (value: unknown): Tree => tree(JSON.stringify(value))
const merged = (base: string, over: string): string => content(merge(tree(base), tree(over)))
const same = (actual: string, expected: string) => expect(actual).toBe(content(tree(expected)))

/** Policies of one shape: a map in one is a map in the other. */
const leaf = fc.constantFrom("a", "b", "c")
const inner = fc.record(
  { s1: leaf, s2: leaf, l1: fc.array(leaf, { minLength: 1, maxLength: 3 }) },
  { requiredKeys: [] }
)
const policy = fc
  .record({ m1: inner, m2: inner, s3: leaf, l2: fc.array(leaf, { minLength: 1 }) }, { requiredKeys: ["m1"] })
  .filter(({ m1, m2 }) => Object.keys(m1).length > 0 && (m2 === undefined || Object.keys(m2).length > 0))

describe("merging", () => {
  it("merges maps by key at every depth, and replaces scalars and lists", () => {
    same(merged("{ a: { x: 1, y: [1, 2] }, b: 2 }", "{ a: { y: [3] }, c: 4 }"), "{ a: { x: 1, y: [3] }, b: 2, c: 4 }")
    same(merged("{ within: { urgent: 1 day, low: 2 days } }", "{ within: 3 days }"), "{ within: 3 days }")
    same(merged("{ within: 3 days }", "{ within: { urgent: 1 day } }"), "{ within: { urgent: 1 day } }")
  })

  it("keeps the order of inherited entries and puts new ones behind", () => {
    const both = merge(tree("{ agent: 1, head: 2 }"), tree("{ clerk: 3, agent: 4 }"))
    expect(both._tag === "Map" ? [...both.entries.keys()] : []).toEqual(["agent", "head", "clerk"])
  })

  it("removes an entry", () => {
    same(merged("{ a: { x: 1, y: 2 } }", "{ a: { x: removed } }"), "{ a: { y: 2 } }")
    const told: string[] = []
    merge(tree("{ a: { x: 1 } }"), tree("{ a: { x: removed, z: removed } }"), {
      removed: (_, was, path) => told.push(`${path} ${was === undefined ? "nothing" : "was"}`),
      absent: () => {},
      nothing: () => {}
    })
    expect(told).toEqual(["a.x was", "a.z nothing"])
  })

  it("adds items to a list and removes some; new rows of a table go before the inherited ones", () => {
    same(merged("{ l: [a, b, c] }", "{ l: { also: [d, a], without: [b] } }"), "{ l: [a, c, d] }")
    same(merged("{ l: a }", "{ l: { also: [b] } }"), "{ l: [a, b] }")
    same(
      merged(
        "{ rules: [{ when: { x: 1 }, then: y }, { otherwise: z }] }",
        "{ rules: { also: [{ when: { x: 2 }, then: w }] } }"
      ),
      "{ rules: [{ when: { x: 2 }, then: w }, { when: { x: 1 }, then: y }, { otherwise: z }] }"
    )
    same(
      merged(
        "{ rules: [{ when: { x: 1 }, then: y }, { otherwise: z }] }",
        "{ rules: { without: [{ then: y, when: { x: 1 } }] } }"
      ),
      "{ rules: [{ otherwise: z }] }"
    )
  })

  it("keeps the replaced value", () => {
    const both = merge(merge(tree("{ a: 1 }"), tree("{ a: 2 }")), tree("{ a: 3 }"))
    const a = both._tag === "Map" ? both.entries.get("a") : undefined
    const told = [a, a?.over, a?.over?.over, a?.over?.over?.over].map((each) =>
      each === undefined ? "-" : content(each)
    )
    expect(told).toEqual(['"3"', '"2"', '"1"', "-"])
  })

  it("changes nothing without content, and nothing the second time", () => {
    fc.assert(
      fc.property(policy, policy, (a, b) => {
        expect(content(merge(undefined, json(a)))).toBe(content(json(a)))
        expect(content(merge(json(a), json(a)))).toBe(content(json(a)))
        const once = merge(json(a), json(b))
        expect(content(merge(once, json(b)))).toBe(content(once))
      })
    )
  })

  it("does not depend on which two of three policies are merged first", () => {
    fc.assert(
      fc.property(policy, policy, policy, (a, b, c) => {
        const left = merge(merge(json(a), json(b)), json(c))
        const right = merge(json(a), merge(json(b), json(c)))
        expect(content(left)).toBe(content(right))
      })
    )
  })

  it("contains every value of the upper policy and every unchanged one of the lower", () => {
    fc.assert(
      fc.property(policy, policy, (a, b) => {
        const both = leaves(merge(json(a), json(b)))
        const [lower, upper] = [leaves(json(a)), leaves(json(b))]
        for (const [path, value] of upper) expect(both.get(path)).toBe(value)
        for (const [path, value] of lower) if (!upper.has(path)) expect(both.get(path)).toBe(value)
        expect(both.size).toBe(new Set([...lower.keys(), ...upper.keys()]).size)
      })
    )
  })
})

const leaves = (at: Tree, path = ""): ReadonlyMap<string, string> =>
  at._tag === "Map"
    ? new Map([...at.entries].flatMap(([key, value]) => [...leaves(value, `${path}.${key}`)]))
    : new Map([[path, content(at)]])
