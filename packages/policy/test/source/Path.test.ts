import { describe, expect, it } from "vitest"
import { parseYaml } from "../../src/parse/YamlParser.ts"
import { type Node, toJson } from "../../src/source/Node.ts"
import { follow, locate, renderPath, walk } from "../../src/source/Path.ts"
import { written } from "../../src/source/SourceFile.ts"

const text = `facts:
  customer.tier: { one-of: [key, standard] }
  customer: { tier: not-this }
grading:
  impact:
    rules:
      - { when: { cause: systemic }, then: systemic }
      - { otherwise: individual }
`
const tree = parseYaml({ path: "f", text }).tree as Node

describe("the path of a value", () => {
  it("counts rows from 1", () => {
    expect(renderPath(["grading", "impact", "rules", 1])).toBe("grading.impact.rules.2")
    expect(toJson(locate(tree, "grading.impact.rules.2.otherwise")?.node as Node)).toBe("individual")
    expect(locate(tree, "grading.impact.rules.0")).toBeUndefined()
    expect(locate(tree, "grading.impact.rules.3")).toBeUndefined()
  })

  it("uses the longest matching name, or a shorter one if only that leads on", () => {
    expect(locate(tree, "facts.customer.tier.one-of.2")?.path).toEqual(["facts", "customer.tier", "one-of", 1])
    expect(locate(tree, "facts.customer")?.path).toEqual(["facts", "customer"])
  })

  it("leads to the entry with its key", () => {
    const found = locate(tree, "facts.customer.tier")
    expect(found && written(found.span)).toBe("customer.tier: { one-of: [key, standard] }")
    expect(follow(tree, ["facts", "nobody"])).toBeUndefined()
    expect(follow(tree, [])?.node).toBe(tree)
  })

  it("leads back to every value", () => {
    for (const [node, path] of walk(tree)) expect(follow(tree, path)?.node).toBe(node)
  })
})
