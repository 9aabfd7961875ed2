/** What holds for every step, with any command. */
import { describe, expect, it } from "vitest"
import { empty, evolve } from "../../src/case/Case.ts"
import { nothingGathered } from "../../src/case/Gathered.ts"
import { ledgerLine, outbound } from "../../src/decide/outbox.ts"
import * as Problem from "../../src/decide/Problem.ts"
import { decide } from "../../src/decide/step.ts"
import { actor, policy } from "../../src/testing/Build.ts"
import { desk, given, instant, submit } from "../../src/testing/Spec.ts"

const MON = "2026-11-16"
const p = policy()
const opened = [submit(), `${MON} 09:00`, "ann"] as const

describe("a step", () => {
  it("refuses commands to a case that does not exist, and opens no case twice", () => {
    given(p).when({ do: "note", text: "x" }, `${MON} 09:00`, "ann").rejects("case/unknown").without("command-refused")
    const refused = desk(p).send(`${MON} 09:00`, "ann", { do: "note", text: "x" }).step.refusal
    expect(refused?.allowed).toEqual([])
    given(p, opened).when(submit(), `${MON} 09:10`, "ann").rejects("case/exists")
  })
  it("opens no case without words or a score, or with an invalid fact", () => {
    given(p)
      .when(submit({ verbatim: " " }), `${MON} 09:00`, "ann")
      .rejects("intake/no-words")
    given(p)
      .when(submit({ facts: { colour: "red" } }), `${MON} 09:00`, "ann")
      .rejects("fact/unknown")
    for (const name of ["toString", "constructor", "__proto__"])
      given(p)
        .when(submit({ facts: Object.fromEntries([[name, "red"]]) }), `${MON} 09:00`, "ann")
        .rejects("fact/unknown")
    given(p)
      .when(submit({ facts: { urgent: "perhaps" } }), `${MON} 09:00`, "ann")
      .rejects("fact/wrong-type")
  })
  it("fires what was due before a refusal", () => {
    const d = desk(p, "none")
    d.does(`${MON} 09:00`, "ann", submit())
    d.send("2026-11-17 09:00", "ben", { do: "pass", gate: "acknowledged" })
      .rejects("gate/wrong-person")
      .emits({ event: "clock-missed", clock: "acknowledged", dueAt: instant(`${MON} 17:00`) }, "clock-escalated")
      .without("gate-passed")
  })
  it("records only refusals of authority, pauses and closing", () => {
    given(p, opened)
      .when({ do: "pass", gate: "told", result: "x" }, `${MON} 09:10`, "ann")
      .rejects("gate/order")
      .without("command-refused")
    given(p, opened)
      .when({ do: "close" }, `${MON} 09:10`, "ann")
      .emits({ event: "command-refused", asked: "close", by: "ann" })
    given(p, opened)
      .when({ do: "pause", reason: "lunch" }, `${MON} 09:10`, "ann")
      .emits({ event: "command-refused", asked: "pause" })
  })
  it("names with a refusal what this actor could do instead", () => {
    const { step } = given(p, opened).when({ do: "pass", gate: "told", result: "x" }, `${MON} 09:10`, "ann")
    expect(step.refusal?.allowed).toContain("pass acknowledged")
    expect(step.refusal?.allowed).not.toContain("pass told")
  })
  it("`decide` returns events or the refusal", () => {
    const at = instant(`${MON} 09:00`)
    const meta = { id: "c1", occurredAt: at, receivedAt: at, actor: actor("ann"), draw: 0, gathered: nothingGathered }
    const events = decide(p, empty("A"), submit(), meta)
    expect(Array.isArray(events) && events[0]?.event).toBe("case-opened")
    expect(decide(p, empty("A"), { do: "time" }, meta)).toMatchObject({ asked: "time" })
  })
  it("counts an event of a later version, and otherwise ignores it", () => {
    const later = { event: "from-the-future", at: 0 } as never
    expect(evolve(empty("A"), later)).toEqual({ ...empty("A"), version: 1 })
  })
  it("a decision takes effect when it is recorded, a report when it happened", () => {
    const d = desk(p)
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 12:00`, "ann", { do: "pass", gate: "acknowledged" }, { said: `${MON} 09:30` }).emits({
      event: "gate-passed",
      at: instant(`${MON} 12:00`)
    })
    d.does(`${MON} 13:00`, "ann", { do: "pause", reason: "waiting-on-customer" }, { said: `${MON} 12:30` }).emits({
      event: "clock-paused",
      at: instant(`${MON} 12:30`)
    })
    d.does(`${MON} 14:00`, "ann", { do: "resume" }, { said: `${MON} 15:00` }).emits({
      event: "clock-resumed",
      at: instant(`${MON} 14:00`)
    })
  })
})

describe("what leaves a case", () => {
  it("messages to channels, and commands to the problem, once each", () => {
    const d = desk(p)
    const { step } = d.does(`${MON} 09:00`, "ann", submit())
    const out = step.events.flatMap((event) => outbound(step.state, event))
    expect(out.map((one) => one.to)).toEqual(["channel", "problem"])
    expect(out[0]).toMatchObject({ message: { message: "receipt", to: "carl", gate: "receipted" } })
  })
  it("a grant adds an entry to the ledger of whoever answers for it", () => {
    const d = desk(p)
    d.does(`${MON} 09:00`, "ann", submit())
    const { step } = d.does(`${MON} 09:10`, "ann", { do: "compensate", amount: 5, reason: "sorry" })
    const lines = step.events.flatMap((event) => ledgerLine(step.state, event) ?? [])
    expect(lines).toEqual([
      { actor: "ann", entry: { case: "A", power: "compensate", amount: 500, at: instant(`${MON} 09:10`) } }
    ])
  })
})

describe("a problem", () => {
  const member = (n: number) => ({ case: `K${n}`, customer: `c${n}`, at: instant(`${MON} 09:00`) + n })
  it("counts a case once, and out again", () => {
    const one = Problem.step(p, Problem.empty("x"), { do: "count-in", member: member(1) }, 0)
    expect(one.events[0]?.event).toBe("case-counted")
    const twice = Problem.step(p, one.state, { do: "count-in", member: member(1) }, 1)
    expect([twice.events, twice.tell, twice.state]).toEqual([[], [], one.state])
    const out = Problem.step(p, one.state, { do: "count-out", case: "K1" }, 2)
    expect(out.state.members).toEqual([])
    expect(Problem.step(p, out.state, { do: "count-out", case: "K1" }, 3).events).toEqual([])
  })
  it("opens at the policy's bound, once, and tells every case; between bounds only the new one", () => {
    let state = Problem.empty("x")
    const told: string[][] = []
    const names: string[] = []
    for (const n of [1, 2, 3, 4]) {
      const step = Problem.step(p, state, { do: "count-in", member: member(n) }, n)
      state = step.state
      told.push(step.tell.map((one) => `${one.case}:${one.command.do === "count" ? one.command.customers : ""}`))
      names.push(...step.events.map((event) => event.event))
    }
    expect(told[2]).toEqual(["K1:3", "K2:3", "K3:3"])
    expect(told[3]).toEqual(["K4:4"])
    expect(names.filter((name) => name === "problem-opened")).toHaveLength(1)
    expect(state.open).toBe(true)
  })
  it("RC-5 · tells prevention on one case to the others once, and also that it proved effective", () => {
    let state = Problem.empty("x")
    for (const n of [1, 2, 3]) state = Problem.step(p, state, { do: "count-in", member: member(n) }, n).state
    const live = Problem.step(p, state, { do: "progress", case: "K2", progress: "live" }, 4)
    expect(live.events.map((event) => event.event)).toEqual(["problem-progressed"])
    expect(live.tell.map((one) => one.case)).toEqual(["K1", "K3"])
    expect(Problem.step(p, live.state, { do: "progress", case: "K2", progress: "live" }, 5).events).toEqual([])
    const closed = Problem.step(p, live.state, { do: "progress", case: "K2", progress: "verified" }, 6)
    expect(closed.events.map((event) => event.event)).toEqual(["problem-closed"])
    expect(closed.tell.map((one) => one.command)).toEqual([
      { do: "progress", problem: "x", case: "K2", progress: "verified" },
      { do: "progress", problem: "x", case: "K2", progress: "verified" }
    ])
    expect(Problem.step(p, closed.state, { do: "progress", case: "nobody", progress: "live" }, 7).events).toEqual([])
  })
})
