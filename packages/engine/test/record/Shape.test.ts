/** The check of each kind of shape: what it accepts, and how it reports what it does not. */
import { describe, expect, it } from "vitest"
import { eventShapes } from "../../src/record/generated/EventShapes.ts"
import { checkOf, type EventShape } from "../../src/record/shape/Shape.ts"

const person: EventShape = { has: { name: "text", "age?": "number", "secret~": "text" } }
const forms: EventShape = {
  any: [{ has: { do: { is: ["go", "run"] }, to: "text" } }, { has: { do: { is: ["stay"] } } }]
}

type Row = readonly [shape: EventShape, value: unknown, path: string, expected: unknown, found: string]

describe("values that fit a shape", () => {
  it.each<readonly [EventShape, unknown]>([
    ["text", ""],
    ["number", 0],
    ["number", -1.5],
    ["yes-no", false],
    ["nothing", null],
    [{ is: ["a", 1, true] }, 1],
    [{ list: "text" }, []],
    [{ list: "text" }, ["a", "b"]],
    [{ map: "number" }, {}],
    [{ map: "number" }, { a: 1, constructor: 2 }],
    [{ row: ["number", "text"] }, [1, "a"]],
    [person, { name: "Ann", secret: "s" }],
    [person, { name: "Ann", secret: "s", age: 40 }],
    [forms, { do: "run", to: "x" }],
    [forms, { do: "stay" }],
    [{ any: ["nothing", "number"] }, null],
    [{ any: ["nothing", "number"] }, 3]
  ])("%j takes %j", (shape, value) => expect(checkOf(shape)(value as never, false)).toBeUndefined())
})

describe("a report says where, what was expected and what was found", () => {
  it.each<Row>([
    ["text", 1, "", { be: "text" }, "number"],
    ["number", "1", "", { be: "number" }, "text"],
    ["number", Number.NaN, "", { be: "number" }, "another"],
    ["yes-no", null, "", { be: "yes-no" }, "nothing"],
    ["nothing", [], "", { be: "nothing" }, "list"],
    [{ is: ["a", "b"] }, "c", "", { oneOf: ["a", "b"] }, "another"],
    [{ list: "text" }, { 0: "a" }, "", { be: "list" }, "object"],
    [{ list: "text" }, ["a", 2], "1", { be: "text" }, "number"],
    [{ map: "number" }, ["a"], "", { be: "object" }, "list"],
    [{ map: "number" }, { a: true }, "a", { be: "number" }, "yes-no"],
    [{ row: ["number", "number"] }, [1], "", { length: 2 }, "another"],
    [{ row: ["number", "number"] }, [1, "2"], "1", { be: "number" }, "text"],
    [person, "Ann", "", { be: "object" }, "text"],
    [person, { secret: "s" }, "name", { be: "text" }, "absent"],
    [person, { name: "Ann" }, "secret", { be: "text" }, "absent"],
    [person, { name: "Ann", secret: "s", age: "40" }, "age", { be: "number" }, "text"],
    [person, { name: "Ann", secret: "s", height: 2 }, "height", { be: "none" }, "number"],
    [person, { name: "Ann", secret: "s", toString: 2 }, "toString", { be: "none" }, "number"],
    [forms, { do: "fly" }, "do", { oneOf: ["go", "run", "stay"] }, "another"],
    [forms, { do: "go" }, "to", { be: "text" }, "absent"],
    [forms, {}, "do", { oneOf: ["go", "run", "stay"] }, "absent"],
    [{ any: ["nothing", "number"] }, "x", "", { be: "one of its forms" }, "text"],
    [{ list: { has: { of: { map: "text" } } } }, [{ of: { a: "x", b: 1 } }], "0.of.b", { be: "text" }, "number"]
  ])("%j and %j", (shape, value, path, expected, found) =>
    expect(checkOf(shape)(value as never, false)).toEqual({ path: path === "" ? [] : path.split("."), expected, found })
  )

  it("sealed fields may be absent if their seal cannot be opened, and no others may", () => {
    expect(checkOf(person)({ name: "Ann" }, true)).toBeUndefined()
    expect(checkOf({ list: person })([{ name: "Ann" }], true)).toBeUndefined()
    expect(checkOf(person)({ secret: "s" }, true)?.path).toEqual(["name"])
    expect(checkOf(person)({ name: "Ann", secret: 1 }, true)?.path).toEqual(["secret"])
  })
})

it("every event has the shape of an object, in every version", () => {
  for (const events of Object.values(eventShapes))
    for (const [name, versions] of Object.entries(events as Record<string, readonly EventShape[]>)) {
      expect(versions.length, name).toBeGreaterThan(0)
      for (const shape of versions) expect(shape, name).toHaveProperty("has")
    }
})
