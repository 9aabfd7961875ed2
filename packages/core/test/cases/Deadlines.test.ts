/**
 * By whose hours a deadline counts, dates as deadlines, and deadlines that people set. Monday is 2026-11-16, London
 * 09–17.
 */
import { describe, expect, it } from "vitest"
import type { ClockWish } from "../../src/testing/Build.ts"
import { dates, days, elapsedHours, hours, people } from "../../src/testing/Build.ts"
import type { TestDesk } from "../../src/testing/Spec.ts"
import { desk, submit } from "../../src/testing/Spec.ts"
import { MON, opened, pause, resume, TUE, tell, toldIn, WED } from "./deadline.ts"

const week = [...Array.from({ length: 5 }, () => [[540, 1020]] as const), [], []]
const singapore = { name: "singapore", zone: "Asia/Singapore", weekly: week, closed: [], open: [] }
const far = {
  zones: { "Asia/Singapore": { id: "Asia/Singapore", from: [], offsetMinutes: [480] } },
  calendars: { singapore }
}
/** Ben works in Singapore. */
const staff = people.map((person) => (person.id === "ben" ? { ...person, calendar: "singapore" } : person))

const ofOwner = (wish: ClockWish = {}): TestDesk => {
  const d = desk(toldIn({ calendar: "of-owner", within: hours(4), ...wish }, far))
  d.does(`${MON} 16:00`, "ann", submit(), { people: staff })
  return d
}
const handOver = (d: TestDesk, at: string): void => {
  d.does(at, "ann", { do: "hand-over", to: "ben", reason: "his hours" }, { people: staff })
  d.does(at, "ben", { do: "accept" }, { people: staff })
}

describe("the hours of the owner", () => {
  it("P20 · handed to Singapore at the close of London: three more hours in the receiver's working hours", () => {
    const d = ofOwner()
    expect(d.due("told")).toBe(`${TUE} 12:00`)
    handOver(d, `${MON} 17:00`)
    // 12:00 in Singapore.
    expect(d.due("told")).toBe(`${TUE} 04:00`)
    expect(d.named("deadline-moved")).toMatchObject([
      { clock: "told", cause: "owner", legs: [{ calendar: "singapore" }] }
    ])
    expect(d.due("acknowledged")).toBe(`${TUE} 12:00`)
  })
  it("P20 · an offer moves nothing, and with a named calendar the handover does not either", () => {
    const d = ofOwner()
    d.does(`${MON} 16:30`, "ann", { do: "hand-over", to: "ben", reason: "his hours" }, { people: staff })
    expect(d.due("told")).toBe(`${TUE} 12:00`)
    const e = desk(toldIn({ within: hours(4) }, far))
    e.does(`${MON} 16:00`, "ann", submit(), { people: staff })
    handOver(e, `${MON} 17:00`)
    expect(e.due("told")).toBe(`${TUE} 12:00`)
  })
  it("P20 · a miss stays, whoever takes the case over", () => {
    const d = ofOwner({ within: hours(1) })
    d.tick(`${MON} 17:30`)
    handOver(d, `${MON} 18:00`)
    d.tick(`${WED} 12:00`)
    expect(d.clock("told").breaches).toHaveLength(1)
    expect(d.clockState("told")).toBe("missed")
  })
  it("P20 · a pause counts by the working hours of whoever owned the case then, also after a reopening", () => {
    const d = ofOwner()
    d.does(`${MON} 16:30`, "ann", pause(), { people: staff })
    handOver(d, `${MON} 17:00`)
    d.does(`${TUE} 03:00`, "ben", resume, { people: staff })
    // Half an hour in London before, three and a half from 11:00 in Singapore.
    expect(d.due("told")).toBe(`${TUE} 06:30`)
  })
})

describe("dates as deadlines", () => {
  const dated = (wish: ClockWish = {}): TestDesk => {
    const d = desk(toldIn({}, { clocks: { promised: { until: "promised-by", metBy: ["passed:told"], ...wish } } }))
    d.does(`${MON} 09:00`, "ann", submit())
    return d
  }
  const by = (date: string) => ({ do: "set", facts: { "promised-by": date }, reason: "so it is agreed" }) as const
  it("a date that falls on a closed day rolls as the clock says", () => {
    const rolled = (roll: "none" | "next" | "previous") => {
      const d = dated({ roll })
      d.does(`${MON} 10:00`, "ann", by("2026-12-25"))
      return d.due("promised")
    }
    expect([rolled("none"), rolled("next"), rolled("previous")]).toEqual([
      "2026-12-26 00:00",
      "2026-12-30 00:00",
      "2026-12-25 00:00"
    ])
  })
  it("a day on which clocks change ends at its own end", () => {
    const d = dated()
    d.does(`${MON} 10:00`, "ann", by("2027-03-28"))
    expect(d.due("promised")).toBe("2027-03-29 00:00")
  })
  it("a changed date moves the due even if a grade would not, and a due in the past is missed at once", () => {
    const d = dated({ onRegrade: "keep" })
    d.does(`${MON} 10:00`, "ann", by("2026-11-20"))
    d.does(`${TUE} 10:00`, "dora", by("2026-11-30"))
    expect(d.due("promised")).toBe("2026-12-01 00:00")
    d.does("2026-11-25 10:00", "ann", by("2026-11-24")).emits({ event: "clock-missed", clock: "promised" })
    expect(d.due("promised")).toBe("2026-11-25 00:00")
  })
})

describe("a clock that counts from a date", () => {
  const night = [...Array.from({ length: 5 }, () => [[1320, 1800]] as const), [], []]
  const more = {
    ...far,
    calendars: { ...far.calendars, night: { ...singapore, name: "night", zone: "Europe/London", weekly: night } }
  }
  /** Returns when a clock is due that counts from the fact, known on Monday. */
  const due = (wish: ClockWish, date: string | undefined, fallback?: string): string => {
    const clocks = { noticed: { from: ["fact:promised-by"], metBy: ["passed:told"], ...wish } }
    const facts =
      fallback === undefined
        ? {}
        : { facts: { "promised-by": { type: { _tag: "Date" }, kind: "date", default: fallback } as const } }
    const d = desk(toldIn({}, { ...more, ...facts, clocks }))
    d.does(`${MON} 09:00`, "ann", submit())
    if (date !== undefined) d.does(`${MON} 10:00`, "ann", { do: "set", facts: { "promised-by": date } })
    return d.due("noticed")
  }
  it("F-C1 · the date is its whole first day: working days, days, months and hours count from its beginning", () => {
    expect(due({ within: days(5) }, MON)).toBe("2026-11-23 17:00")
    expect(due({ within: dates(30) }, "2026-11-20")).toBe("2026-12-21 00:00")
    expect(due({ within: { _tag: "Civil", months: 1, days: 0 } }, "2027-01-31")).toBe("2027-03-01 00:00")
    expect(due({ within: hours(4) }, MON)).toBe(`${MON} 13:00`)
    expect(due({ within: elapsedHours(72) }, MON)).toBe("2026-11-19 00:00")
    expect(due({ within: dates(0) }, TUE)).toBe(`${WED} 00:00`)
    expect(due({ within: days(0) }, TUE)).toBe(`${TUE} 17:00`)
  })
  it("F-C1 · the date may count as the first day, be a closed day, or come from the policy's default", () => {
    expect(due({ within: days(5), firstDay: "counted" }, MON)).toBe("2026-11-20 17:00")
    expect(due({ within: dates(30), firstDay: "counted" }, "2026-11-20")).toBe("2026-12-20 00:00")
    expect(due({ within: days(1) }, "2026-11-21")).toBe("2026-11-23 17:00")
    expect(due({ within: days(5) }, undefined, MON)).toBe("2026-11-23 17:00")
    expect(due({ until: "promised-by" }, undefined, "2026-11-20")).toBe("2026-11-21 00:00")
  })
  it("F-C1 · the date has no time of day: a clock that ends at the same time ends with its last day", () => {
    expect(due({ within: dates(30), ends: "same-time" }, "2026-11-20")).toBe("2026-12-21 00:00")
    expect(due({ within: days(5), ends: "same-time" }, MON)).toBe("2026-11-23 17:00")
    expect(due({ within: days(5), ends: "same-time" }, `${MON} 10:30`)).toBe("2026-11-23 10:30")
  })
  it("F-C1 · working time counts the date of its own calendar, in another zone and at night", () => {
    // 17:00 in Singapore is 09:00 in London.
    expect(due({ within: days(5), calendar: "singapore" }, MON)).toBe("2026-11-23 09:00")
    expect(due({ within: hours(1), calendar: "singapore" }, TUE)).toBe(`${TUE} 02:00`)
    // The shift that began on Monday night belongs to Monday.
    expect(due({ within: days(1), calendar: "night" }, TUE)).toBe("2026-11-19 06:00")
    expect(due({ within: hours(1), calendar: "night" }, TUE)).toBe(`${TUE} 23:00`)
  })
  it("F-C1 · a date with a time is that instant", () => {
    expect(due({ within: hours(4) }, `${MON} 11:00`)).toBe(`${MON} 15:00`)
    expect(due({ within: dates(1), ends: "same-time" }, `${MON} 11:00`)).toBe(`${TUE} 11:00`)
  })
})

describe("deadlines that people set", () => {
  const until = (at: string, reason = "promised on the phone") =>
    ({ do: "extend", clock: "told", until: at, reason }) as const
  const extendable: ClockWish = {
    extend: { times: 1, each: hours(16), approve: ["supervisor"], tell: "delayed" }
  }
  it("P11 · an earlier date by the owner stays while the clock is paused, and leaves no other trace", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", until(`${MON} 15:00`)).emits({ event: "deadline-moved", cause: "manual", by: "ann" })
    d.does(`${MON} 11:00`, "ann", pause())
    expect([d.clockState("told"), d.due("told")]).toEqual(["running", `${MON} 15:00`])
    d.does(`${MON} 13:00`, "ann", resume)
    d.tick(`${MON} 15:00`)
    expect(d.clock("told").breaches).toMatchObject([{ cause: "elapsed" }])
  })
  it("P11 · if the policy lets it shift, it moves by later pauses, not by earlier ones", () => {
    const d = opened({ manual: "shiftable" })
    d.does(`${MON} 09:10`, "ann", pause())
    d.does(`${MON} 09:40`, "ann", resume)
    d.does(`${MON} 10:00`, "ann", until(`${MON} 15:00`))
    expect(d.due("told")).toBe(`${MON} 15:00`)
    d.does(`${MON} 11:00`, "ann", pause())
    expect(d.clockState("told")).toBe("paused")
    d.does(`${MON} 12:00`, "ann", resume)
    expect(d.due("told")).toBe(`${MON} 16:00`)
  })
  it("a later date is an extension: by those who approve it, at most one extension long, told and counted", () => {
    const d = opened(extendable)
    d.send(`${MON} 10:00`, "sam", until("2026-11-19")).rejects("clock/too-far")
    d.does(`${MON} 10:00`, "ann", until(`${WED} 12:00`)).emits("approval-asked")
    expect(d.due("told")).toBe(`${MON} 17:00`)
    d.does(`${MON} 11:00`, "sam", { do: "approve" }).emits({ event: "clock-extended", by: "ann" })
    expect(d.due("told")).toBe(`${WED} 12:00`)
    expect(d.letters()).toContain("delayed to carl")
    d.send(`${MON} 12:00`, "sam", until(`${WED} 14:00`)).rejects("clock/extended-enough")
  })
  it("only dates in the future are allowed, and later ones only if the policy allows extensions", () => {
    const d = opened()
    d.send(`${MON} 10:00`, "ann", until("soon")).rejects("clock/no-date")
    d.send(`${MON} 10:00`, "ann", until(`${MON} 09:59`)).rejects("clock/date-past")
    d.send(`${MON} 10:00`, "ann", until(`${TUE} 12:00`)).rejects("clock/not-extendable")
    d.send(`${MON} 10:00`, "ann", until(`${MON} 12:00`, " ")).rejects("reason/missing")
    d.send(`${MON} 10:00`, "ben", until(`${MON} 12:00`)).rejects("authority/nobody")
    d.send(`${TUE} 10:00`, "ann", until(`${WED} 12:00`)).rejects("clock/already-due")
    expect(d.due("told")).toBe(`${MON} 17:00`)
  })
  it("a new grade sets the deadline again", () => {
    const d = opened({ within: [{ when: { urgency: "urgent" }, gives: hours(4) }, { gives: hours(8) }] })
    d.does(`${MON} 10:00`, "ann", until(`${MON} 16:00`))
    d.does(`${MON} 10:30`, "ann", { do: "set", facts: { urgent: true }, reason: "worse" })
    expect(d.due("told")).toBe(`${MON} 13:00`)
    d.does(`${MON} 11:00`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 12:00`, "ann", tell)
    expect(d.clockState("told")).toBe("met")
  })
})

describe("early ends", () => {
  it("S9 · a clock of a forwarded or withdrawn case ends for that reason", () => {
    const d = desk(
      toldIn(
        {},
        {
          endings: [
            { name: "forwarded", path: "endings.forwarded", by: ["director"], fields: [], closes: "customer-loop" }
          ],
          clocks: { "eight-weeks": { metBy: ["passed:told"], cancelledBy: ["forwarded"], within: hours(80) } }
        }
      )
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "dora", { do: "forward" }).emits({
      event: "clock-cancelled",
      clock: "eight-weeks",
      reason: "forwarded"
    })
    expect(d.nextDue()).toBe("never")
  })
})
