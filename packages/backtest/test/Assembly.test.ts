/** Cases are assembled from rows: faults of the log are counted, and correct rows are kept. */
import { describe, expect, it } from "vitest"
import { type LogMapping, makeAssembly } from "../src/index.ts"
import { byFacts, HOUR, nine } from "./Cases.ts"

const mapping: LogMapping = {
  columns: { case: "id", activity: "state", at: "when", order: "n", received: "opened", channel: "by" },
  constants: { kind: "complaint" },
  factsOfAll: {},
  facts: { urgent: "urgent" },
  grades: { priority: "prio" },
  kept: { acknowledged: "sla" },
  outcomes: { reopened: "reopens" },
  events: new Map([
    ["New", undefined],
    ["Waiting", { _tag: "Paused", reason: "waiting-on-customer" }],
    ["Working", { _tag: "Resumed" }],
    ["Done", { _tag: "GatePassed", gate: "acknowledged" }]
  ]),
  values: { channel: new Map([["Telephone", "phone"]]), priority: new Map([["1", "P0"]]) },
  missing: ["?"],
  demanded: ["id", "when"],
  time: {}
}

const row = (line: number, values: Readonly<Record<string, string>>) => ({
  line,
  values: { id: "A", when: String(line), opened: "1", by: "Telephone", urgent: "yes", state: "New", n: "0", ...values }
})

const logOf = (...rows: ReturnType<typeof row>[]) => logBy(mapping, ...rows)

const logBy = (by: LogMapping, ...rows: ReturnType<typeof row>[]) => {
  const assembly = makeAssembly({
    mapping: by,
    policy: byFacts(),
    readInstant: (text) => (/^\d+$/.test(text) ? nine + Number(text) * HOUR : undefined)
  })
  for (const one of rows) assembly.add(one)
  return assembly.finish()
}

const faultsOf = (...rows: ReturnType<typeof row>[]) =>
  logOf(...rows).quality.faults.map(({ fault, count, lines, column, value }) => [fault, count, lines, column, value])

describe("a log", () => {
  it("gives every case the constant facts that have no column; an empty cell stays unknown", () => {
    const ofAll = { ...mapping, factsOfAll: { tier: "key", urgent: true } }
    const [one] = logBy(ofAll, row(2, {}), row(3, {})).cases
    expect(one).toMatchObject({ facts: { tier: "key", urgent: "yes" }, moments: [] })
    expect(logBy(ofAll, row(2, { urgent: "?" })).cases[0]?.facts).toEqual({ tier: "key" })
  })

  it("counts how often a case was handed over if a column names its owner", () => {
    const owned = { ...mapping, columns: { ...mapping.columns, owner: "owner" } }
    const rows = ["ann", "?", "ann", "ben", "ben", "ann"].map((owner, n) => row(n + 2, { owner }))
    expect(logBy(owned, ...rows).cases[0]).toMatchObject({ handedOver: 2, outcomes: ["handed-over"] })
    expect(logBy(owned, ...rows.slice(0, 3)).cases[0]).toMatchObject({ handedOver: 0, outcomes: [] })
    expect(logOf(...rows).cases[0]).not.toHaveProperty("handedOver")
  })

  it("becomes cases with first facts, changes, events and last decisions", () => {
    const { cases } = logOf(
      row(2, { prio: "1", sla: "true" }),
      row(3, { urgent: "no", state: "Working" }),
      row(4, { urgent: "no", state: "Waiting", prio: "P1" }),
      row(5, { urgent: "?", state: "Waiting" }),
      row(6, { urgent: "no", state: "Working" }),
      row(7, { urgent: "no", state: "Done", sla: "false", reopens: "2" }),
      row(8, { urgent: "no", state: "Done", reopens: "0" })
    )
    expect(cases).toEqual([
      {
        id: "A",
        receivedAt: nine + HOUR,
        said: { channel: "phone", kind: "complaint" },
        facts: { urgent: "yes" },
        moments: [
          { at: nine + 3 * HOUR, what: { _tag: "FactsRecorded", facts: { urgent: "no" } } },
          { at: nine + 4 * HOUR, what: { _tag: "Paused", reason: "waiting-on-customer" } },
          { at: nine + 6 * HOUR, what: { _tag: "Resumed" } },
          { at: nine + 7 * HOUR, what: { _tag: "GatePassed", gate: "acknowledged" } }
        ],
        doings: [],
        decided: { grades: { priority: "P1" }, kept: { acknowledged: false } },
        outcomes: ["reopened"]
      }
    ])
  })

  it("is sorted by instant, whatever the order of its rows", () => {
    const rows = [row(2, {}), row(4, { state: "Waiting" }), row(6, { state: "Working" }), row(9, { state: "Done" })]
    const shuffled = [rows[2], rows[0], rows[3], rows[1]].flatMap((one) => (one === undefined ? [] : [one]))
    expect(logOf(...shuffled).cases).toEqual(logOf(...rows).cases)
  })

  it.each([
    ["no case", [row(2, { id: "?" })], [["no-case", 1, [2], undefined, undefined]]],
    ["no instant", [row(2, { when: "" })], [["no-instant", 1, [2], undefined, undefined]]],
    [
      "an instant that cannot be read",
      [row(2, { when: "soon" })],
      [
        ["no-instant", 1, [2], undefined, undefined],
        ["unparsed-time", 1, [2], "when", undefined]
      ]
    ],
    [
      "an instant of a year in which no case was",
      [row(2, { when: "16000000" })],
      [
        ["no-instant", 1, [2], undefined, undefined],
        ["unparsed-time", 1, [2], "when", undefined]
      ]
    ],
    ["what happened before its case", [row(2, { when: "0" })], [["negative-duration", 1, [2], undefined, undefined]]],
    [
      "a row older than the one before",
      [row(2, {}), row(3, { when: "1", state: "Working" })],
      [["out-of-order", 1, [3], undefined, undefined]]
    ],
    ["a row twice", [row(2, {}), row(3, { when: "2" })], [["duplicate", 1, [3], undefined, undefined]]],
    [
      "words that nobody knows",
      [row(2, { state: "Lost" }), row(3, { state: "Lost", by: "Fax", prio: "9", urgent: "perhaps" })],
      [
        ["unknown-value", 2, [2, 3], "state", "Lost"],
        ["unknown-value", 1, [3], "urgent", "perhaps"],
        ["unknown-value", 1, [3], "prio", "9"],
        ["unknown-value", 1, [3], "by", "Fax"]
      ]
    ]
  ])("reports %s, with its lines", (_, rows, expected) => expect(faultsOf(...rows)).toEqual(expected))

  it("names the first lines of a frequent fault", () => {
    const many = Array.from({ length: 9 }, (_, i) => row(i + 2, { state: "Lost" }))
    expect(faultsOf(...many)).toEqual([["unknown-value", 9, [2, 3, 4, 5, 6], "state", "Lost"]])
  })

  it("counts a dozen unknown values of a column apart, and the others together", () => {
    const many = Array.from({ length: 40 }, (_, i) => row(i + 2, { prio: `word ${i}` }))
    const found = faultsOf(...many).filter(([fault]) => fault === "unknown-value")
    expect(found).toHaveLength(13)
    expect(found[0]).toEqual(["unknown-value", 28, [14, 15, 16, 17, 18], "prio", undefined])
  })

  it("keeps rows of one instant that the order column tells apart", () => {
    const [first, second] = [row(2, { state: "Waiting", n: "1" }), row(3, { when: "2", state: "Working", n: "10" })]
    expect(logOf(second, first).cases[0]?.moments.map(({ what }) => what._tag)).toEqual(["Paused", "Resumed"])
  })

  it("tells who did what; work that only began causes no event", () => {
    const columns = { ...mapping.columns, resource: "who", role: "team", lifecycle: "phase" }
    const events: LogMapping["events"] = new Map([
      ...(mapping.events ?? []),
      ["Checked", { _tag: "Worked", on: "approval" }],
      ["Proposed", { _tag: "Asked", question: "proposal" }],
      ["Agreed", { _tag: "Answered", says: "agree" }]
    ])
    const { cases, quality } = logBy(
      { ...mapping, columns, events, values: { ...mapping.values, role: new Map([["Desk", "agent"]]) } },
      row(2, { state: "Done", who: "ann", team: "Desk", phase: "START" }),
      row(3, { state: "Done", who: "ann", phase: "complete" }),
      row(4, { state: "Done", who: "bob", phase: "schedule" }),
      row(5, { state: "Checked", who: "customer:C-1", phase: "complete" }),
      row(6, { state: "Proposed", who: "?", team: "Nobody" }),
      row(7, { state: "Agreed" })
    )
    const at = (hour: number): number => nine + hour * HOUR
    expect(cases[0]?.moments).toEqual([{ at: at(3), what: { _tag: "GatePassed", gate: "acknowledged" } }])
    expect(cases[0]?.doings).toEqual([
      { at: at(2), by: "ann", role: "agent", work: { on: "acknowledged", step: "start" } },
      { at: at(3), by: "ann", work: { on: "acknowledged", step: "complete" } },
      { at: at(4), by: "bob" },
      { at: at(5), work: { on: "approval", step: "complete" } },
      { at: at(6), asked: "proposal" },
      { at: at(7), answered: "agree" }
    ])
    expect(quality.faults).toMatchObject([{ fault: "unknown-value", column: "team", value: "Nobody" }])
  })
})
