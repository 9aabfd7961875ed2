/** The meaning of the names of inputs. */
import { describe, expect, it } from "vitest"
import { parse } from "../../src/policy/InputName.ts"

describe("the name of an input", () => {
  it.each([
    ["kind", { _tag: "Fixed", name: "kind" }],
    ["category.department", { _tag: "Fixed", name: "category.department" }],
    ["category.urgency", { _tag: "CategoryDefault", dimension: "urgency" }],
    ["gate.told", { _tag: "GateState", gate: "told" }],
    ["clock.told.twice", { _tag: "ClockState", clock: "told.twice" }],
    ["decision.judged", { _tag: "Conclusion", gate: "judged" }],
    ["since.bought-at", { _tag: "Since", date: "bought-at" }],
    ["signal.lawyer", { _tag: "Signal", signal: "lawyer" }],
    ["order.value", { _tag: "Fact", fact: "order.value" }],
    ["amount", { _tag: "Fact", fact: "amount" }]
  ] as const)("%s", (name, source) => expect(parse(name)).toEqual(source))

  it.each(
    [
      "kind category category.department emotion confidence channel score anonymous received happened-at hoped-for-by",
      "same-matter.contacts same-matter.unanswered same-problem.customers same-problem.cases",
      "departments.count handovers reopened names-owner cause satisfaction"
    ].flatMap((line) => line.split(" "))
  )("%s is one that every policy has", (name) => expect(parse(name)).toEqual({ _tag: "Fixed", name }))

  it("is a dimension if the policy grades by it", () => {
    expect(parse("urgency", new Set(["urgency"]))).toEqual({ _tag: "Level", dimension: "urgency" })
  })
})
