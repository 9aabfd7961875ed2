import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { readPeople } from "../../src/index.ts"
import { compileFile } from "../../src/node.ts"
import { placeOf } from "../../src/source/SourceFile.ts"

const fixtures = new URL("../fixtures/", import.meta.url).pathname
const bundleOf = (path: string) => {
  const { bundle, diagnostics } = compileFile(path)
  if (bundle === undefined) throw new Error(JSON.stringify(diagnostics.map(({ message }) => message.en)))
  return bundle
}
const itr = bundleOf(`${fixtures}itr-service.policy.yaml`)
const errors = (text: string) =>
  readPeople({ path: "people.yaml", text: `hearback: 1\n${text}` }, itr)
    .diagnostics.filter(({ level }) => level === "error")
    .map((each) => [each.code, placeOf(each.primary.span).line, each.fix?.text])
const at = (text: string) => Date.parse(`${text}:00+08:00`)

describe("people files", () => {
  it("contain people, absences with both days included, and customers with typed facts", () => {
    const text = readFileSync(`${fixtures}people.itr-service.yaml`, "utf8")
    const { people, diagnostics } = readPeople({ path: "people.yaml", text }, itr)
    expect(diagnostics).toEqual([])
    expect(people?.people[1]).toEqual({
      id: "wang-lei",
      name: "王磊",
      roles: ["agent"],
      department: "delivery",
      away: [{ from: at("2026-11-23T00:00"), to: at("2026-11-28T00:00") }],
      delegates: []
    })
    expect(people?.people[0]).toMatchObject({ calendar: "office", deputy: "wang-lei" })
    expect(people?.customers["c-hua"]).toEqual({
      name: "华信",
      language: "zh-CN",
      facts: { "customer.tier": "strategic" }
    })
  })

  it("contain delegations that end with their last day", () => {
    const text =
      "hearback: 1\npeople:\n  zhao-min: { roles: [supervisor, agent], delegates: { to: li-na, until: 2026-12-31, roles: [supervisor] } }\n  li-na: { roles: [agent] }\n"
    const { people } = readPeople({ path: "people.yaml", text }, itr)
    expect(people?.people[0]?.delegates).toEqual([
      { to: "li-na", until: at("2027-01-01T00:00"), roles: ["supervisor"] }
    ])
  })

  it("have findings at their place, with the name that was probably meant", () => {
    const text =
      "people:\n  a:\n    roles: [agentt]\n    department: suport\n    calendar: ofice\n    deputy: b\ncustomers:\n  c: { facts: { customer.teir: key } }\n"
    expect(errors(text)).toEqual([
      ["name/unknown", 4, "agent"],
      ["name/unknown", 5, "support"],
      ["name/unknown", 6, "office"],
      ["name/unknown", 7, undefined],
      ["name/unknown", 9, "customer.tier"]
    ])
  })

  it.each([
    ["a date that is none", "people:\n  a: { roles: [agent], away: 2026-02-30 }\n", "value/bad-date", 3],
    [
      "an absence that ends before it begins",
      "people:\n  a: { roles: [agent], away: 2026-03-05 to 2026-03-01 }\n",
      "value/bad-date",
      3
    ],
    ["a value outside a fact's list", "customers:\n  c: { facts: { customer.tier: gold } }\n", "cell/unknown-value", 3],
    [
      "a person and a customer of one id",
      "people:\n  a: { roles: [agent] }\ncustomers:\n  a: {}\n",
      "name/duplicate",
      5
    ],
    ["their own deputy", "people:\n  a: { roles: [agent], deputy: a }\n", "people/own-deputy", 3],
    [
      "a role lent without having it",
      "people:\n  a: { roles: [agent], delegates: { to: b, until: 2026-12-31, roles: [director] } }\n  b: { roles: [agent] }\n",
      "people/delegates-more",
      3
    ],
    [
      "a fact by a word that JavaScript knows",
      "people: { a: { roles: [agent] } }\ncustomers: { c: { facts: { toString: x } } }\n",
      "name/unknown",
      3
    ],
    ["an id written twice", "people:\n  a: { roles: [agent] }\n  a: { roles: [agent] }\n", "yaml/duplicate-key", 4]
  ])("refuse %s", (_, text, code, line) => {
    expect(errors(text).map(([found, at]) => [found, at])).toEqual([[code, line]])
    expect(readPeople({ path: "people.yaml", text: `hearback: 1\n${text}` }, itr).people).toBeUndefined()
  })

  it("have a warning about a role that gets work and that nobody has", () => {
    const { people, diagnostics } = readPeople(
      { path: "p", text: "hearback: 1\npeople: { a: { roles: [agent] } }\n" },
      itr
    )
    expect(people?.people).toHaveLength(1)
    expect(diagnostics.map(({ code, level }) => [code, level])).toContainEqual(["people/nobody-is", "warning"])
  })
})
