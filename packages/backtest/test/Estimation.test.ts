/** What a record tells a simulation: how long work took, who worked, what customers answered; nothing beyond it. */
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { estimateSimulation, type RecordedCase } from "../src/index.ts"
import { HOUR, nine, recorded } from "./Cases.ts"

const policy = Build.policy()
const MINUTE = HOUR / 60
const DAY = 24 * HOUR

type Doing = RecordedCase["doings"][number]
type Step = NonNullable<Doing["work"]>["step"]

const work = (step: Step, after: number, by = "ann", on = "acknowledged"): Doing => ({
  at: nine + after,
  by,
  work: { on, step }
})

const cases = (count: number, more: (i: number) => Partial<RecordedCase>): readonly RecordedCase[] =>
  Array.from({ length: count }, (_, i) => recorded({ id: `C${i}`, receivedAt: nine + i * HOUR, ...more(i) }))

const estimationOf = (
  all: readonly RecordedCase[],
  workers: Parameters<typeof estimateSimulation>[2]["workers"] = []
) => {
  const found = estimateSimulation(all, policy, { workers })
  if (found === undefined) throw new Error("too few")
  return found
}

const timesOf = (all: readonly RecordedCase[]) => estimationOf(all).simulation.work?.times ?? []

describe("a record as a simulation", () => {
  it("needs ten cases", () => {
    expect(
      estimateSimulation(
        cases(9, () => ({})),
        policy,
        { workers: [] }
      )
    ).toBeUndefined()
    expect(
      estimateSimulation(
        cases(10, () => ({})),
        policy,
        { workers: [] }
      )
    ).toBeDefined()
  })

  it("lets cases arrive as they came, with what came from outside later and nothing that the staff did", () => {
    const moments: RecordedCase["moments"] = [
      { at: nine + HOUR, what: { _tag: "GatePassed", gate: "acknowledged" } },
      { at: nine + 2 * HOUR, what: { _tag: "FactsRecorded", facts: { urgent: true, unheardOf: 1 } } }
    ]
    const { simulation } = estimationOf(cases(12, (i) => (i === 0 ? { moments } : {})))
    const { trace = [] } = simulation.arrivals ?? {}
    expect(trace.map(({ at }) => at)).toEqual(Array.from({ length: 12 }, (_, i) => nine + i * HOUR))
    expect(trace[0]).toMatchObject({ text: "–", channel: "phone", category: "report", kind: "complaint", contacts: 1 })
    expect(trace[0]?.later).toEqual([{ after: 2 * HOUR, what: { _tag: "FactsRecorded", facts: { urgent: true } } }])
  })

  it("takes the last weeks alone where it is estimated to", () => {
    const all = cases(40, (i) => ({ receivedAt: nine + i * DAY }))
    const { simulation } = estimateSimulation(all, policy, { workers: [], weeks: 2 }) ?? {}
    expect(simulation?.arrivals?.trace).toHaveLength(15)
    expect(simulation).toMatchObject({ from: "2026-12-11", weeks: 15 / 7 })
  })

  it("counts work from its beginning to its end in working hours, without interruptions and what never ended", () => {
    const [row] = timesOf(
      cases(10, () => ({
        doings: [
          work("start", 0),
          work("suspend", 10 * MINUTE),
          work("resume", 2 * HOUR),
          work("complete", 2 * HOUR + 5 * MINUTE),
          work("start", 3 * HOUR)
        ]
      }))
    )
    expect(row).toEqual({ gate: "acknowledged", time: { kind: "empirical", values: Array(10).fill(15 * MINUTE) } })
    const night = timesOf(cases(10, () => ({ doings: [work("start", 7 * HOUR), work("complete", DAY + HOUR)] })))
    expect(night[0]?.time).toMatchObject({ values: Array(10).fill(2 * HOUR) })
  })

  it("tells grades and categories apart where there are enough of both", () => {
    const rows = timesOf(
      cases(80, (i) => ({
        decided: { grades: { priority: i % 2 === 0 ? "P0" : "P2" }, kept: {} },
        doings: [work("start", 0), work("complete", (i % 2 === 0 ? 5 : 50) * MINUTE)]
      }))
    )
    const minutes = rows.map(({ grade, time }) => [grade, time.kind === "empirical" && (time.values[0] ?? 0) / MINUTE])
    expect(minutes).toEqual(
      expect.arrayContaining([
        ["P0", 5],
        ["P2", 50]
      ])
    )
    const few = timesOf(cases(12, () => ({ doings: [work("start", 0), work("complete", MINUTE)] })))
    expect(few.map(({ grade, category }) => grade ?? category)).toEqual([undefined, undefined])
  })

  it("says what it was estimated too seldom, and leaves it open", () => {
    const { assumed, estimated, simulation } = estimationOf(
      cases(12, (i) => ({ doings: i < 9 ? [work("start", 0), work("complete", HOUR)] : [] }))
    )
    expect(assumed).toContainEqual({ of: "work", on: "acknowledged", count: 9 })
    expect(assumed).toContainEqual({ of: "proposal", count: 0 })
    expect(estimated.filter(({ of }) => of === "work")).toEqual([])
    expect([simulation.work?.times, simulation.customers]).toEqual([[], {}])
  })

  it("takes people of the file by their names, and counts others as many as worked in a week", () => {
    const [file] = Build.people.map(({ id, roles }) => ({ id, roles }))
    if (file === undefined) throw new Error("nobody")
    const by = (i: number): string => [file.id, "x", "y", "z"][i % 4] ?? ""
    const { simulation, estimated } = estimationOf(
      cases(40, (i) => ({ doings: [work("start", i * HOUR, by(i))] })),
      [file]
    )
    const people = simulation.staff?.people ?? []
    expect(people[0]).toEqual(file)
    const others = people.find(({ id }) => id.startsWith("log-"))
    expect(others?.count).toBe(3)
    expect(estimated).toContainEqual({ of: "staff", role: others?.roles[0], count: expect.any(Number) })
    expect(estimationOf(cases(10, () => ({}))).simulation.staff).toBeUndefined()
  })

  it("counts what customers answered, after how long, and who never did", () => {
    const asked: Doing = { at: nine, asked: "proposal" }
    const answer = (i: number): readonly Doing[] =>
      i < 5 ? [] : [{ at: nine + i * HOUR, answered: i < 15 ? "agree" : "refuse" }]
    const doings = (i: number): readonly Doing[] => [asked, { ...asked, at: nine + HOUR }, ...answer(i)]
    const open: Doing = { at: nine + 30 * HOUR, asked: "proposal" }
    const { simulation } = estimationOf(cases(22, (i) => ({ doings: i < 20 ? doings(i) : [open] })))
    expect(simulation.customers?.proposals).toEqual({
      agree: 0.5,
      counter: 0,
      refuse: 0.25,
      silent: 0.25,
      delay: { kind: "empirical", values: Array.from({ length: 15 }, (_, i) => (i + 5) * HOUR) }
    })
  })

  it("waits before a gate as often and as long as was waited before it was passed", () => {
    const reason = "waiting-on-customer"
    const waited = (i: number): RecordedCase["moments"] => [
      ...(i % 2 === 0
        ? ([
            { at: nine, what: { _tag: "Paused", reason } },
            { at: nine + HOUR, what: { _tag: "Resumed" } }
          ] as const)
        : []),
      { at: nine + 2 * HOUR, what: { _tag: "GatePassed", gate: "acknowledged" } },
      { at: nine + 3 * HOUR, what: { _tag: "Paused", reason } }
    ]
    const { simulation, estimated } = estimationOf(cases(20, (i) => ({ moments: waited(i) })))
    expect(simulation.work?.pauses).toEqual([
      { reason, share: 0.5, gates: ["acknowledged"], lasts: { kind: "empirical", values: Array(10).fill(HOUR) } }
    ])
    expect(estimated).toContainEqual({ of: "pause", reason, count: 10, half: HOUR })
  })

  it("hands over as many cases as were handed over, where the record tells owners", () => {
    const all = cases(40, (i) => (i < 30 ? { handedOver: i % 2 } : {}))
    const { simulation, estimated } = estimationOf(all)
    expect(simulation.work?.handOver).toBe(0.5)
    expect(estimated).toContainEqual({ of: "handovers", count: 15 })
    expect(estimationOf(cases(40, () => ({}))).simulation.work?.handOver).toBeUndefined()
  })

  it("gives what customers were given, as often", () => {
    const { simulation } = estimationOf(cases(20, (i) => (i % 2 === 0 ? { compensated: 50 } : {})))
    expect(simulation.work?.compensation).toMatchObject({ share: 0.5, amount: { values: Array(10).fill(50) } })
  })
})
