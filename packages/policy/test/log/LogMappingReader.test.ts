/** A log mapping: every name is checked against the policy, and a preset demands nothing of it. */
import { describe, expect, it } from "vitest"
import { renderCompact, renderPretty } from "../../src/diagnostic/PrettyFindings.ts"
import { format } from "../../src/format/Format.ts"
import { readLogMapping } from "../../src/log/LogMappingReader.ts"
import { bundleOf, head } from "../compile/Sample.ts"

const shop = bundleOf(`${head}facts: { impact: { one-of: [high, low] }, size: number }
clock-defaults: { pause: { waiting-on-customer: 10 days } }
dictionary: { categories: { billing: { words: [invoice], defaults: { urgency: important } } } }
`)

const read = (text: string, logged: "csv" | "xes" = "csv", bundle = shop) => {
  const { mapping, diagnostics } = readLogMapping(
    { path: "l.mapping.yaml", text: `hearback: 1\nmapping: L\n${text}` },
    bundle,
    logged
  )
  return {
    mapping,
    told: diagnostics.map((one) => renderCompact(one, "en")),
    shown: renderPretty(diagnostics, { language: "en", colour: false }),
    zh: diagnostics.map((one) => renderCompact(one, "zh-CN"))
  }
}
const columns = "columns: { case: id, at: when }\n"

describe("a log mapping", () => {
  it.each([
    ["facts: { impacts: x }", /`impacts`/, /impact/],
    ["decided: { grades: { urgncy: x } }", /urgncy/, /urgency/],
    ["decided: { kept: { acknowleged: x } }", /acknowleged/, /acknowledged/],
    ["events: { Solved: acknowledge }", /acknowledge/, /acknowledged/],
    ["events: { Waiting: { pause: waiting-for-customer } }", /waiting-for-customer/, /waiting-on-customer/],
    ["events: { Solved: { work: acknowleged } }", /acknowleged/, /acknowledged/],
    ["events: { Solved: { asks: proposl } }", /proposl/, /proposal/],
    ["events: { Solved: { reply: agre } }", /agre/, /agree/],
    ["values: { role: { A: agnt } }", /agnt/, /agent/],
    ["values: { lifecycle: { A: begin } }", /begin/, /start/],
    ["constants: { category: biling }", /biling/, /billing/],
    ["constants: { kind: complain }", /complain/, /complaint/],
    ["values: { impakt: { A: high } }", /impakt/, /impact/],
    ["values: { impact: { A: hihg } }", /hihg/, /high/],
    ["values: { urgency: { A: urgnt } }", /urgnt/, /urgent/],
    ["time: { zone: Europe/Lisbonn }", /Lisbonn/, /Europe\/Lisbon/],
    ["time: { format: HH:mm }", /year, month and day/, /dd\/MM\/yyyy/],
    ["constant: { kind: complaint }", /`constant`/, /constants/]
  ])("is checked, with a finding at its place and a guess: %s", (text, wrong, meant) => {
    const { mapping, told, zh, shown } = read(columns + text)
    expect(mapping).toBeUndefined()
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^l\.mapping\.yaml:4:\d+ error/)
    expect(told[0]).toMatch(wrong)
    expect(shown).toMatch(meant)
    expect(zh[0]).toMatch(/\p{Script=Han}/u)
  })

  it("needs a column for the case and one for the instant, which a preset can give", () => {
    expect(read("columns: { activity: x }").told.join()).toMatch(/`case`.*`at`/s)
    expect(read("preset: xes").mapping?.columns).toEqual({
      case: "case:concept:name",
      activity: "concept:name",
      at: "time:timestamp",
      resource: "org:resource",
      lifecycle: "lifecycle:transition"
    })
  })

  it("uses names of a preset that the policy declares, and prefers those of the file", () => {
    const { mapping, told } = read(
      "preset: servicenow\ncolumns: { case: ticket }\nevents: { Resolved: acknowledged }\n"
    )
    expect(told).toEqual([])
    expect(mapping?.columns).toMatchObject({ case: "ticket", at: "sys_updated_at" })
    expect(mapping?.facts).toEqual({ impact: "impact" })
    expect(mapping?.events?.get("Resolved")).toEqual({ _tag: "GatePassed", gate: "acknowledged" })
    expect(mapping?.events?.get("Awaiting User Info")).toEqual({ _tag: "Paused", reason: "waiting-on-customer" })
    expect(mapping?.demanded).toEqual(["ticket", "sys_updated_at"])
    const strict = bundleOf(`${head}clock-defaults: { pause: never }\n`)
    expect(read("preset: servicenow", "csv", strict).mapping?.facts).toEqual({})
    expect(read("preset: servicenow", "csv", strict).mapping?.events?.get("Awaiting User Info")).toBeUndefined()
  })

  it("reads work and answers, and recognises the gates in the log of a simulation", () => {
    const { mapping, told } = read(
      `${columns}events: { A: { work: approval }, B: { asks: confirmation }, C: { reply: satisfied } }\n`
    )
    expect(told).toEqual([])
    expect([...(mapping?.events?.values() ?? [])]).toEqual([
      { _tag: "Worked", on: "approval" },
      { _tag: "Asked", question: "confirmation" },
      { _tag: "Answered", says: "satisfied" }
    ])
    const simulated = read("preset: simulated").mapping
    expect(simulated?.facts).toMatchObject({ impact: "fact impact", size: "fact size" })
    expect(simulated?.events?.get("work acknowledged")).toEqual({ _tag: "Worked", on: "acknowledged" })
    expect(simulated?.events?.get("gate-passed acknowledged")).toEqual({ _tag: "GatePassed", gate: "acknowledged" })
    expect(simulated?.events?.has("clock-started")).toBe(true)
    expect(simulated?.events?.has("clock-met-late acknowledged")).toBe(true)
    expect(simulated?.columns).toMatchObject({ owner: "owner" })
    const asXes = read("preset: simulated", "xes").mapping
    expect(asXes?.columns).toMatchObject({ case: "case:concept:name", order: "order", channel: "case:channel" })
    expect(asXes?.facts).toMatchObject({ impact: "case:impact" })
  })

  it("can be in Chinese words, and is formatted in either language", () => {
    const english = `hearback: 1
mapping: L
columns: { case: id, at: when }
constants: { kind: complaint }
decided: { kept: { acknowledged: x } }
events:
  Answered: answered
  Back: resume
  Nothing: none
  Waiting: { pause: waiting-on-customer }
  Working: { work: acknowledged }
  Proposed: { asks: proposal }
  Agreed: { reply: agree }
values: { kind: { C: complaint }, impact: { A: high } }
missing: "?"
`
    const chinese = format({ path: "l.mapping.yaml", text: english }, { keys: "zh-CN" }).text ?? ""
    expect(chinese).toContain("日志映射: L")
    expect(chinese).toContain("Answered: 已答复")
    expect(chinese).toContain("Back: 恢复")
    const [one, other] = [english, chinese].map(
      (text) => readLogMapping({ path: "l.mapping.yaml", text }, shop).mapping
    )
    expect(other).toEqual(one)
    expect(one).toBeDefined()
    expect(format({ path: "l.mapping.yaml", text: chinese }, { keys: "en" }).text).toBe(english)
  })
})
