/** Pauses, through the decider. Monday is 2026-11-16, office hours 09–17. */
import { describe, expect, it } from "vitest"
import { account } from "../../src/case/ClockAccount.ts"
import type { Command } from "../../src/case/generated/Command.ts"
import { dates, days, hours, policy } from "../../src/testing/Build.ts"
import { desk, instant, local, submit } from "../../src/testing/Spec.ts"
import { MON, opened, pause, resume, TUE, tell, toldIn, WED } from "./deadline.ts"

describe("pauses", () => {
  it("P1 · a pause moves the due by its open time", () => {
    const d = opened()
    d.does(`${MON} 11:00`, "ann", pause())
    expect(d.due("told")).toBe("never")
    expect(d.clockState("told")).toBe("paused")
    d.does(`${MON} 13:00`, "ann", resume)
    expect(d.due("told")).toBe(`${TUE} 11:00`)
    expect(d.due("acknowledged")).toBe(`${MON} 13:00`)
  })
  it("P2 · a pause over closed hours moves nothing", () => {
    const d = opened({ within: hours(10) })
    d.does(`${MON} 18:00`, "ann", pause())
    d.does(`${TUE} 08:00`, "ann", resume)
    expect(d.due("told")).toBe(`${TUE} 11:00`)
  })
  it("P4 · from paused straight to resolved: one hour counted, met", () => {
    const p = toldIn({})
    const d = desk(p)
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "ann", pause())
    d.does(`${TUE} 12:00`, "ann", tell)
    expect(d.clockState("told")).toBe("met")
    const entries = account(p, d.case(), "told", instant(`${TUE} 12:00`)) ?? []
    const counted = entries.filter((one) => one.counted).reduce((sum, one) => sum + one.to - one.from, 0)
    expect(counted).toBe(3_600_000)
  })
  it("P5 · from one reason to another: one pause, both reasons recorded", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", pause("waiting-on-customer"))
    d.does(`${MON} 11:00`, "ann", pause("waiting-on-vendor"))
    d.does(`${MON} 12:00`, "ann", resume)
    expect(d.due("told")).toBe(`${TUE} 11:00`)
    expect(d.clock("told").switches.map((one) => one.reason)).toEqual(["waiting-on-customer", "waiting-on-vendor", ""])
  })
  it("P6 · a pause from the start counts nothing; a gate passed at the start leaves no timers", () => {
    const d = opened()
    d.does(`${MON} 09:00`, "ann", pause())
    d.does(`${MON} 12:00`, "ann", resume)
    expect(d.due("told")).toBe(`${TUE} 12:00`)
    const e = opened()
    e.does(`${MON} 09:00`, "ann", { do: "pass", gate: "acknowledged" })
    e.does(`${MON} 09:00`, "ann", tell)
    expect(e.clockState("told")).toBe("met")
    expect(e.case().lifecycle.closedAt).toBe(instant(`${MON} 09:00`))
    expect(e.nextDue()).toBe("never")
  })
  it("P7 · a pause after the miss changes nothing, and the due stays visible", () => {
    const d = opened()
    d.does(`${TUE} 09:30`, "ann", pause())
    expect(d.clockState("told")).toBe("missed")
    expect(d.due("told")).toBe(`${MON} 17:00`)
    d.tick(`${WED} 12:00`)
    d.does(`${WED} 12:00`, "ann", resume)
    expect(d.named("clock-missed").filter((e) => e.event === "clock-missed" && e.clock === "told")).toHaveLength(1)
    d.does(`${WED} 13:00`, "ann", tell)
    expect(d.clockState("told")).toBe("met-late")
  })
  it.each([
    ["told promptly", "prompt"],
    ["told late", "none"]
  ] as const)("P8 · the due instant itself is late: a pause at it does not save the clock, time %s", (_, ticks) => {
    const d = opened({}, `${MON} 09:00`, ticks)
    d.does(`${MON} 17:00`, "ann", pause())
    expect(d.clockState("told")).toBe("missed")
    expect(
      d
        .events()
        .map((e) => e.event)
        .indexOf("clock-missed")
    ).toBeLessThan(
      d
        .events()
        .map((e) => e.event)
        .lastIndexOf("clock-paused")
    )
    const e = opened({}, `${MON} 09:00`, ticks)
    e.does(`${MON} 16:59`, "ann", pause())
    expect(e.clockState("told")).toBe("paused")
  })
  it("P9 · a reason that the clock does not allow is refused and recorded, and the clock runs", () => {
    const d = opened()
    d.send(`${MON} 10:00`, "ann", pause("short-of-staff")).rejects("clock/pause-not-allowed").emits("command-refused")
    expect(d.clockState("told")).toBe("running")
    d.send(`${MON} 10:00`, "ann", pause("toString")).rejects("clock/pause-not-allowed")
    expect(d.due("told")).toBe(`${MON} 17:00`)
  })
  it("P9 · after its cap the clock runs again, and the reason is used up", () => {
    const d = opened({ pause: { "waiting-on-customer": hours(2) } })
    d.does(`${MON} 10:00`, "ann", pause())
    d.tick(`${MON} 12:00`)
    expect(d.named("pause-capped")).toHaveLength(1)
    expect(d.clockState("told")).toBe("running")
    expect(d.due("told")).toBe(`${TUE} 11:00`)
    d.does(`${MON} 13:00`, "ann", resume)
    expect(d.due("told")).toBe(`${TUE} 11:00`)
    d.send(`${MON} 14:00`, "ann", pause()).rejects("clock/pause-used-up").emits("command-refused")
    expect(d.clockState("told")).toBe("running")
  })
  it("P9 · the rest of a cap can still be used", () => {
    const d = opened({ pause: { "waiting-on-customer": hours(2) } })
    d.does(`${MON} 10:00`, "ann", pause())
    d.does(`${MON} 11:00`, "ann", resume)
    d.does(`${MON} 12:00`, "ann", pause())
    d.tick(`${MON} 16:00`)
    expect(local(d.named("pause-capped")[0]?.at)).toBe(`${MON} 13:00`)
    expect(d.due("told")).toBe(`${TUE} 11:00`)
  })
  it("P10 · one pause, three clocks: only the one that allows it waits", () => {
    const d = desk(toldIn({}, { clocks: { holding: { gate: "told", metBy: ["passed:told"], within: dates(56) } } }))
    d.does(`${MON} 09:00`, "ann", submit())
    const before = d.due("holding")
    d.does(`${MON} 10:00`, "ann", pause())
    expect([d.clockState("acknowledged"), d.clockState("holding"), d.clockState("told")]).toEqual([
      "running",
      "running",
      "paused"
    ])
    d.does(`${MON} 12:00`, "ann", resume)
    expect(d.due("holding")).toBe(before)
  })
  it("P24 · a message or pause that is reported again late restarts nothing on a repeating clock", () => {
    const pause = { "waiting-on-customer": days(3) }
    const informed = { metBy: ["told-customer"], within: hours(8), repeats: true, pause }
    const d = desk(policy({ only: ["acknowledged"], clocks: { "keep-informed": informed } }))
    const word: Command = { do: "write", text: "soon" }
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "ann", { do: "pause", reason: "waiting-on-customer" })
    d.does(`${MON} 12:00`, "ann", word)
    const due = d.due("keep-informed")
    d.send(`${MON} 13:00`, "ann", { do: "pause", reason: "waiting-on-customer" }, { said: `${MON} 10:00` })
    expect([d.clockState("keep-informed"), d.due("keep-informed")]).toEqual(["running", due])
    d.does(`${MON} 14:00`, "ann", { do: "pause", reason: "waiting-on-customer" })
    d.does(`${MON} 15:00`, "ann", word, { said: `${MON} 12:00` })
    expect(d.clockState("keep-informed")).toBe("paused")
    d.does(`${MON} 16:00`, "ann", word, { said: `${MON} 13:30` })
    expect([d.clockState("keep-informed"), local(d.clock("keep-informed").startedAt)]).toEqual([
      "paused",
      `${MON} 13:30`
    ])
  })
  it("P24 · paused and resumed at one instant: what was recorded last counts", () => {
    const d = opened()
    d.does(`${MON} 11:00`, "ann", pause())
    d.does(`${MON} 11:00`, "ann", resume)
    expect([d.clockState("told"), d.due("told")]).toEqual(["running", `${MON} 17:00`])
    d.does(`${MON} 12:00`, "ann", resume)
    d.does(`${MON} 12:00`, "ann", pause())
    expect(d.clockState("told")).toBe("paused")
  })
  it("P24 · a pause recorded late counts from when it happened, whatever was recorded in between", () => {
    const d = opened()
    d.does(`${MON} 15:00`, "ann", resume, { said: `${MON} 13:00` })
    d.does(`${MON} 16:00`, "ann", pause(), { said: `${MON} 11:00` })
    expect(d.due("told")).toBe(`${TUE} 11:00`)
  })
  it("P24 · a pause recorded after the miss refutes it, and the miss stays on record", () => {
    const d = opened()
    d.tick(`${MON} 18:00`)
    expect(d.clockState("told")).toBe("missed")
    d.does(`${MON} 18:10`, "ann", resume, { said: `${MON} 13:00` })
    d.does(`${MON} 18:20`, "ann", pause(), { said: `${MON} 11:00` }).emits("miss-refuted", "clock-paused")
    expect(d.clockState("told")).toBe("running")
    expect(d.clock("told").breaches).toMatchObject([{ refuted: true }])
    d.tick(`${TUE} 12:00`)
    expect(d.clockState("told")).toBe("missed")
    expect(d.clock("told").breaches.map((one) => [local(one.dueAt), one.refuted])).toEqual([
      [`${MON} 17:00`, true],
      [`${TUE} 11:00`, false]
    ])
  })
  it("P24 · a gate passed in time and recorded late refutes the miss", () => {
    const d = desk(
      policy({
        only: ["acknowledged", "told", "confirmed"],
        clocks: { answered: { metBy: ["passed:confirmed"], within: hours(4) } }
      })
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 11:00`, "ann", tell)
    d.does(`${MON} 13:05`, "carl", { do: "reply", says: "satisfied" }, { said: `${MON} 12:59` }).emits(
      { event: "clock-met", clock: "answered", inTime: true },
      "miss-refuted"
    )
    expect(d.clockState("answered")).toBe("met")
  })
})
