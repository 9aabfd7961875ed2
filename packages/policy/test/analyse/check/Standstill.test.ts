/** Gates that nobody can pass or that are never needed, and promises that cannot all be kept. */
import { describe, expect, it } from "vitest"
import { compile } from "../../../src/index.ts"
import { findings, head } from "../../compile/Sample.ts"

const staff =
  "hearback: 1\npeople: { ann: { roles: [agent] }, sue: { roles: [supervisor] }, max: { roles: [manager] } }\n"

/** Returns `code at words` of the findings of a policy, with or without its people. */
const told = (text: string, people?: string): readonly string[] => {
  const read = (path: string) =>
    path === "people.yaml" ? people : path === "shop.policy.yaml" ? head + text : undefined
  const beside = people === undefined ? {} : { people: "people.yaml" }
  return compile({ root: "shop.policy.yaml", read, ...beside }).diagnostics.map(
    ({ code, primary: { span } }) => `${code} ${span.file.text.slice(span.start, span.end)}`
  )
}
const witness = (text: string) => findings(head + text)[0]?.witness

/** Gates in the system loop of inquiries. */
const system = (gates: string): string => `loops: { inquiry: { system-loop: { ${gates} } } }\n`
const gate = (name: string, keys: string): string => `${name}: { needs: record, ${keys} }`

describe("a gate that nobody may pass", () => {
  it.each([
    ["the owner alone passes both", "owner", "owner"],
    ["the customer alone", "customer", "customer"],
    ["whoever received it", "receiver", "receiver"]
  ])("F-C10 · %s", (_, first, second) => {
    const text = system(`${gate("a", `by: ${first}`)}, ${gate("b", `by: ${second}, after: a, not-by: a`)}`)
    expect(told(text)).toEqual(["gate/nobody not-by"])
  })

  it("F-C10 · is reported if every person is excluded by one gate or another", () => {
    const text = system(
      `${gate("a", "by: owner")}, ${gate("b", "by: customer")}, ${gate("c", "by: [owner, customer], after: [a, b], not-by: [a, b]")}`
    )
    expect(told(text)).toEqual(["gate/nobody not-by"])
  })

  it("F-C10 · is reported if the people file has only one person with the role", () => {
    const text = system(`${gate("a", "by: supervisor")}, ${gate("b", "by: supervisor, after: a, not-by: a")}`)
    expect(told(text)).toEqual([])
    expect(told(text, staff)).toEqual(["gate/nobody not-by"])
    expect(told(text, staff.replace("ann: { roles: [agent] }", "ann: { roles: [agent, supervisor] }"))).toEqual([])
  })

  it("F-C10 · is not reported if a person is left, or the other gate need not be passed before", () => {
    expect(
      told(system(`${gate("a", "by: owner")}, ${gate("b", "by: [owner, manager], after: a, not-by: a")}`))
    ).toEqual([])
    expect(told(system(`${gate("a", "by: owner")}, ${gate("b", "by: owner, not-by: a")}`))).toEqual([])
    expect(
      told(system(`${gate("a", "by: owner, optional: yes")}, ${gate("b", "by: owner, after: a, not-by: a")}`))
    ).toEqual([])
  })
})

describe("a condition that never holds in its loop", () => {
  it.each([
    ["of another kind", gate("a", "when: { kind: praise }"), "praise", { kind: "inquiry" }],
    ["of no kind of the loop", gate("a", "when: { kind: { not: inquiry } }"), "kind", { kind: "inquiry" }],
    [
      "of several kinds",
      gate("a", "when: [{ kind: praise }, { kind: rating, anonymous: yes }]"),
      "when",
      { kind: "inquiry" }
    ],
    [
      "of a gate that the loop has not",
      gate("a", "when: { gate.agreed: passed }"),
      "passed",
      { "gate.agreed": "not-needed" }
    ]
  ])("F-C10 · %s", (_, gates, cell, example) => {
    expect(told(system(gates))).toEqual([`loop/never-holds ${cell}`])
    expect(witness(system(gates))).toEqual(example)
  })

  it("F-C10 · is reported for an explanation, a reopening and a clock", () => {
    expect(told(system(gate("a", "or-explain: { by: owner, when: { kind: praise } }")))).toEqual([
      "loop/never-holds praise"
    ])
    const reopen = "loops: { complaint: { reopen: { dissatisfied: { when: { kind: praise } } } } }\n"
    expect(told(reopen)).toEqual(["loop/never-holds praise"])
    expect(told("clocks: { inquiry.told: { when: { kind: complaint } } }\n")).toEqual(["loop/never-holds complaint"])
  })

  it("F-C10 · is not reported if the condition can hold", () => {
    expect(told(system(gate("a", "when: [{ kind: praise }, { kind: inquiry, anonymous: yes }]")))).toEqual([])
    expect(told(system(`${gate("b", "by: owner")}, ${gate("a", "when: { gate.b: waived }")}`))).toEqual([])
    expect(told(system(gate("a", "when: { gate.agreed: not-needed }")))).toEqual([])
  })
})

describe("a message that reaches nobody", () => {
  it("F-C10 · is reported for a result without a message", () => {
    expect(told("loops: { inquiry: { customer-loop: { told: { tell: removed } } } }\n")).toEqual([
      expect.stringMatching(/^gate\/tells-nobody/)
    ])
  })

  it("F-C10 · is not reported for a result of the system loop, which tells the staff", () => {
    expect(told(system("a: { needs: result }"))).toEqual([])
  })

  it.each([
    ["a gate", system(gate("a", "notify: ‹customer›"))],
    ["a gate, beside the owner", system(gate("a", "notify: [owner, ‹customer›]"))],
    ["a clock", "clocks: { agreed: { escalate: [{ at: due, notify: [manager, ‹customer›] }] } }\n"],
    ["every clock", "clock-defaults: { escalate: [{ at: due, notify: ‹customer› }] }\n"],
    ["an alarm", "alarms: { loud: { when: { emotion: furious }, notify: ‹customer› } }\n"],
    ["a machine", system(gate("a", "notify: ‹automatic›"))]
  ])("F-C10 · is reported if %s notifies the customer", (_, text) => {
    const word = /‹(.*)›/.exec(text)?.[1]
    expect(told(text.replace(/[‹›]/g, ""))).toEqual([`people/not-staff ${word}`])
  })
})

describe("promises that cannot all be kept", () => {
  it("F-C10 · the longer of two with the same start and end has no effect", () => {
    expect(told("clocks: { second: { within: 9 working days, met-by: agreed } }\n")).toEqual([
      "clock/never-counts 9 working days"
    ])
    // In the loop of inquiries it is longer than that of the pack; in the loop of complaints it counts.
    expect(told("clocks: { second: { within: 5 working days, met-by: told } }\n")).toEqual([])
    expect(told("clocks: { second: { within: 1 working hour, met-by: acknowledged } }\n")).toEqual([])
    expect(told("clocks: { second: { within: 9 working days, from: acknowledged, met-by: agreed } }\n")).toEqual([])
    expect(told("clocks: { second: { within: 9 working days, met-by: agreed, when: { kind: complaint } } }\n")).toEqual(
      []
    )
  })

  const steps = (whole: string, one: string, two: string): string =>
    `loops: { inquiry: { customer-loop: {
      looked: { needs: record, within: ${one} },
      found: { needs: record, after: looked, from: looked, within: ${two} },
      told: { after: found, within: ${whole} } } } }\n`

  it("F-C10 · steps that together take longer than the promise that they lead to", () => {
    expect(told(steps("5 working days", "3 working days", "3 working days"))).toEqual([
      "clock/chain-too-long 5 working days"
    ])
    expect(told(steps("{ urgent: 5 days, otherwise: 9 days }", "3 days", "3 days"))).toEqual([
      "clock/chain-too-long within"
    ])
    expect(witness(steps("{ urgent: 5 days, otherwise: 9 days }", "3 days", "3 days"))).toEqual({ urgency: "urgent" })
    expect(told(steps("6 working days", "3 working days", "3 working days"))).toEqual([])
  })

  it("F-C10 · a step that starts after the receipt and has more time than the whole", () => {
    expect(told(steps("2 working days", "1 working day", "3 working days"))).toEqual([
      "clock/due-before-its-turn 2 working days"
    ])
  })

  it("F-C10 · hours that are shorter than a night", () => {
    const first = (within: string, more = "") => `clocks: { acknowledged: { within: ${within} } }\n${more}`
    expect(told(first("4 hours"))).toEqual(["clock/due-while-closed 4 hours"])
    expect(witness(first("4 hours"))).toEqual({ received: "2026-03-03 17:00" })
    expect(told(first("4 working hours"))).toEqual([])
    expect(told(first("20 hours"))).toEqual([])
    expect(told(first("4 hours", "ownership: { on-call: { to: supervisor } }\n"))).toEqual([])
    expect(told(first("4 hours", "clock-defaults: { calendar: always }\n"))).not.toContain(
      "clock/due-while-closed 4 hours"
    )
    expect(
      told(`loops: { complaint: { customer-loop: { acknowledged: { by: automatic } } } }\n${first("4 hours")}`)
    ).toEqual([])
  })

  it("F-C10 · an owner who may begin after the first promise is due", () => {
    expect(told("ownership: { take-up: 4 working hours }\n")).toEqual(["ownership/take-up-too-late 4 working hours"])
    expect(told("ownership: { take-up: 2 working days }\n")).toEqual(["ownership/take-up-too-late 2 working days"])
    expect(told("ownership: { take-up: 2 working hours }\n")).toEqual([])
    expect(
      told("clocks: { acknowledged: { within: 1 working day } }\nownership: { take-up: 8 working hours }\n")
    ).toEqual([])
  })
})
