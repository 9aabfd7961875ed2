/** Every key of log mappings is read; the schema gives the list. */
import { describe, expect, it } from "vitest"
import { readLogMapping, readLogMappingHead } from "../../src/log/LogMappingReader.ts"
import { bundleOf, head } from "../compile/Sample.ts"
import { keysIn } from "./Keys.ts"

const shop = bundleOf(
  `${head}events: [delivered]
clock-defaults: { pause: { waiting-on-customer: 10 days } }
channels: { survey: { mode: active, ask-after: delivered, question: "How was it?", scale: [1, 3] } }
dictionary: { categories: { billing: { words: [invoice], defaults: { urgency: important } } } }
`
)

/** Returns the content of a mapping as JSON, with entries for maps, because JSON omits them. */
const outcome = (text: string): string => {
  const file = {
    path: "l.mapping.yaml",
    text: `hearback: 1\n${text.includes("mapping:") ? "" : "mapping: l\n"}${text}\n`
  }
  const { mapping, diagnostics } = readLogMapping(file, shop)
  const { policy, name } = readLogMappingHead(file)
  const plain = mapping && {
    ...mapping,
    events: mapping.events && [...mapping.events],
    values: Object.entries(mapping.values).map(([field, words]) => [field, [...words]])
  }
  return JSON.stringify([name, policy?.path, plain, { diagnostics: diagnostics.map(({ code }) => code) }])
}

type Probe = readonly [without: string, within: string]

const columns = "case: id, at: at"
const column = (key: string): Probe => [`columns: { ${columns} }`, `columns: { ${columns}, ${key}: x }`]
const mapped = (more: string): Probe => [`columns: { ${columns} }`, `columns: { ${columns} }\n${more}`]

const ofLogs: Readonly<Record<string, Probe>> = {
  "File.columns": [`preset: xes`, `preset: xes\ncolumns: { case: id }`],
  "File.mapping": ["mapping: a\npreset: xes", "mapping: b\npreset: xes"],
  "File.policy": ["preset: xes", "preset: xes\npolicy: p.yaml"],
  "File.preset": ["columns: { case: id, at: at }", "columns: { case: id, at: at }\npreset: servicenow"],
  "File.outcomes": mapped("outcomes: { reopened: x }"),
  "File.events": mapped("events: { Solved: acknowledged }"),
  "File.decided": mapped("decided: { kept: { acknowledged: x } }"),
  "LogDecided.kept": mapped("decided: { kept: { acknowledged: x } }"),
  "File.constants": mapped("constants: { kind: complaint }"),
  "File.facts": mapped("facts: { amount: x }"),
  "File.values": mapped("values: { kind: { C: complaint } }"),
  "File.missing": mapped('missing: "?"'),
  "File.time": mapped("time: { zone: UTC }"),
  "LogColumns.case": ["preset: xes", "preset: xes\ncolumns: { case: id }"],
  "LogColumns.at": ["preset: xes", "preset: xes\ncolumns: { at: id }"],
  ...Object.fromEntries(
    [
      "activity",
      "order",
      "received",
      "channel",
      "customer",
      "kind",
      "category",
      "verbatim",
      "score",
      "contacts",
      "compensated",
      "resource",
      "owner",
      "role",
      "lifecycle"
    ].map((key) => [`LogColumns.${key}`, column(key)])
  ),
  "LogConstants.channel": mapped("constants: { channel: survey }"),
  "LogConstants.kind": mapped("constants: { kind: complaint }"),
  "LogConstants.category": mapped("constants: { category: billing }"),
  "LogConstants.facts": mapped("constants: { facts: { amount: 3 } }"),
  "Waiting.pause": mapped("events: { Waiting: { pause: waiting-on-customer } }"),
  "LogWork.work": mapped("events: { Checked: { work: acknowledged } }"),
  "LogQuestion.asks": mapped("events: { Proposed: { asks: proposal } }"),
  "LogReply.reply": mapped("events: { Agreed: { reply: agree } }"),
  "LogDecided.grades": mapped("decided: { grades: { urgency: x } }"),
  "LogTime.format": mapped("time: { format: d/M/yyyy }"),
  "LogTime.zone": mapped("time: { zone: UTC }")
}

describe("every key of a log mapping", () => {
  it("has a test case", () => {
    const keys = keysIn("log").filter((id) => id !== "File.hearback")
    expect([...keys].sort()).toEqual(Object.keys(ofLogs).sort())
  })

  it.each(Object.entries(ofLogs))("%s is read", (_, [without, within]) => {
    expect(outcome(within)).not.toBe(outcome(without))
    // A finding would be a difference that proves nothing.
    expect(outcome(within)).toContain('"diagnostics":[]')
  })
})
