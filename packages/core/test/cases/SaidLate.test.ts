/**
 * Messages that become known late: a clock that counts messages is where it would be if they had come in order. Monday
 * is 2026-11-16.
 */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import type { ClockWish, Wishes } from "../../src/testing/Build.ts"
import { hours, policy } from "../../src/testing/Build.ts"
import { desk, instant, local, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { MON, tell } from "./deadline.ts"

const ack: Command = { do: "pass", gate: "acknowledged" }
const write = (text = "and?"): Command => ({ do: "write", text })
const delivered: Command = { do: "event", name: "delivered" }

const opened = (c: ClockWish, more: Wishes = {}): TestDesk => {
  const d = desk(policy({ only: ["acknowledged", "told"], ...more, clocks: { c: { within: hours(8), ...c } } }))
  d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
  return d
}
const startedAt = (d: TestDesk) => local(d.clock("c").startedAt)

describe("messages that become known late", () => {
  const asked: ClockWish = { from: ["customer-wrote"], metBy: ["answered"], within: hours(2) }
  const late = (d: TestDesk, at: string, by: string, said: string) => d.does(at, by, write(), { said })
  it("an answer in time refutes the miss, a late one does not", () => {
    const missed = (): TestDesk => {
      const d = opened(asked)
      d.does(`${MON} 10:00`, "carl", write())
      d.tick(`${MON} 13:00`)
      expect(d.clockState("c")).toBe("missed")
      return d
    }
    const saved = missed()
    late(saved, `${MON} 13:00`, "ann", `${MON} 11:59`).emits({ event: "clock-met", inTime: true }, "miss-refuted")
    expect(saved.clockState("c")).toBe("met")
    const lost = missed()
    late(lost, `${MON} 13:00`, "ann", `${MON} 12:00`)
      .emits({ event: "clock-met", inTime: false })
      .without("miss-refuted")
    expect([lost.clockState("c"), lost.clock("c").breaches.length]).toEqual(["met-late", 1])
  })
  it("an answer before the recorded one counts if that was too late; else nothing changes", () => {
    const answered = (at: string): TestDesk => {
      const d = opened(asked)
      d.does(`${MON} 10:00`, "carl", write())
      d.does(at, "ann", write())
      return d
    }
    const tooLate = answered(`${MON} 13:00`)
    expect(tooLate.clockState("c")).toBe("met-late")
    late(tooLate, `${MON} 14:00`, "ann", `${MON} 11:00`).emits(
      { event: "clock-met", at: instant(`${MON} 11:00`), inTime: true },
      { event: "miss-refuted", dueAt: instant(`${MON} 12:00`) }
    )
    expect(tooLate.clock("c").breaches.map(({ refuted }) => refuted)).toEqual([true])
    expect([tooLate.clockState("c"), local(tooLate.clock("c").endedAt)]).toEqual(["met", `${MON} 11:00`])
    const atTheLimit = answered(`${MON} 12:00`)
    late(atTheLimit, `${MON} 14:00`, "ann", `${MON} 11:00`)
    expect(atTheLimit.clockState("c")).toBe("met")
    late(answered(`${MON} 11:30`), `${MON} 14:00`, "ann", `${MON} 11:00`).without("clock-met", "clock-started")
    late(answered(`${MON} 13:00`), `${MON} 14:00`, "ann", `${MON} 12:00`).without("clock-met", "clock-started")
  })
  it("a miss of an earlier run stays, whatever is answered in time later", () => {
    const d = opened(asked)
    d.does(`${MON} 10:00`, "carl", write())
    d.does(`${MON} 13:00`, "ann", write())
    d.does(`${MON} 14:00`, "carl", write())
    d.does(`${MON} 15:00`, "ann", write()).emits({ event: "clock-met", inTime: true }).without("miss-refuted")
    late(d, `${MON} 15:10`, "ann", `${MON} 14:30`).without("miss-refuted")
    expect(d.clock("c").breaches.map(({ dueAt, refuted }) => [local(dueAt), refuted])).toEqual([
      [`${MON} 12:00`, false]
    ])
  })
  it("a clock counts from an earlier message that becomes known", () => {
    const d = opened(asked)
    d.does(`${MON} 11:00`, "carl", write())
    late(d, `${MON} 11:30`, "carl", `${MON} 10:00`)
    expect([startedAt(d), d.due("c")]).toEqual([`${MON} 10:00`, `${MON} 12:00`])
    late(d, `${MON} 11:40`, "carl", `${MON} 10:30`).without("clock-started")
    for (const metBy of [["told-customer"], ["answered", "event:delivered"]]) {
      const other = opened({ ...asked, metBy })
      other.does(`${MON} 11:00`, "carl", write())
      late(other, `${MON} 11:30`, "carl", `${MON} 10:00`)
      expect(startedAt(other)).toBe(`${MON} 10:00`)
    }
  })
  it("an answer between two messages ends the first run, and the second message begins another", () => {
    const d = opened(asked)
    d.does(`${MON} 09:10`, "carl", write())
    d.does(`${MON} 09:20`, "ann", write())
    d.does(`${MON} 10:00`, "carl", write())
    d.does(`${MON} 11:00`, "carl", write())
    late(d, `${MON} 11:30`, "ann", `${MON} 10:30`).emits(
      { event: "clock-met", at: instant(`${MON} 10:30`), inTime: true },
      { event: "clock-started", cycle: 3 }
    )
    expect([startedAt(d), d.clockState("c")]).toEqual([`${MON} 11:00`, "running"])
  })
  it("an answer at the instant of a message answers that message and not the next", () => {
    const d = opened(asked)
    d.does(`${MON} 10:00`, "carl", write())
    d.does(`${MON} 10:00`, "ann", write())
    d.does(`${MON} 10:40`, "ann", write())
    late(d, `${MON} 11:00`, "carl", `${MON} 10:20`).emits({ event: "clock-started", at: instant(`${MON} 10:20`) })
    const e = opened(asked)
    e.does(`${MON} 10:00`, "carl", write())
    e.does(`${MON} 10:30`, "carl", write())
    e.does(`${MON} 10:30`, "ann", write())
    late(e, `${MON} 11:00`, "carl", `${MON} 10:10`).without("clock-started")
  })
  it("a reply needs no answer, nor does what another case brings", () => {
    const d = opened(asked, { gates: { extra: { kind: "proposal", optional: true } } })
    d.does(`${MON} 10:00`, "carl", write())
    d.does(`${MON} 10:30`, "ann", { do: "pass", gate: "extra", proposal: "we redo it" })
    d.does(`${MON} 10:30`, "ann", write())
    d.does(`${MON} 11:00`, "carl", { do: "reply", gate: "extra", says: "counter", text: "sooner" })
    late(d, `${MON} 12:00`, "ann", `${MON} 10:15`).without("clock-started")
    const e = opened(asked)
    e.does(`${MON} 09:50`, "eve", submit({ case: "B", customer: "eve", verbatim: "the screen is blank" }))
    e.does(`${MON} 10:00`, "carl", write())
    e.does(`${MON} 10:30`, "ann", write())
    e.does(`${MON} 11:00`, "ann", { do: "merge", into: "A" }, { case: "B" })
    late(e, `${MON} 12:00`, "ann", `${MON} 10:15`).without("clock-started")
  })
  it("a clock that is also met by something else follows the messages in order", () => {
    const d = opened({ ...asked, metBy: ["answered", "event:delivered"] })
    d.does(`${MON} 09:10`, "carl", write())
    d.does(`${MON} 09:20`, "ann", write())
    d.does(`${MON} 10:00`, "carl", write())
    d.does(`${MON} 10:30`, "system:host", delivered).emits({ event: "clock-met", clock: "c" })
    d.does(`${MON} 11:00`, "carl", write()).emits({ event: "clock-started", clock: "c", cycle: 3 })
    d.does(`${MON} 11:30`, "ann", write()).emits({ event: "clock-met", clock: "c" }).without("clock-started")
  })
  it("an answer without a message starts nothing", () => {
    const d = opened(asked)
    d.does(`${MON} 12:00`, "ann", write())
    late(d, `${MON} 12:10`, "ann", `${MON} 11:00`).without("clock-started", "clock-met")
    expect(d.clockState("c")).toBe("not-started")
  })
  it("an answer meets a clock that counts from the receipt, whatever was said since", () => {
    const d = opened({ metBy: ["answered"], within: hours(2) })
    d.does(`${MON} 10:30`, "carl", write())
    late(d, `${MON} 12:00`, "ann", `${MON} 10:00`).emits({ event: "clock-met", inTime: true })
    expect([startedAt(d), d.clockState("c")]).toEqual([`${MON} 09:00`, "met"])
    const e = opened({ ...asked, from: ["event:delivered", "customer-wrote"] })
    e.does(`${MON} 09:30`, "system:host", delivered)
    e.does(`${MON} 10:30`, "carl", write())
    late(e, `${MON} 11:00`, "ann", `${MON} 10:00`).emits({ event: "clock-met", inTime: true })
    expect([startedAt(e), e.clockState("c")]).toEqual([`${MON} 09:30`, "met"])
  })
  it("a message that was answered before it becomes known is met by that answer", () => {
    const d = opened(asked)
    d.does(`${MON} 11:00`, "ann", write())
    late(d, `${MON} 14:00`, "carl", `${MON} 10:00`).emits(
      { event: "clock-started" },
      { event: "clock-met", inTime: true }
    )
    expect(d.clock("c").breaches).toEqual([])
  })
  it("the message of a gate that a person passed is an answer; a machine's is not, and a waived gate sends none", () => {
    const known = (how: "owner" | "automatic" | "waived", metBy = ["answered"]) => {
      const by = [how === "waived" ? "owner" : how]
      const gates = { told: { kind: "result", by, after: ["acknowledged"], tell: "result" } } as const
      const d = opened({ ...asked, metBy }, { gates, only: ["acknowledged", "told", "confirmed"] })
      d.does(`${MON} 10:30`, "ann", ack)
      if (how === "owner") d.does(`${MON} 11:00`, "ann", tell)
      if (how === "waived") d.does(`${MON} 11:00`, "dora", { do: "waive", gate: "told", reason: "known" })
      late(d, `${MON} 11:30`, "carl", `${MON} 10:00`)
      return d.clockState("c")
    }
    expect([known("owner"), known("automatic"), known("waived")]).toEqual(["met", "running", "running"])
    const word = ["told-customer", "answered"]
    expect([known("owner", word), known("automatic", word), known("waived", word)]).toEqual(["met", "met", "running"])
  })
})
