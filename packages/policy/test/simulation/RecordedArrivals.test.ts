/** Arrivals and texts in tables beside a simulation file: every kind of file, every mapping, and faulty rows. */
import { describe, expect, it } from "vitest"
import { type Companions, renderCompact } from "../../src/index.ts"
import { readSimulation } from "../../src/simulation/SimulationReader.ts"
import { bundleOf, head } from "../compile/Sample.ts"

const shop = bundleOf(
  `${head}facts: { tier: { one-of: [key, usual], default: usual }, again: { type: yes-no, default: no } }
dictionary: { categories: { billing: { words: [invoice], defaults: { urgency: important } } } }
`
)

const readWith = (arrivals: string, files: Readonly<Record<string, ReturnType<Companions["read"]>>>) => {
  const text = `hearback: 1\nsimulation: w\npolicy: p.yaml\narrivals: { ${arrivals} }\n`
  const { simulation, diagnostics } = readSimulation({ path: "w.simulation.yaml", text }, shop, {
    read: (path) => files[path],
    instants: (format) => (written) =>
      format === undefined ? iso(written) : iso(written.replace(/^(\d\d)\/(\d\d)\/(\d{4})/u, "$3-$2-$1"))
  })
  return { ...simulation?.arrivals, told: diagnostics.map((one) => renderCompact(one, "en")) }
}

const iso = (text: string): number | undefined => {
  const at = Date.parse(`${text.replace(" ", "T")}Z`)
  return Number.isNaN(at) ? undefined : at
}
const at = (text: string) => iso(text)

describe("recorded arrivals", () => {
  it("can be a table with columns named like fields, in either language, or like facts", () => {
    const csv = `收到时间,客户原话,channel,customer,tier,facts.again,note
2026-03-02 09:10,"Wrong, ""again"".",phone,C-1,key,是,x

2026-03-03 10:00,,,,,,
`
    const { trace, told } = readWith("trace: feedback.csv", { "feedback.csv": `\uFEFF${csv.replaceAll("\n", "\r\n")}` })
    expect(told).toEqual([])
    expect(trace).toEqual([
      {
        at: at("2026-03-02 09:10"),
        text: 'Wrong, "again".',
        channel: "phone",
        customer: "C-1",
        facts: { tier: "key", again: true }
      },
      { at: at("2026-03-03 10:00") }
    ])
  })

  it("can be one JSON object on each line, or follow an import's mapping with constants and a format", () => {
    const files = {
      "a.ndjson": '{"at":"2026-03-02 09:10","text":"hm","more":{"x":1}}\n\n{"at":"2026-03-02 09:20"}\n',
      "b.csv": "when;words\n02/03/2026 09:10;hm\n",
      "map.yaml": "收到时间: when\nreceived:format: dd/MM/yyyy HH:mm\nverbatim: words\nchannel:: phone\n"
    }
    expect(readWith("trace: a.ndjson", files).trace).toEqual([
      { at: at("2026-03-02 09:10"), text: "hm" },
      { at: at("2026-03-02 09:20") }
    ])
    const { trace, told } = readWith("trace: { file: b.csv, map: map.yaml }", files)
    expect(told).toEqual([])
    expect(trace).toEqual([{ at: at("2026-03-02 09:10"), text: "hm", channel: "phone" }])
    const misspelt = readWith("trace: { file: b.csv, map: m.yaml }", { ...files, "m.yaml": "verbatm: words\n" }).told
    expect(misspelt).toContainEqual(expect.stringMatching(/^m\.yaml:1:1 error\[name\/unknown\]/))
  })

  it("report how many rows are left out, also those without an instant, and why", () => {
    const csv =
      "received,verbatim,channel\n2026-03-02 09:10,a,phone\n,b,phone\nsoon,c,phone\n2026-03-03 09:10,d,fax\n,,,,e\n"
    const { trace, leftOut, told } = readWith("trace: a.csv", { "a.csv": csv })
    expect([trace?.length, leftOut]).toEqual([1, 4])
    expect(told.map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual([
      "a.csv:3:1 warning[shape/missing-key]",
      "a.csv:4:1 warning[value/bad-date]",
      "a.csv:5:20 warning[name/unknown]",
      "a.csv:6:1 warning[simulation/row]"
    ])
    const empty = readWith("trace: a.csv", { "a.csv": "received,verbatim\n" }).told
    expect(empty).toEqual([
      expect.stringContaining("error[simulation/no-rows] `a.csv` has no rows, so nothing arrives")
    ])
  })

  it("are the first row of each case of an event log, translated by its mapping", () => {
    const files = {
      "log.csv":
        "id,what,time,via,sort\nA,open,2026-03-02 09:10,1,inv\nA,done,2026-03-02 11:00,1,inv\nB,open,2026-03-03 09:00,?,inv\n",
      "log.mapping.yaml": `hearback: 1
mapping: incidents
columns: { case: id, activity: what, at: time, channel: via, category: sort }
values: { channel: { "1": phone }, category: { inv: billing } }
missing: "?"
`
    }
    const { trace, told } = readWith("trace: { file: log.csv, map: log.mapping.yaml }", files)
    expect(told).toEqual([])
    expect(trace).toEqual([
      { at: at("2026-03-02 09:10"), channel: "phone", category: "billing" },
      { at: at("2026-03-03 09:00"), category: "billing" }
    ])
  })

  it("are the first event of each case of a log for process miners, with the attributes of the case", () => {
    const rows = [
      { "case:concept:name": "A", "case:channel": "phone", "time:timestamp": "2026-03-02 09:10", "case:tier": "key" },
      { "case:concept:name": "A", "case:channel": "phone", "time:timestamp": "2026-03-02 11:00", "case:tier": "key" },
      { "case:concept:name": "B", "time:timestamp": "2026-03-03 09:00", "case:channel": "fax" },
      { "case:concept:name": "C", "time:timestamp": "2026-03-04 09:00", "concept:name": "opened" }
    ]
    const log = { objects: `\n\n${rows.map((row) => JSON.stringify(row)).join("\n")}`, from: "xes" as const }
    const { trace, leftOut, told } = readWith("trace: log.xes", { "log.xes": log })
    expect(trace).toEqual([
      { at: at("2026-03-02 09:10"), channel: "phone", facts: { tier: "key" } },
      { at: at("2026-03-04 09:00") }
    ])
    expect(leftOut).toBe(1)
    expect(told).toEqual([expect.stringMatching(/^log\.xes:5:1 warning\[name\/unknown\]/)])
    const map = `hearback: 1
mapping: miners
preset: xes
columns: { channel: "case:via" }
values: { channel: { p: phone } }
`
    const other = {
      objects: '{"case:concept:name":"A","case:via":"p","time:timestamp":"2026-03-02 09:10"}',
      from: log.from
    }
    const files = { "log.xes": other, "m.mapping.yaml": map }
    expect(readWith("trace: { file: log.xes, map: m.mapping.yaml }", files).trace).toEqual([
      { at: at("2026-03-02 09:10"), channel: "phone" }
    ])
  })

  it("leave out a row that cannot be used, say which and why, and keep the others", () => {
    const csv = `received,verbatim,channel,tier
2026-03-02 09:10,hm,phone,key
yesterday,hm,phone,key
2026-03-02 09:10,hm,fone,key
2026-03-02 09:10,hm,phone,best
2026-03-02 09:10,hm, hm,phone,key
0216-03-02 09:10,hm,phone,key
9999-12-31 00:00,hm,phone,key
`
    const { trace, told } = readWith("trace: f.csv", { "f.csv": csv })
    expect(trace).toHaveLength(1)
    expect(told.map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual([
      "f.csv:3:1 warning[value/bad-date]",
      "f.csv:4:21 warning[name/unknown]",
      "f.csv:5:27 warning[cell/unknown-value]",
      "f.csv:6:1 warning[simulation/row]",
      "f.csv:7:1 warning[value/bad-date]",
      "f.csv:8:1 warning[value/bad-date]"
    ])
  })

  it("are an error if no row can be used, if the file is missing, or if it has no instants", () => {
    const codes = (arrivals: string, files = {}) => {
      const { told, trace } = readWith(arrivals, files)
      expect(trace).toBeUndefined()
      return told.map((one) => /\w+\[[\w/-]+\]/u.exec(one)?.[0])
    }
    expect(codes("trace: none.csv")).toEqual(["error[file/unreadable]"])
    expect(codes("trace: f.xes", { "f.xes": { why: { en: "damaged", "zh-CN": "已损坏" } } })).toEqual([
      "error[file/unreadable]"
    ])
    expect(codes("trace: f.csv", { "f.csv": "verbatim\nhm\n" })).toEqual(["error[shape/missing-key]"])
    expect(codes("trace: f.csv", { "f.csv": "received\nnever\n" })).toEqual(["error[value/bad-date]"])
    expect(codes("trace: f.csv", { "f.csv": "received\n" })).toEqual(["error[simulation/no-rows]"])
    expect(codes("trace: [{ at: soon }]")).toEqual(["error[value/bad-date]"])
  })
})

describe("the numbers of a profile", () => {
  it("are refused if there are too few, if all are 0, or if one is below 0", () => {
    const says = (days: string) => readWith(`per-day: 2, days: [${days}]`, {}).told.map((one) => one.split("] ")[1])
    expect(says("1, 1")).toEqual(["7 numbers are expected here, but there are 2"])
    expect(says("0, 0, 0, 0, 0, 0, 0")).toEqual(["these 7 numbers are all 0, so nothing arrives"])
    expect(says("1, 1, 1, 1, -2, 0, 0")).toEqual(["-2 is below 0"])
  })
})

describe("recorded texts", () => {
  it("are the lines of a text file, a column of a table, or a list", () => {
    const gb = Uint8Array.from([0xb7, 0xa2, 0xc6, 0xb1, 0x0a])
    expect(readWith("texts: t.txt", { "t.txt": "one, two\n\nthree\n" }).texts).toEqual(["one, two", "three"])
    expect(readWith("texts: t.txt", { "t.txt": gb }).texts).toEqual(["发票"])
    expect(readWith("texts: t.csv", { "t.csv": "verbatim\thappened\nhm\t1\n\t2\n" }).texts).toEqual(["hm"])
    expect(readWith("texts: [a, b]", {}).texts).toEqual(["a", "b"])
  })
})
