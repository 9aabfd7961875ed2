import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv2020 } from "ajv/dist/2020.js"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseYaml } from "../../src/parse/YamlParser.ts"
import { checkShape } from "../../src/shape/Check.ts"
import { type Json, toJson } from "../../src/source/Node.ts"

const jsonOf = (name: string): Json => {
  const path = join(import.meta.dirname, "../fixtures", name)
  const { tree } = parseYaml({ path, text: readFileSync(path) })
  if (tree === undefined) throw new Error(`${name} cannot be read`)
  return toJson(tree)
}
const policies = ["itr-service.policy.yaml", "uk-fca-disp.policy.yaml", "quality-closed-loop.policy.yaml"].map(jsonOf)
const scenarios = ["scenarios/itr-service.scenario.yaml", "scenarios/quality-closed-loop.scenario.yaml"].map(jsonOf)

/** Returns the JSON Schema of a kind of file as editors apply it. */
const schemaOf = (kind: "policy" | "scenario") => {
  const path = join(import.meta.dirname, `../../../../schemas/${kind}.schema.json`)
  return new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(path, "utf8")))
}
const schemas = { policy: schemaOf("policy"), scenario: schemaOf("scenario") }

const words = fc.constantFrom(
  "removed",
  "otherwise",
  "also",
  "x",
  "owner",
  "due",
  "P0",
  "zh-CN",
  "__proto__",
  "when",
  "then",
  "",
  "a b"
)
const leaf = fc.oneof(
  words,
  fc.integer({ min: -3, max: 9 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null)
)
const value: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2 },
    leaf,
    fc.array(tie("node"), { maxLength: 3 }),
    fc.dictionary(words, tie("node"), { maxKeys: 3 })
  )
})).node

/** Makes a change somewhere in a document; the numbers choose the place. */
const change = fc.record({
  way: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
  how: fc.constantFrom("put", "add", "rename", "drop"),
  key: words,
  value
})
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never

function changed(json: Json, { way: [choice = 0, ...way], how, key, value: put }: Change): Json {
  if (typeof json !== "object" || json === null) return put
  const rest = { way, how, key, value: put }
  if (Array.isArray(json)) {
    if (json.length === 0) return [put]
    return json.map((item: Json, index) =>
      index === choice % json.length ? (way.length === 0 ? put : changed(item, rest)) : item
    )
  }
  const entries = Object.entries(json)
  const at = entries.length === 0 ? 0 : choice % entries.length
  const made = entries.flatMap(([name, each], index): ReadonlyArray<readonly [string, Json]> => {
    if (index !== at) return [[name, each]]
    if (way.length > 0) return [[name, changed(each, rest)]]
    return how === "drop"
      ? []
      : how === "rename"
        ? [[key, each]]
        : how === "put"
          ? [[name, put]]
          : [
              [name, each],
              [key, put]
            ]
  })
  const result: Record<string, Json> = Object.create(null)
  for (const [name, each] of made) result[name] = each
  return result
}

function agree(json: Json, kind: "policy" | "scenario"): void {
  // JSON is YAML, so the text of a document is its JSON.
  const { tree } = parseYaml({ path: "f", text: JSON.stringify(json) })
  if (tree === undefined) return
  const found = checkShape(tree, kind)
  const sound = schemas[kind](toJson(tree))
  expect(found.length === 0, JSON.stringify(found.map(({ code, message }) => [code, message.en]))).toBe(sound)
  for (const { primary } of found) {
    expect(primary.span.start).toBeGreaterThanOrEqual(0)
    expect(primary.span.end).toBeLessThanOrEqual(primary.span.file.text.length)
  }
}

describe("the check of shapes", () => {
  it("agrees with the JSON Schema: policies", () => {
    fc.assert(
      fc.property(fc.constantFrom(...policies), fc.array(change, { minLength: 1, maxLength: 3 }), (json, changes) =>
        agree(changes.reduce(changed, json), "policy")
      ),
      { numRuns: 150 }
    )
  })

  it("agrees with the JSON Schema: scenarios", () => {
    fc.assert(
      fc.property(fc.constantFrom(...scenarios), fc.array(change, { minLength: 1, maxLength: 3 }), (json, changes) =>
        agree(changes.reduce(changed, json), "scenario")
      ),
      { numRuns: 100 }
    )
  })
})
