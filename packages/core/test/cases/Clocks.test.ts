/** Pauses, regrades, extensions and reopenings, through the decider. Mon is 2026-11-16, office hours 09–17. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/model/Command.ts"
import type { ClockWish, Wishes } from "../../src/testing/Build.ts"
import { dates, days, elapsedHours, hours, policy } from "../../src/testing/Build.ts"
import type { Desk } from "../../src/testing/Spec.ts"
import { desk, given, instant, local, submit } from "../../src/testing/Spec.ts"
import { account } from "../../src/track/clock/line.ts"

const MON = "2026-11-16"
const TUE = "2026-11-17"
const WED = "2026-11-18"

const toldIn = (wish: ClockWish, more: Wishes = {}) =>
  policy({
    only: ["acknowledged", "told"],
    ...more,
    clocks: {
      acknowledged: { gate: "acknowledged", metBy: ["passed:acknowledged"], within: hours(4) },
      told: {
        gate: "told",
        metBy: ["passed:told"],
        within: hours(8),
        pause: { "waiting-on-customer": days(10), "waiting-on-vendor": days(10) },
        ...wish
      },
      ...more.clocks
    }
  })

/** P3 has 8 hours, P2 6, P1 4: by the fact `tier`, which grades, or by a person. */
const graded = [
  { when: { urgency: "urgent" }, gives: hours(4) },
  { when: { urgency: "important" }, gives: hours(6) },
  { gives: hours(8) }
]
const opened = (wish: ClockWish = {}, at = `${MON} 09:00`, ticks: "prompt" | "none" = "prompt"): Desk => {
  const d = desk(toldIn(wish), ticks)
  d.does(at, "ann", submit({ facts: { slow: true } }))
  return d
}
const pause = (reason = "waiting-on-customer"): Command => ({ do: "pause", reason })
const resume: Command = { do: "resume" }
const tell: Command = { do: "pass", gate: "told", result: "done" }
const grade = (urgent: boolean): Command => ({ do: "set", facts: { urgent }, reason: "as it turned out" })

describe("pauses", () => {
  it("P1 · a pause moves the due by the open time it covered", () => {
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
  it("P5 · from one pausing reason to another: one pause, both reasons kept", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", pause("waiting-on-customer"))
    d.does(`${MON} 11:00`, "ann", pause("waiting-on-vendor"))
    d.does(`${MON} 12:00`, "ann", resume)
    expect(d.due("told")).toBe(`${TUE} 11:00`)
    expect(d.clock("told").switches.map((one) => one.reason)).toEqual(["waiting-on-customer", "waiting-on-vendor", ""])
  })
  it("P6 · paused from the first moment counts nothing; done at the first moment has no timers left", () => {
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
  it("P7 · a pause after the miss takes nothing back, and the due stays shown", () => {
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
  it("P9 · a reason that the clock does not allow is refused, on file, and the clock runs", () => {
    const d = opened()
    d.send(`${MON} 10:00`, "ann", pause("short-of-staff")).rejects("clock/pause-not-allowed").emits("command-refused")
    expect(d.clockState("told")).toBe("running")
    d.send(`${MON} 10:00`, "ann", pause("toString")).rejects("clock/pause-not-allowed")
    expect(d.due("told")).toBe(`${MON} 17:00`)
  })
  it("P9 · past its cap the clock runs again, and the reason is used up", () => {
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
  it("P9 · what is left of a cap can still be used", () => {
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
  it("P24 · a pause recorded late counts from when it happened, whatever was recorded in between", () => {
    const d = opened()
    d.does(`${MON} 15:00`, "ann", resume, { said: `${MON} 13:00` })
    d.does(`${MON} 16:00`, "ann", pause(), { said: `${MON} 11:00` })
    expect(d.due("told")).toBe(`${TUE} 11:00`)
  })
  it("P24 · a pause recorded after the miss shows that it was none: it stays on record, refuted", () => {
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
  it("P24 · what was done in time and logged late refutes the miss", () => {
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

describe("regrades", () => {
  it("P12 · a shorter limit counts from the start", () => {
    const d = opened({ within: graded })
    d.does(`${MON} 12:00`, "ann", grade(true)).emits({ event: "deadline-moved", clock: "told", cause: "regraded" })
    expect(d.due("told")).toBe(`${MON} 13:00`)
  })
  it("P12 · a shorter limit that is already past is missed at once, once", () => {
    const d = opened({ within: graded, remind: [{ at: { _tag: "Share", percent: 50 }, rule: "clocks.told.remind.1" }] })
    d.tick(`${MON} 12:30`)
    const answer = d.does(`${MON} 14:00`, "ann", grade(true)).emits(
      {
        event: "clock-missed",
        clock: "told",
        cause: "regraded",
        dueAt: instant(`${MON} 13:00`),
        detectedAt: instant(`${MON} 14:00`)
      },
      { event: "clock-escalated", clock: "told" }
    )
    answer.without("clock-reminded")
    expect(answer.step.events.filter((e) => e.event === "message-queued" && e.message === "overdue")).toHaveLength(1)
    expect(d.clock("told").breaches).toHaveLength(1)
  })
  it("P13 · pauses are carried into the new limit", () => {
    const d = opened({ within: graded })
    d.does(`${MON} 10:00`, "ann", pause())
    d.does(`${MON} 12:00`, "ann", resume)
    d.does(`${MON} 13:00`, "ann", grade(true))
    expect(d.due("told")).toBe(`${MON} 15:00`)
  })
  it("P14 · a longer limit after the miss: the miss is kept, the new due is computed and can be missed again", () => {
    const d = opened({ within: graded })
    d.does(`${MON} 09:10`, "ann", grade(true))
    d.tick(`${MON} 14:00`)
    expect(d.clockState("told")).toBe("missed")
    d.does(`${MON} 14:30`, "ann", grade(false))
    expect(d.due("told")).toBe(`${MON} 17:00`)
    expect(d.clockState("told")).toBe("running")
    expect(d.clock("told").breaches).toMatchObject([{ dueAt: instant(`${MON} 13:00`), refuted: false }])
    d.does(`${MON} 16:00`, "ann", tell)
    expect(d.clockState("told")).toBe("met")
    expect(d.clock("told").breaches).toHaveLength(1)
  })
  it("P15 · there and back in five minutes: the due is as it was, and no reminder comes twice", () => {
    const remind = [{ at: { _tag: "Share", percent: 50 }, rule: "clocks.told.remind.1" }] as const
    const d = opened({ within: graded, remind })
    d.tick(`${MON} 13:30`)
    d.does(`${MON} 14:00`, "ann", { do: "set", facts: { slow: false }, reason: "sooner" })
    expect(d.due("told")).toBe(`${MON} 15:00`)
    d.does(`${MON} 14:05`, "ann", { do: "set", facts: { slow: true }, reason: "not so" })
    expect(d.due("told")).toBe(`${MON} 17:00`)
    d.tick(`${MON} 16:59`)
    expect(d.named("clock-reminded")).toHaveLength(1)
    const calm = opened({ within: graded, remind })
    calm.does(`${MON} 09:01`, "ann", { do: "set", facts: { slow: false }, reason: "sooner" })
    calm.does(`${MON} 09:05`, "ann", { do: "set", facts: { slow: true }, reason: "not so" })
    calm.tick(`${MON} 16:59`)
    expect(calm.named("clock-reminded").map((e) => local(e.at))).toEqual([`${MON} 13:00`])
  })
  it("P16 · no target for the new grade: the clock is cancelled with its reason, and comes back with one", () => {
    const d = opened({
      within: [
        { when: { urgency: "routine" }, gives: hours(8) },
        { when: { urgency: "important" }, gives: hours(6) }
      ]
    })
    d.does(`${MON} 10:00`, "ann", grade(true)).emits({ event: "clock-cancelled", clock: "told", reason: "no-target" })
    d.tick(`${TUE} 09:00`)
    expect(d.named("clock-missed").some((e) => e.event === "clock-missed" && e.clock === "told")).toBe(false)
    d.does(`${TUE} 09:00`, "ann", grade(false))
    expect(d.clock("told").breaches).toMatchObject([{ dueAt: instant(`${MON} 17:00`), cause: "regraded" }])
  })
  it("P21 · a reminder at 75 % of eight working hours", () => {
    const d = opened({ remind: [{ at: { _tag: "Share", percent: 75 }, rule: "clocks.told.remind.1" }] }, `${MON} 15:00`)
    expect(d.due("told")).toBe(`${TUE} 15:00`)
    d.tick(`${TUE} 14:59`)
    expect(d.named("clock-reminded").map((e) => local(e.at))).toEqual([`${TUE} 13:00`])
    expect(d.letters()).toContain("reminder to ann")
  })
  it("P22 · a step of the ladder one hour before the due stays within working hours", () => {
    const before = {
      at: { _tag: "Before", by: elapsedHours(1) },
      notify: ["supervisor"],
      send: "overdue",
      rule: "clocks.told.escalate.1"
    } as const
    const d = opened({ within: hours(3), escalate: [before] }, `${MON} 16:00`)
    expect(d.due("told")).toBe(`${TUE} 11:00`)
    d.tick(`${TUE} 10:59`)
    expect(d.named("clock-escalated").map((e) => local(e.at))).toEqual([`${TUE} 10:00`])
  })
  it("P23 · time told late: every step once, in order, at its own instant", () => {
    const step = (n: number) =>
      ({
        at: { _tag: "After", by: hours(n) },
        notify: ["supervisor"],
        send: "overdue",
        rule: `clocks.told.escalate.${n}`
      }) as const
    const d = opened({ within: hours(2), escalate: [step(1), step(2), step(3)] }, `${MON} 09:00`, "none")
    d.does(`${MON} 17:30`, "system:timer", { do: "time" })
    d.does(`${MON} 17:40`, "system:timer", { do: "time" })
    const fired = d.named("clock-escalated").filter((e) => e.event === "clock-escalated" && e.clock === "told")
    expect(fired.map((e) => local(e.at))).toEqual([`${MON} 12:00`, `${MON} 13:00`, `${MON} 14:00`])
    expect(fired.every((e) => e.event === "clock-escalated" && e.detectedAt === instant(`${MON} 17:30`))).toBe(true)
  })
})

describe("starts", () => {
  it("R16 · said two days before it was logged: the acknowledgement is late from the start, and so marked", () => {
    const d = desk(toldIn({}))
    d.does(`${WED} 10:00`, "ann", submit(), { said: `${MON} 10:00` })
    expect(d.case().intake.receipt).toMatchObject({
      receivedAt: instant(`${MON} 10:00`),
      loggedAt: instant(`${WED} 10:00`)
    })
    expect(d.clockState("acknowledged")).toBe("missed")
    expect(d.clock("acknowledged").breaches).toMatchObject([
      { dueAt: instant(`${MON} 14:00`), detectedAt: instant(`${WED} 10:00`) }
    ])
  })
  it("R2 · the next answer counts from the oldest unanswered word", () => {
    const d = desk(
      toldIn(
        {},
        {
          clocks: {
            "next-answer": { from: ["customer-wrote"], metBy: ["answered"], within: hours(2), loop: "complaint" }
          }
        }
      )
    )
    d.does(`${MON} 09:00`, "ann", submit())
    for (const at of ["10:00", "10:05", "10:10"]) d.does(`${MON} ${at}`, "carl", { do: "write", text: "and?" })
    expect(d.due("next-answer")).toBe(`${MON} 12:00`)
    d.does(`${MON} 10:30`, "ann", { do: "write", text: "soon" })
    expect(d.clockState("next-answer")).toBe("met")
    d.tick(`${TUE} 09:00`)
    expect(d.clockState("next-answer")).toBe("met")
  })
  it("R1 · a machine's receipt is word to the customer, but no answer", () => {
    const d = desk(
      policy({
        only: ["receipted", "acknowledged", "told"],
        clocks: {
          word: { metBy: ["told-customer"], within: hours(2) },
          answer: { metBy: ["answered"], within: hours(2) }
        }
      })
    )
    d.does(`${MON} 09:00`, "ann", submit())
    expect([d.clockState("word"), d.clockState("answer")]).toEqual(["met", "running"])
    d.does(`${MON} 09:30`, "ann", { do: "write", text: "I am on it" })
    expect(d.clockState("answer")).toBe("met")
  })
  it("a repeating clock is met by word to the customer and starts again, until the loop closes", () => {
    const d = desk(
      toldIn({}, { clocks: { "keep-informed": { metBy: ["told-customer"], within: hours(8), repeats: true } } })
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 12:00`, "ann", { do: "write", text: "still on it" })
    expect(d.due("keep-informed")).toBe(`${TUE} 12:00`)
    d.does(`${MON} 13:00`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 14:00`, "ann", tell)
    expect(d.clockState("keep-informed")).toBe("cancelled")
    expect(d.nextDue()).toBe("never")
  })
  it("a window that nothing meets just ends", () => {
    const d = desk(toldIn({}, { clocks: { window: { metBy: [], within: hours(2), promise: false, escalate: [] } } }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.tick(`${MON} 11:00`)
    expect(d.clockState("window")).toBe("met")
  })
  it("a clock until a date starts when the date is known, ends with that day, and moves with it", () => {
    const d = desk(toldIn({}, { clocks: { promised: { until: "promised-by", metBy: ["passed:told"] } } }))
    d.does(`${MON} 09:00`, "ann", submit())
    expect(d.clockState("promised")).toBe("not-started")
    d.does(`${MON} 10:00`, "ann", { do: "set", facts: { "promised-by": "2026-11-20" } })
    expect(d.due("promised")).toBe("2026-11-21 00:00")
    d.does(`${MON} 11:00`, "ann", { do: "set", facts: { "promised-by": "2026-11-19" } })
    expect(d.due("promised")).toBe("2026-11-20 00:00")
    expect(d.named("deadline-moved")).toHaveLength(1)
  })
  it("a clock whose condition comes true late counts from its original start, and what is past is a miss", () => {
    const d = desk(
      toldIn({}, { clocks: { early: { when: { urgency: "urgent" }, metBy: ["passed:told"], within: hours(2) } } })
    )
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    expect(d.clockState("early")).toBe("not-started")
    d.does(`${MON} 12:00`, "ann", grade(true)).emits({ event: "clock-missed", clock: "early", cause: "regraded" })
    d.does(`${MON} 12:10`, "ann", grade(false)).emits({ event: "clock-cancelled", clock: "early", reason: "when" })
    d.does(`${MON} 12:20`, "ann", grade(true))
    expect(d.clock("early").cycle).toBe(2)
  })
})

describe("extensions", () => {
  const extend: Command = { do: "extend", clock: "told", reason: "a part is late" }
  const wish: ClockWish = { extend: { times: 1, each: hours(8), approve: ["supervisor"], tell: "delayed" } }
  const given_ = [[submit({ facts: { slow: true } }), `${MON} 09:00`, "ann"]] as const
  it("S10 · before it is due, by one who may, with word to the customer", () => {
    given(toldIn(wish), ...given_)
      .when(extend, `${MON} 16:00`, "sam")
      .emits(
        { event: "clock-extended", by: "sam", from: instant(`${MON} 17:00`), dueAt: instant(`${TUE} 17:00`) },
        {
          event: "message-queued",
          message: "delayed",
          to: "carl",
          text: `Not by ${MON} 17:00 because a part is late. Now by ${TUE} 17:00.`
        }
      )
  })
  it("S10 · asked at the due instant or later: refused", () => {
    given(toldIn(wish), ...given_)
      .when(extend, `${MON} 17:00`, "sam")
      .rejects("clock/already-due")
      .without("clock-extended")
    given(toldIn(wish), ...given_)
      .when(extend, `${TUE} 10:00`, "sam")
      .rejects("clock/already-due")
  })
  it("S10 · by one who may not: pending with the lowest role that may, and refused where nobody may", () => {
    given(toldIn(wish), ...given_)
      .when(extend, `${MON} 10:00`, "ann")
      .emits({ event: "approval-asked", approval: { from: "supervisor" } })
      .without("clock-extended")
    given(toldIn({ extend: { times: 1, each: hours(8), approve: ["nobody"] } }), ...given_)
      .when(extend, `${MON} 10:00`, "ann")
      .rejects("authority/nobody")
  })
  it("S10 · a role without limits of its own may be named to approve", () => {
    given(toldIn({ extend: { times: 1, each: hours(8), approve: ["quality"] } }), ...given_)
      .when(extend, `${MON} 10:00`, "quinn")
      .emits("clock-extended")
  })
  it("S10 · approved after it was due: refused", () => {
    const d = desk(toldIn(wish))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 16:30`, "ann", extend)
    d.send(`${TUE} 09:10`, "sam", { do: "approve" }).rejects("clock/already-due")
    expect(d.clockState("told")).toBe("missed")
  })
  it("S10 · only as often as the policy says, and an extension survives a regrade", () => {
    const d = desk(toldIn({ ...wish, within: graded }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 10:00`, "sam", extend)
    d.send(`${MON} 11:00`, "sam", extend).rejects("clock/extended-enough")
    d.does(`${MON} 12:00`, "ann", grade(true))
    expect(d.due("told")).toBe(`${TUE} 13:00`)
  })
})

describe("reopenings", () => {
  it.each([
    ["resume", `${WED} 12:00`],
    ["restart", "2026-11-19 10:00"],
    ["continue", `${MON} 17:00`]
  ] as const)("R8 · reopened in time, clocks %s", (clocks, due) => {
    const d = desk(
      toldIn(
        { within: hours(8) },
        {
          only: ["acknowledged", "told", "confirmed"],
          reopen: { dissatisfied: { backTo: "told", clocks, within: dates(30) } }
        }
      )
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 15:00`, "ann", tell)
    d.does(`${WED} 10:00`, "carl", { do: "reply", says: "dissatisfied" })
    expect(d.due("told")).toBe(due)
    expect(d.clockState("told")).toBe(clocks === "continue" ? "missed" : "running")
    if (clocks === "continue") expect(d.clock("told").breaches).toMatchObject([{ cause: "reopened" }])
  })
  it("R8 · the same whether it was resolved or closed", () => {
    const d = desk(
      toldIn(
        { within: hours(8) },
        {
          only: ["acknowledged", "told", "confirmed"],
          reopen: { dissatisfied: { backTo: "told", clocks: "resume", within: dates(30) } }
        }
      )
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 15:00`, "ann", tell)
    d.does(`${MON} 15:30`, "carl", { do: "reply", says: "satisfied" })
    expect(d.case().lifecycle.closedAt).toBeDefined()
    d.does(`${WED} 10:00`, "carl", { do: "reply", says: "dissatisfied" })
    expect(d.due("told")).toBe(`${WED} 12:00`)
    expect(d.case().lifecycle.closedAt).toBeUndefined()
  })
})
