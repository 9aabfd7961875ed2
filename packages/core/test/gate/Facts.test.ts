/** What is known of each gate kind without a step: one test for each kind, with everything that is known. */
import { describe, expect, it } from "vitest"
import type { Case } from "../../src/case/Case.ts"
import type { Evidence } from "../../src/case/generated/Command.ts"
import type { GateState } from "../../src/case/track/Gate.ts"
import { causeFields } from "../../src/gate/RootCause.ts"
import { gateFacts } from "../../src/gate/registry.ts"
import type { GateRule } from "../../src/policy/Bundle.ts"
import type { GateKind } from "../../src/policy/GateKind.ts"
import { policy } from "../../src/testing/Build.ts"
import { desk, instant, submit } from "../../src/testing/Spec.ts"
import { action, MON, plan } from "./flow.ts"

it.each<readonly [kind: GateKind, required: string, asked: string, optional: string]>([
  ["acknowledgement", "", "", ""],
  ["classification", "", "", "category reason"],
  ["containment", "", "", ""],
  ["record", "", "", ""],
  ["findings", "", "", "result"],
  ["approval", "", "", ""],
  ["correction", "actions", "", ""],
  ["root-cause", "cause", "method whys causes evidence", ""],
  ["prevention", "actions", "", "publish"],
  ["effectiveness", "", "proof", "shortfall"],
  ["proposal", "proposal", "", ""],
  ["decision", "decision reason", "", "until publish"],
  ["result", "", "result", "shortfall"],
  ["confirmation", "", "", ""]
])("%s requires %j, asks for %j where its rule does, and takes %j", (kind, ...fields) => {
  const { required = [], asked = [], optional = [] } = gateFacts[kind].evidence
  expect([required, asked, optional].map((names) => names.join(" "))).toEqual(fields)
})

it("a fishbone has six bones, and 5W1H has six questions", () => {
  expect(causeFields).toEqual({
    fishbone: ["man", "machine", "material", "method", "environment", "measurement"],
    "five-w-one-h": ["what", "why", "who", "when", "where", "how"]
  })
})

describe("the smallest evidence of", () => {
  const given = { by: "ann", today: "2026-11-16", isSystemic: true, words: (_: unknown, n = 1) => String(n) }
  const smart = { actions: [{ what: "1", metric: "1", target: "1", owner: "ann", due: "2026-11-16" }] }
  it.each<readonly [GateKind, Partial<GateRule>, Evidence | undefined]>([
    ["correction", {}, smart],
    ["prevention", {}, smart],
    ["root-cause", {}, { whys: ["1"], cause: "systemic", evidence: ["1"] }],
    [
      "root-cause",
      { method: ["fishbone", "eight-d"], depth: 3 },
      { method: "fishbone", whys: ["1", "2", "3"], cause: "systemic", evidence: ["1"] }
    ],
    ["effectiveness", {}, undefined],
    ["effectiveness", { proof: "no-recurrence" }, undefined],
    ["effectiveness", { proof: "both" }, undefined],
    ["effectiveness", { proof: "metric" }, { proof: "1" }],
    ["effectiveness", { proof: "either" }, { proof: "1" }],
    ["proposal", {}, { proposal: "1" }],
    ["decision", {}, { decision: "1", reason: "1" }],
    ["decision", { oneOf: ["now", "never"] }, { decision: "now", reason: "1" }],
    ["result", {}, { result: "1" }],
    ["confirmation", {}, undefined]
  ])("%s %j is %j", (kind, rule, evidence) => {
    expect(gateFacts[kind].example?.(rule as GateRule, given)).toEqual(evidence)
  })
  it("root-cause is incidental if no gate asks for a systemic one", () => {
    const { example } = gateFacts["root-cause"]
    expect(example?.({} as GateRule, { ...given, isSystemic: false })).toMatchObject({ cause: "incidental" })
  })
})

describe("the values of placeholders", () => {
  const fill = (kind: GateKind, name: string, ...gates: readonly object[]) =>
    gateFacts[kind].fills?.[name]?.(gates as readonly GateState[], {} as Case, policy(), "en")
  const actions = (...what: readonly string[]) => ({ actions: what.map((one) => ({ what: one })) })

  it.each([
    ["correction", "correction"],
    ["prevention", "prevention"]
  ] as const)("%s: everything that is to be done", (kind, name) => {
    expect(fill(kind, name, actions("redone", "paid back"), actions("checked"))).toBe("redone; paid back; checked")
    expect(fill(kind, name, actions())).toBeUndefined()
  })
  it("root-cause: the last why, or the first bone", () => {
    const shown = (evidence?: object) => fill("root-cause", "root-cause", {}, { evidence })
    expect(shown({ whys: ["a", "b"], causes: { man: "c" } })).toBe("b")
    expect(shown({ causes: { man: "c", machine: "d" } })).toBe("c")
    expect(shown({})).toBeUndefined()
    expect(shown()).toBeUndefined()
  })
  it("prevention.live-since: the day on which the action was done", () => {
    expect(fill("prevention", "prevention.live-since", {}, { settledAt: instant("2026-11-18 10:00") })).toBe(
      "18 November 2026"
    )
    expect(fill("prevention", "prevention.live-since", {})).toBeUndefined()
  })
  it("proposal: the last one", () => {
    expect(fill("proposal", "proposal", { rounds: [] }, { rounds: [{ text: "a" }, { text: "b" }] })).toBe("b")
    expect(fill("proposal", "proposal", { rounds: [] })).toBeUndefined()
  })
  it("decision, result and shortfall: the evidence, in the reader's language", () => {
    const c = {
      gates: { g: { evidence: { decision: "later", result: "redone", shortfall: "late" } } }
    } as unknown as Case
    const said = (kind: GateKind, name: string, of = c) => gateFacts[kind].fills?.[name]?.([], of, policy(), "zh-CN")
    expect([said("decision", "decision"), said("result", "result"), said("result", "shortfall")]).toEqual([
      "暂缓",
      "redone",
      "late"
    ])
    expect(said("decision", "decision", { gates: {} } as unknown as Case)).toBeUndefined()
  })
})

describe("a conclusion", () => {
  const suggested = () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "I suggest a button" }))
    return d
  }
  const decide = (decision: string, more = {}) =>
    ({ do: "pass", gate: "decided", decision, reason: "it costs", ...more }) as const

  it("that postpones is decided again on its day, and its owner is notified", () => {
    const d = suggested()
    d.does(`${MON} 10:00`, "ann", decide("later", { until: " 2026-12-01 " }))
    expect([d.gate("decided"), d.due("later:decided")]).toEqual(["passed", "2026-12-01 00:00"])
    d.tick("2026-11-30 23:59")
    expect(d.gate("decided")).toBe("passed")
    d.tick("2026-12-01 00:00")
    expect(d.gate("decided")).toBe("open")
    expect(d.letters().filter((letter) => /^(alarm|reopened)/.test(letter))).toEqual(["alarm to ann"])
    const back = { cause: "later", reason: "later", why: "loops.suggestion.customer-loop.decided.one-of" }
    expect(d.named("case-reopened")).toMatchObject([{ gate: "decided", ...back }])
    expect(d.named("message-queued").at(-1)).toMatchObject({
      text: "alarm A. reason: the decision is due for review."
    })
  })
  it("without a day is decided again after half a year", () => {
    const d = suggested()
    d.does(`${MON} 10:00`, "ann", decide("暂缓"))
    expect(d.due("later:decided")).toBe("2027-05-17 00:00")
  })
  it.each(["adopted", "declined"])("%s is final", (decision) => {
    const d = suggested()
    d.does(`${MON} 10:00`, "ann", decide(decision))
    expect(d.case().clocks["later:decided"]).toBeUndefined()
    d.tick("2027-12-01 00:00")
    expect(d.gate("decided")).toBe("passed")
  })
})

describe("a plan", () => {
  it("is recorded with its number, and released for publication if that was said", () => {
    const d = plan()
    d.does(`${MON} 10:20`, "ann", { do: "pass", gate: "prevented", actions: [action("a second alarm")], publish: true })
    expect(d.case().gates["prevented"]?.actions.map(({ what, publish }) => [what, publish])).toEqual([
      ["alarm on a missed run", undefined],
      ["a second alarm", true]
    ])
    expect(d.gate("prevented")).toBe("open")
    d.does(`${MON} 10:30`, "ben", { do: "act-done", gate: "prevented", action: 1, evidence: "17" })
    expect(d.gate("prevented")).toBe("open")
    d.does(`${MON} 10:40`, "ben", { do: "act-done", gate: "prevented", action: 2, evidence: "18" })
    expect(d.gate("prevented")).toBe("passed")
    expect(d.case().gates["prevented"]?.evidence?.actions?.map(({ what }) => what)).toEqual([
      "alarm on a missed run",
      "a second alarm"
    ])
  })
})
