/** What starts, meets and ends a clock, and what makes it run again. Monday is 2026-11-16, office hours 09–17. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import type { ClockWish, Wishes } from "../../src/testing/Build.ts"
import { dates, hours, policy } from "../../src/testing/Build.ts"
import { desk, instant, local, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { MON, pause, resume, TUE, tell, WED } from "./deadline.ts"

const ack: Command = { do: "pass", gate: "acknowledged" }
const write = (text = "and?"): Command => ({ do: "write", text })
const delivered: Command = { do: "event", name: "delivered" }
const waive = (gate: string): Command => ({ do: "waive", gate, reason: "known" })
const urgent = (is: boolean): Command => ({ do: "set", facts: { urgent: is }, reason: "as it turned out" })

const opened = (c: ClockWish, more: Wishes = {}): TestDesk => {
  const d = desk(policy({ only: ["acknowledged", "told"], ...more, clocks: { c: { within: hours(8), ...c } } }))
  d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
  return d
}
const startedAt = (d: TestDesk) => local(d.clock("c").startedAt)

describe("a clock starts", () => {
  it("with the earliest of its triggers", () => {
    const d = opened({ from: ["event:delivered", "customer-wrote"], metBy: ["passed:told"] })
    expect(d.clockState("c")).toBe("not-started")
    d.does(`${MON} 10:00`, "system:host", delivered)
    d.does(`${MON} 11:00`, "carl", write())
    expect(startedAt(d)).toBe(`${MON} 10:00`)
    for (const from of [
      ["event:delivered", "gate:acknowledged"],
      ["gate:acknowledged", "event:delivered"]
    ]) {
      const e = opened({ from, metBy: ["passed:told"], when: { urgency: "urgent" } })
      e.does(`${MON} 10:00`, "ann", ack)
      e.does(`${MON} 11:00`, "system:host", delivered)
      e.does(`${MON} 12:00`, "ann", urgent(true)).emits({ event: "clock-started", clock: "c", cause: "regraded" })
      expect(startedAt(e)).toBe(`${MON} 10:00`)
    }
  })
  it("late, and is met by the first gate that showed the evidence", () => {
    for (const metBy of [
      ["passed:told", "passed:extra"],
      ["passed:extra", "passed:told"]
    ]) {
      const gates = { extra: { kind: "record" }, open: { kind: "record" } } as const
      const d = opened({ metBy, when: { urgency: "urgent" } }, { gates })
      d.does(`${MON} 09:10`, "ann", ack)
      d.does(`${MON} 10:00`, "ann", tell)
      d.does(`${MON} 11:00`, "ann", { do: "pass", gate: "extra" })
      d.does(`${MON} 12:00`, "ann", urgent(true)).emits(
        { event: "clock-started", clock: "c", cause: "regraded" },
        { event: "clock-met", clock: "c", at: instant(`${MON} 10:00`), inTime: true }
      )
    }
  })
  it("late, and is missed if that gate was passed at the due or later, because of its trigger", () => {
    const gates = { open: { kind: "record" } } as const
    const d = opened({ metBy: ["passed:told"], within: hours(1), when: { urgency: "urgent" } }, { gates })
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 10:00`, "ann", tell)
    d.does(`${MON} 12:00`, "ann", urgent(true)).emits(
      { event: "clock-started", clock: "c" },
      { event: "clock-missed", clock: "c", dueAt: instant(`${MON} 10:00`), cause: "regraded" },
      { event: "clock-met", clock: "c", inTime: false }
    )
    expect([d.clockState("c"), d.clock("c").breaches.length]).toEqual(["met-late", 1])
  })
  it("but not if what meets it was shown earlier; at the same instant it is met", () => {
    const told = (at: string) => {
      const d = opened({ from: ["event:delivered"], metBy: ["passed:told"] }, { gates: { open: { kind: "record" } } })
      d.does(`${MON} 09:10`, "ann", ack)
      d.does(`${MON} 10:00`, "ann", tell)
      d.does(at, "system:host", delivered)
      return d.clockState("c")
    }
    expect(told(`${MON} 10:01`)).toBe("not-started")
    expect(told(`${MON} 10:00`)).toBe("met")
  })
  it("again when the gate from which it counts is settled again", () => {
    const d = opened(
      { from: ["gate:acknowledged", "event:delivered"], metBy: ["passed:told"] },
      {
        gates: {
          told: { kind: "result", after: ["acknowledged"] },
          confirmed: { kind: "confirmation", after: ["told"], by: ["customer"] }
        },
        reopen: { dissatisfied: { backTo: "acknowledged", within: dates(30), clocks: "restart" } }
      }
    )
    d.does(`${MON} 10:00`, "ann", ack)
    d.does(`${MON} 11:00`, "ann", tell)
    expect(d.clockState("c")).toBe("met")
    d.does(`${MON} 12:00`, "carl", { do: "reply", says: "dissatisfied", text: "no" })
    d.does(`${MON} 13:00`, "ann", ack)
    expect([startedAt(d), d.clockState("c"), d.clock("c").cycle]).toEqual([`${MON} 13:00`, "running", 2])
  })
})

describe("a clock that counts from a reopening", () => {
  it("starts with the first one, and again with each further one while it runs", () => {
    const d = opened(
      { from: ["reopened"], metBy: ["event:delivered"] },
      {
        gates: {
          told: { kind: "result", after: ["acknowledged"] },
          confirmed: { kind: "confirmation", after: ["told"], by: ["customer"] }
        },
        reopen: { dissatisfied: { backTo: "told", within: dates(30), clocks: "continue" } }
      }
    )
    d.does(`${MON} 10:00`, "ann", ack)
    d.does(`${MON} 11:00`, "ann", tell)
    expect(d.clockState("c")).toBe("not-started")
    const no: Command = { do: "reply", says: "dissatisfied", text: "no" }
    d.does(`${MON} 12:00`, "carl", no).emits({ event: "clock-started", clock: "c", cycle: 1 })
    d.does(`${MON} 13:00`, "ann", tell)
    d.does(`${MON} 14:00`, "carl", no).emits({ event: "clock-started", clock: "c", cycle: 2 })
    expect([startedAt(d), d.clockState("c")]).toEqual([`${MON} 14:00`, "running"])
  })
})

describe("a clock that is met", () => {
  it("stays met, however often its trigger happens again", () => {
    const d = opened({ from: ["event:delivered"], metBy: ["customer-wrote"] })
    d.does(`${MON} 10:00`, "system:host", delivered)
    d.does(`${MON} 11:00`, "carl", write()).emits({ event: "clock-met", clock: "c" })
    d.does(`${MON} 12:00`, "system:host", delivered).without("clock-started")
  })
})

describe("a clock that its condition or its gate takes away", () => {
  it("continues with its pauses and extensions when the condition or gate is back", () => {
    const d = opened({
      when: { urgency: "routine" },
      metBy: ["passed:told"],
      pause: { "waiting-on-vendor": dates(5) },
      extend: { times: 2, each: hours(8), approve: ["supervisor"] }
    })
    d.does(`${MON} 10:00`, "ann", pause("waiting-on-vendor"))
    d.does(`${MON} 12:00`, "ann", resume)
    d.does(`${MON} 12:30`, "sam", { do: "extend", clock: "c", reason: "a part is late" })
    expect(d.due("c")).toBe(`${WED} 11:00`)
    d.does(`${MON} 13:00`, "ann", urgent(true)).emits({ event: "clock-cancelled", clock: "c", reason: "when" })
    d.does(`${MON} 14:00`, "dora", urgent(false)).emits({ event: "clock-started", clock: "c" })
    expect([d.due("c"), d.clock("c").cycle, d.clock("c").extensions]).toEqual([`${WED} 11:00`, 2, [hours(8)]])
  })
  it("ends if every gate that could meet it is settled otherwise, and says how", () => {
    const d = opened({ metBy: ["passed:told", "passed:extra"] }, { gates: { extra: { kind: "record" } } })
    d.does(`${MON} 10:00`, "dora", waive("told"))
    expect(d.clockState("c")).toBe("running")
    d.does(`${MON} 11:00`, "dora", waive("extra")).emits({ event: "clock-cancelled", clock: "c", reason: "waived" })
    const e = opened({ metBy: ["passed:told", "event:delivered"] }, { gates: { open: { kind: "record" } } })
    e.does(`${MON} 10:00`, "dora", waive("told"))
    e.does(`${MON} 11:00`, "system:host", delivered).emits({ event: "clock-met", clock: "c" })
  })
  it("comes back with a gate that is needed again, and with a loop that the case is in again", () => {
    const extra = { kind: "record", when: { urgency: "routine" } } as const
    const d = opened({ metBy: ["passed:extra"] }, { gates: { extra } })
    d.does(`${MON} 10:00`, "dora", urgent(true)).emits({ event: "clock-cancelled", clock: "c", reason: "not-needed" })
    d.does(`${MON} 11:00`, "dora", urgent(false)).emits({ event: "clock-started", clock: "c", cycle: 2 })
    expect([startedAt(d), d.clockState("c")]).toEqual([`${MON} 09:00`, "running"])
    const e = opened({ metBy: ["passed:told"] })
    const as = (kind: string): Command => ({ do: "reclassify", kind, reason: "as they said" })
    e.does(`${MON} 10:00`, "dora", as("suggestion")).emits({ event: "clock-cancelled", reason: "loop-changed" })
    e.does(`${MON} 11:00`, "dora", as("complaint")).emits({ event: "clock-started", clock: "c", cycle: 2 })
    expect([startedAt(e), e.clockState("c")]).toEqual([`${MON} 09:00`, "running"])
  })
  it("does not come back after an end that is final", () => {
    const d = opened(
      { metBy: ["passed:told"], cancelledBy: ["event:delivered"], when: { urgency: "routine" } },
      { gates: { open: { kind: "record" } } }
    )
    d.does(`${MON} 10:00`, "system:host", delivered).emits({ event: "clock-cancelled", reason: "event:delivered" })
    d.does(`${MON} 11:00`, "ann", urgent(true))
    d.does(`${MON} 12:00`, "dora", urgent(false)).without("clock-started")
    expect(d.clockState("c")).toBe("cancelled")
  })
})

describe("a clock belongs", () => {
  const wishes: Wishes = { gates: { checked: { kind: "record", side: "system-loop" } } }
  const closed = (c: ClockWish): TestDesk => {
    const d = opened(c, wishes)
    d.does(`${MON} 10:00`, "ann", ack)
    d.does(`${MON} 11:00`, "ann", tell).emits("customer-loop-closed")
    return d
  }
  it("to the customer loop if it is a promise, else to the system loop, and ends with that loop", () => {
    const promise = closed({ metBy: ["event:delivered"] })
    expect(promise.named("clock-cancelled")).toMatchObject([{ clock: "c", reason: "loop-closed" }])
    const own = closed({ metBy: ["event:delivered"], promise: false })
    expect(own.clockState("c")).toBe("running")
    own.does(`${MON} 12:00`, "ann", { do: "pass", gate: "checked" }).emits({
      event: "clock-cancelled",
      clock: "c",
      reason: "loop-closed"
    })
  })
  it("to no loop if nothing meets it: such a window runs to its end", () => {
    expect(closed({ metBy: [] }).clockState("c")).toBe("running")
  })
})

describe("a message to the customer", () => {
  const letters: Wishes = {
    gates: {
      told: { kind: "result", tell: "result" },
      answered: { kind: "result", by: ["automatic"], after: ["acknowledged"], tell: "answer" }
    }
  }
  const both = { said: { metBy: ["told-customer"], within: hours(8) }, c: { metBy: ["answered"], within: hours(8) } }
  const start = (): TestDesk => {
    const d = desk(policy({ only: ["acknowledged", "told"], ...letters, clocks: both }))
    d.does(`${MON} 09:00`, "ann", submit())
    return d
  }
  it("is the message of a gate; it is an answer if a person passed the gate, and not if a machine did", () => {
    const byPerson = start()
    byPerson.does(`${MON} 10:00`, "ann", { do: "pass", gate: "told", result: "done" })
    expect([byPerson.clockState("said"), byPerson.clockState("c")]).toEqual(["met", "met"])
    const byMachine = start()
    byMachine.does(`${MON} 10:00`, "ann", ack).emits({ event: "message-queued", gate: "answered" })
    expect([byMachine.clockState("said"), byMachine.clockState("c")]).toEqual(["met", "running"])
  })
  it("is neither a notice to the staff nor a message that belongs to no gate", () => {
    const d = start()
    d.does(`${MON} 10:00`, "carl", write()).emits({ event: "message-queued", audience: "staff" })
    expect(d.clockState("said")).toBe("running")
    const extend = { times: 1, each: hours(8), approve: ["supervisor"], tell: "delayed" }
    const e = opened({ metBy: ["told-customer"], extend })
    e.does(`${MON} 10:00`, "sam", { do: "extend", clock: "c", reason: "a part is late" }).emits({
      event: "message-queued",
      audience: "customer"
    })
    expect(e.clockState("c")).toBe("running")
  })
  it("is also a proposal, before the customer has agreed to it", () => {
    const d = opened({ metBy: ["answered"] }, { gates: { offered: { kind: "proposal", tell: "proposal" } } })
    d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "offered", proposal: "we redo it" })
    expect([d.gate("offered"), d.clockState("c")]).toEqual(["open", "met"])
  })
})

describe("a message of the customer", () => {
  const asked: ClockWish = { from: ["customer-wrote"], metBy: ["answered"], within: hours(2) }
  const join = { do: "join", channel: "phone", contacts: 2, unanswered: 1, verbatim: "the report is wrong" } as const
  it("is also a repetition, but neither the same message twice nor a reply", () => {
    const again = opened(asked)
    again.does(`${MON} 10:00`, "carl", join)
    expect(startedAt(again)).toBe(`${MON} 10:00`)
    const twice = opened(asked)
    twice.does(`${MON} 10:00`, "carl", { ...join, channel: "mail", again: true }).emits({ event: "feedback-joined" })
    expect(twice.clockState("c")).toBe("not-started")
    const reply = opened(asked, { gates: { extra: { kind: "proposal", optional: true } } })
    reply.does(`${MON} 10:00`, "ann", { do: "pass", gate: "extra", proposal: "we redo it" })
    reply.does(`${MON} 11:00`, "carl", { do: "reply", gate: "extra", says: "counter", text: "sooner" })
    expect(reply.clockState("c")).toBe("not-started")
    const merged = opened(asked)
    merged.does(`${MON} 09:50`, "eve", submit({ case: "B", customer: "eve", verbatim: "the screen is blank" }))
    merged.does(`${MON} 10:00`, "ann", { do: "merge", into: "A" }, { case: "B" }).without("clock-started")
    expect(merged.case().feedback.contacts.contacts).toBe(2)
    expect(merged.clockState("c")).toBe("not-started")
  })
  it("starts nothing if the condition does not hold or the loop is closed", () => {
    const unmet = opened({ ...asked, when: { urgency: "urgent" } })
    unmet.does(`${MON} 10:00`, "carl", write()).without("clock-started")
    const closed = opened(asked, { gates: { checked: { kind: "record", side: "system-loop" } } })
    closed.does(`${MON} 09:10`, "ann", ack)
    closed.does(`${MON} 09:20`, "ann", tell)
    closed.does(`${MON} 10:00`, "carl", write()).without("clock-started")
  })
  it("starts a clock again that was met", () => {
    const d = opened(asked)
    d.does(`${MON} 10:00`, "carl", write())
    d.does(`${MON} 10:30`, "ann", write("soon")).emits({ event: "clock-met", clock: "c", inTime: true })
    d.does(`${MON} 12:00`, "carl", write()).emits({ event: "clock-started", clock: "c", cycle: 2 })
    expect(d.due("c")).toBe(`${MON} 14:00`)
  })
  it("meets and starts a repeating clock only after the clock's trigger", () => {
    const d = opened({ metBy: ["told-customer"], within: hours(8), repeats: true })
    d.does(`${MON} 12:00`, "ann", write("soon")).emits(
      { event: "clock-met", clock: "c" },
      { event: "clock-started", clock: "c" }
    )
    d.does(`${MON} 13:00`, "ann", write("soon"), { said: `${MON} 11:00` }).without("clock-met", "clock-started")
    d.does(`${MON} 14:00`, "ann", write("soon"), { said: `${MON} 12:01` }).emits({
      event: "clock-met",
      at: instant(`${MON} 12:01`)
    })
    expect([startedAt(d), d.due("c")]).toEqual([`${MON} 12:01`, `${TUE} 12:01`])
  })
})
