/**
 * Clocks that begin to count again: by a trigger of the policy, when they are met, or by a reopening. Monday is
 * 2026-11-16.
 */
import { describe, expect, it } from "vitest"
import type { EventNamed } from "../../src/case/Case.ts"
import type { Command } from "../../src/case/generated/Command.ts"
import type { ClockWish, Wishes } from "../../src/testing/Build.ts"
import { dates, days, hours, people, policy } from "../../src/testing/Build.ts"
import { desk, instant, local, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { MON, pause, TUE, tell } from "./deadline.ts"

const ack: Command = { do: "pass", gate: "acknowledged" }
const delivered: Command = { do: "event", name: "delivered" }
const write: Command = { do: "write", text: "soon" }
const no: Command = { do: "reply", says: "dissatisfied", text: "no" }
const urgent = (is: boolean): Command => ({ do: "set", facts: { urgent: is }, reason: "as it turned out" })

const opened = (c: ClockWish, more: Wishes = {}): TestDesk => {
  const d = desk(policy({ only: ["acknowledged", "told"], ...more, clocks: { c: { within: hours(8), ...c } } }))
  d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
  return d
}
const minutesOf = (minutes: number) => ({ _tag: "Working", ms: minutes * 60_000 }) as const
const runs = (d: TestDesk) => [d.clock("c").cycle, local(d.clock("c").startedAt), d.clockState("c")]

describe("the event that a clock started", () => {
  const plain = [
    "event",
    "at",
    "why",
    "clock",
    "cycle",
    "startedAt",
    "target",
    "calendar",
    "dueAt",
    "marks",
    "provisional"
  ]
  const started = (d: TestDesk, name: string) =>
    d.named("clock-started").filter((one) => "clock" in one && one.clock === name) as EventNamed<"clock-started">[]
  const keys = (event: object | undefined) => Object.keys(event ?? {}).sort()

  it("names what a clock counts or what a timer is for, and leaves out what is absent", () => {
    const d = opened({ metBy: ["passed:told"] })
    expect(keys(started(d, "c")[0])).toEqual([...plain].sort())
    d.does(`${MON} 10:00`, "ann", { do: "hand-over", to: "ben", reason: "his" })
    const offer = d.named("clock-started").at(-1)
    expect(offer).toMatchObject({ timer: { _tag: "Handover" }, cycle: 1, startedAt: d.world().now, calendar: "office" })
    expect(keys(offer)).toEqual([...plain, "timer"].sort())
  })
  it("of a timer that begins again replaces the former run, with its marks", () => {
    const silence = { after: days(10), attempts: 3, channelsUsed: 1, closes: "customer-loop" } as const
    const confirmed = { kind: "confirmation", after: ["told"], by: ["customer"], silence } as const
    const d = opened({}, { only: ["acknowledged", "told", "confirmed"], gates: { told: { after: [] }, confirmed } })
    d.does(`${MON} 10:00`, "ann", ack)
    d.does(`${MON} 11:00`, "ann", tell)
    d.does(`${MON} 12:00`, "carl", write)
    d.does(`${MON} 13:00`, "ann", write)
    const waits = started(d, "silence:confirmed")
    expect(waits.map(({ cycle, points }) => [cycle, points?.map(({ name }) => name)])).toEqual([
      [1, ["attempt.2", "attempt.3"]],
      [2, ["attempt.2", "attempt.3"]]
    ])
  })
})

describe("a clock that is restarted", () => {
  const restarted: ClockWish = { metBy: ["passed:told"], restartedBy: ["event:delivered"] }
  it("counts the whole length again, whatever it had counted before", () => {
    const d = opened(restarted)
    d.does(`${MON} 12:00`, "system:host", delivered)
    expect([runs(d), d.due("c")]).toEqual([[2, `${MON} 12:00`, "running"], `${TUE} 12:00`])
  })
  it("is not restarted by something that happened before it started or at that instant and is reported later", () => {
    for (const said of [`${MON} 08:00`, `${MON} 12:00`, `${MON} 11:00`]) {
      const d = opened(restarted)
      d.does(`${MON} 12:00`, "system:host", delivered)
      d.does(`${MON} 13:00`, "system:host", delivered, { said }).without("clock-started")
    }
  })
  it("is not restarted before it has started or after it has ended", () => {
    const before = opened({ ...restarted, from: ["gate:acknowledged"] })
    before.does(`${MON} 12:00`, "system:host", delivered).without("clock-started")
    const after = opened(restarted, { gates: { open: { kind: "record" } } })
    after.does(`${MON} 10:00`, "ann", ack)
    after.does(`${MON} 11:00`, "ann", tell)
    after.does(`${MON} 12:00`, "system:host", delivered).without("clock-started")
  })
  it("is not restarted once its loop is closed and it only runs as a window", () => {
    const checked = { kind: "record", side: "system-loop" } as const
    const d = opened({ restartedBy: ["event:delivered"], within: hours(40) }, { gates: { checked } })
    d.does(`${MON} 10:00`, "ann", ack)
    d.does(`${MON} 11:00`, "ann", tell).emits("customer-loop-closed")
    d.does(`${MON} 12:00`, "system:host", delivered).without("clock-started")
    expect(runs(d)).toEqual([1, `${MON} 09:00`, "running"])
  })
  it("keeps an earlier miss, which is refuted if the restart was in time", () => {
    const d = opened({ ...restarted, within: hours(2) })
    d.tick(`${MON} 11:00`)
    d.does(`${MON} 12:00`, "system:host", delivered).without("miss-refuted")
    expect([d.clockState("c"), d.clock("c").breaches.map(({ refuted }) => refuted)]).toEqual(["running", [false]])
    const known = (said: string) => {
      const late = opened({ ...restarted, within: hours(2) })
      late.tick(`${MON} 12:00`)
      late.does(`${MON} 12:00`, "system:host", delivered, { said })
      return [late.due("c"), late.clock("c").breaches.map(({ dueAt, refuted }) => [local(dueAt), refuted])]
    }
    expect(known(`${MON} 10:59`)).toEqual([`${MON} 12:59`, [[`${MON} 11:00`, true]]])
    expect(known(`${MON} 11:00`)).toEqual([`${MON} 13:00`, [[`${MON} 11:00`, false]]])
  })
  it("then counts by the working hours of its present owner", () => {
    const d = opened({ ...restarted, calendar: "of-owner" })
    const early = people.map((one) => (one.id === "ben" ? { ...one, calendar: "early" } : one))
    const calendars = () => [
      d.clock("c").calendar,
      d.clock("c").legs?.map(({ from, calendar }) => [local(from), calendar])
    ]
    d.does(`${MON} 11:00`, "ann", { do: "hand-over", to: "ben", reason: "his" }, { people: early })
    d.does(`${MON} 11:10`, "ben", { do: "accept" }, { people: early })
    const before = calendars()
    d.does(`${MON} 12:00`, "system:host", delivered, { people: early, said: `${MON} 10:30` })
    expect(calendars()).toEqual(before)
  })
})

describe("a clock that repeats", () => {
  const informed: ClockWish = { metBy: ["told-customer"], repeats: true }
  it("starts with its trigger, and not with what would meet it", () => {
    const d = opened({ ...informed, from: ["gate:acknowledged"] })
    d.does(`${MON} 10:00`, "ann", write).without("clock-started")
    d.does(`${MON} 11:00`, "ann", ack)
    d.does(`${MON} 12:00`, "ann", write)
    expect(runs(d)).toEqual([2, `${MON} 12:00`, "running"])
  })
  it("does not start if its condition does not hold", () => {
    opened({ ...informed, when: { urgency: "urgent" } })
      .does(`${MON} 10:00`, "ann", write)
      .without("clock-started")
  })
  it("does not start again once its loop is closed", () => {
    const checked = { kind: "record", side: "system-loop" } as const
    const d = opened({ ...informed, metBy: ["event:delivered"] }, { gates: { checked } })
    d.does(`${MON} 10:00`, "ann", ack)
    d.does(`${MON} 11:00`, "ann", tell).emits("customer-loop-closed")
    d.does(`${MON} 12:00`, "system:host", delivered).without("clock-started")
  })
  it("takes over pauses that began with the meeting message or later, and no earlier ones", () => {
    const d = opened({ ...informed, pause: { elsewhere: hours(4) } })
    d.does(`${MON} 10:00`, "ann", pause("elsewhere"))
    d.does(`${MON} 10:30`, "ann", { do: "resume" })
    d.does(`${MON} 12:00`, "ann", pause("elsewhere"))
    d.does(`${MON} 12:00`, "ann", write).emits({ event: "clock-started", clock: "c" })
    expect([d.clockState("c"), d.clock("c").switches.map(({ at }) => local(at))]).toEqual(["paused", [`${MON} 12:00`]])
  })
})

describe("a reopening", () => {
  const wishes: Wishes = {
    gates: { told: { kind: "result", after: ["acknowledged"], tell: "result" } },
    reopen: { dissatisfied: { backTo: "told", within: dates(30), clocks: "continue" } }
  }
  const window: ClockWish = { promise: false, within: hours(80), pause: { elsewhere: hours(80) } }
  const told = (c: ClockWish, isWaiting = false): TestDesk => {
    const d = opened({ ...window, ...c }, wishes)
    d.does(`${MON} 10:00`, "ann", ack)
    if (isWaiting) d.does(`${MON} 10:30`, "ann", pause("elsewhere"))
    d.does(`${MON} 11:00`, "ann", tell)
    return d
  }
  const bounced = (d: TestDesk): Command => {
    const sent = d.named("message-queued").find((one) => "message" in one && one.message === "result")
    return { do: "bounced", message: sent !== undefined && "id" in sent ? String(sent.id) : "", reason: "full" }
  }
  it("ends, restarts or resumes the clocks that name it", () => {
    const ended = told({ cancelledBy: ["reopened"] })
    ended.does(`${MON} 12:00`, "carl", no).emits({ event: "clock-cancelled", clock: "c", reason: "reopened" })
    const anew = told({ restartedBy: ["reopened"] })
    anew.does(`${MON} 12:00`, "carl", no)
    expect(runs(anew)).toEqual([2, `${MON} 12:00`, "running"])
    const resumed = told({ resumedBy: { elsewhere: ["reopened"] } }, true)
    resumed.does(`${MON} 12:00`, "carl", no).emits({ event: "clock-resumed", clock: "c" })
  })
  it("does not include the engine's own reopening after a bounce", () => {
    const d = told({ restartedBy: ["reopened"] })
    d.does(`${MON} 12:00`, "channel:mail", bounced(d))
    expect([d.gate("told"), runs(d)]).toEqual(["open", [1, `${MON} 09:00`, "running"]])
  })
  it("that leaves a clock no time makes it missed once more, and both misses stay", () => {
    const d = told({ metBy: ["passed:told"], promise: true, within: hours(1) })
    d.does(`${MON} 12:00`, "carl", no)
    d.does(`${MON} 13:00`, "ann", tell).without("miss-refuted")
    expect(d.clock("c").breaches.map(({ dueAt, refuted }) => [local(dueAt), refuted])).toEqual([
      [`${MON} 10:00`, false],
      [`${MON} 10:00`, false]
    ])
  })
  it("starts a clock that counts from reopenings, and what meets that clock ends it for good", () => {
    const d = told({ from: ["reopened"], metBy: ["event:delivered"] })
    d.does(`${MON} 12:00`, "carl", no)
    d.does(`${MON} 13:00`, "system:host", delivered).emits({ event: "clock-met", clock: "c" })
    d.does(`${MON} 14:00`, "ann", write)
    d.does(`${MON} 15:00`, "ann", urgent(true))
    expect(runs(d)).toEqual([1, `${MON} 12:00`, "met"])
  })
})

describe("a clock that ended", () => {
  it("stays met if the gate from which it counts is not settled again", () => {
    const d = opened({ from: ["gate:acknowledged"], metBy: ["event:delivered"] })
    d.does(`${MON} 10:00`, "ann", ack)
    d.does(`${MON} 11:00`, "system:host", delivered)
    d.does(`${MON} 12:00`, "ann", urgent(true))
    expect(runs(d)).toEqual([1, `${MON} 10:00`, "met"])
  })
  it("keeps nothing of its first run if it counts from a later trigger", () => {
    const d = opened({
      from: ["event:delivered"],
      metBy: ["passed:told"],
      when: { urgency: "routine" },
      pause: { elsewhere: hours(8) }
    })
    d.does(`${MON} 10:00`, "system:host", delivered)
    d.does(`${MON} 10:10`, "ann", pause("elsewhere"))
    d.does(`${MON} 10:20`, "ann", urgent(true)).emits({ event: "clock-cancelled", reason: "when" })
    d.does(`${MON} 11:00`, "system:host", delivered)
    d.does(`${MON} 12:00`, "dora", urgent(false)).emits({ event: "clock-started", clock: "c" })
    expect([runs(d), d.clock("c").switches]).toEqual([[2, `${MON} 11:00`, "running"], []])
  })
  it("has no cause of a miss if it starts at once, and the grade as cause if it would have run earlier", () => {
    const at = opened({ metBy: ["passed:told"] })
    expect(at.clock("c").setBy).toEqual({ at: instant(`${MON} 09:00`), cause: "elapsed" })
    const late = opened({ metBy: ["passed:told"], when: { urgency: "urgent" } })
    late.does(`${MON} 10:00`, "ann", urgent(true))
    expect(late.clock("c").setBy).toEqual({ at: instant(`${MON} 10:00`), cause: "regraded" })
    for (const [minutes, cause] of [
      [59, "regraded"],
      [60, "elapsed"]
    ] as const) {
      const due = opened({ metBy: ["passed:told"], when: { urgency: "urgent" }, within: minutesOf(minutes) })
      due.does(`${MON} 10:00`, "ann", urgent(true)).emits({ event: "clock-missed", clock: "c", cause })
    }
  })
  it("needs no deadline if none is known, although its gate was passed", () => {
    const gates = { open: { kind: "record" } } as const
    const d = desk(
      policy({ only: ["acknowledged", "told"], gates, clocks: { c: { until: "promised-by", metBy: ["passed:told"] } } })
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "ann", ack)
    d.does(`${MON} 11:00`, "ann", tell)
    expect(d.clockState("c")).toBe("not-started")
  })
  it("keeps its calendar if its owner's calendar changes without a handover", () => {
    const d = opened({ metBy: ["passed:told"], calendar: "of-owner" })
    const early = people.map((one) => (one.id === "ann" ? { ...one, calendar: "early" } : one))
    d.does(`${MON} 10:00`, "ann", ack, { people: early }).without("deadline-moved")
  })
  it("of the system loop ends when the whole case closes", () => {
    const d = opened({ metBy: ["event:delivered"], promise: false })
    d.does(`${MON} 10:00`, "ann", ack)
    d.does(`${MON} 11:00`, "ann", tell).emits("case-closed", { event: "clock-cancelled", reason: "loop-closed" })
  })
  it("ends with its loop, although the other loop is open", () => {
    const checked = { kind: "record", side: "system-loop" } as const
    const d = opened({ metBy: ["event:delivered"], promise: false }, { gates: { checked } })
    d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "checked" }).emits(
      { event: "system-loop-closed" },
      { event: "clock-cancelled", clock: "c", reason: "loop-closed" }
    )
  })
})
