/** The promises of generated policies: lengths, calendars, escalations, and what moves them. */
import fc from "fast-check"
import { type ClockWish, dates, days, elapsedHours, hours, type Wishes } from "../../../src/testing/Build.ts"
import type { CalendarRule } from "../../../src/time/OpenHours.ts"
import type { Target } from "../../../src/time/Target.ts"
import { type Drawn, flag, given, one } from "./choice.ts"

/** Options of any promise. */
const manner = fc.record({
  firstDay: one("excluded", "counted"),
  ends: one("close-of-day", "same-time"),
  roll: one("none", "next", "previous"),
  calendar: one("office", "office", "of-owner", "early"),
  onRegrade: one("recompute", "keep"),
  onReopen: one("resume", "restart", "continue"),
  onNewVersion: one("keep", "recompute", "restart"),
  manual: one("fixed", "shiftable"),
  promise: one(true, true, false),
  basis: one(undefined, "service terms 4"),
  cancelledBy: one<readonly string[]>(["withdrawn"], ["withdrawn", "forwarded", "merged"], ["event:delivered"], [])
})

const clocks = ["keep-informed", "promised", "strict", "chained", "next-answer", "after-event", "after-all"] as const

/** The random choices about promises. */
export const promises = fc.record({
  manner,
  other: manner,
  which: fc.subarray([...clocks]),
  lengths: one("hours", "days", "wall", "one"),
  ladder: one(0, 1, 2),
  reminds: one(0, 1, 2),
  pause: one("neither", "both", "both"),
  resumed: one("by hand", "by word", "by word", "by others"),
  times: one(undefined, 1, 2),
  tells: flag,
  holidays: flag
})
/** The values of these choices. */
export type Promises = Drawn<typeof promises>

const lengths: Readonly<Record<Promises["lengths"], Target | NonNullable<ClockWish["within"]>>> = {
  hours: [
    { when: { urgency: "urgent" }, gives: hours(4) },
    { when: { urgency: "important" }, gives: days(2) },
    { gives: dates(5) }
  ],
  days: [
    { when: { priority: ["P0", "P1"] }, gives: days(0) },
    { when: { urgency: ["urgent", "important"] }, gives: days(3) }
  ],
  wall: [{ when: { urgency: "urgent" }, gives: elapsedHours(30) }, { gives: { _tag: "Civil", months: 1, days: 0 } }],
  one: hours(10)
}

const ladder = (clock: string) => [
  { at: { _tag: "Due" as const }, notify: ["supervisor"], send: "overdue", rule: `clocks.${clock}.escalate.1` },
  {
    at: { _tag: "After" as const, by: hours(4) },
    notify: ["director", "owner", "head"],
    send: "overdue",
    rule: `clocks.${clock}.escalate.2`
  }
]
const reminders = (clock: string) => [
  { at: { _tag: "Share" as const, percent: 50 }, rule: `clocks.${clock}.remind.1` },
  { at: { _tag: "Before" as const, by: elapsedHours(2) }, rule: `clocks.${clock}.remind.2` }
]

const office = (closed: readonly string[], opens: number, open: CalendarRule["open"] = []): CalendarRule => ({
  name: "office",
  zone: "Europe/London",
  weekly: [...Array.from({ length: 5 }, () => [[opens * 60, (opens + 8) * 60]] as const), [], []],
  closed,
  open
})

/** Two sets of calendars, between which a case may be moved. */
const calendarsOf = (holidays: boolean): NonNullable<Wishes["calendars"]> => ({
  office: office(holidays ? ["2026-11-18", "2026-11-25"] : ["2026-12-25"], 9),
  early: { ...office(holidays ? ["2026-11-17"] : [], 6), name: "early" }
})

/**
 * Returns the clocks of a version. The second version has other promises, shorter escalations, and a clock that counts
 * by a date.
 */
export const clockWishes = (p: Promises, told: string, version: 1 | 2, hasAgreed: boolean): Wishes => {
  const isSecond = version === 2
  const metBy = [`passed:${told}`]
  const pause: ClockWish["pause"] =
    p.pause === "both" ? { "waiting-on-customer": hours(12), "waiting-on-vendor": days(3) } : {}
  const resumedBy: ClockWish["resumedBy"] =
    p.resumed === "by hand"
      ? {}
      : p.resumed === "by word"
        ? { "waiting-on-customer": ["customer-wrote"] }
        : { "waiting-on-customer": ["customer-wrote"], "waiting-on-vendor": ["event:delivered", "told-customer"] }
  const extend =
    p.times === undefined
      ? undefined
      : {
          times: p.times,
          each: hours(5),
          approve: ["supervisor", "director"],
          ...(p.tells ? { tell: "delayed", rule: "clocks.told.extend" } : {})
        }
  const { basis, ...told_ } = p.manner
  const { basis: _, ...other } = p.other
  const within = lengths[p.lengths]
  const more: Readonly<Record<(typeof clocks)[number], ClockWish>> = {
    "keep-informed": { metBy: ["told-customer"], within: hours(10), repeats: true, pause, resumedBy },
    promised: { until: "promised-by", from: ["logged"], metBy, roll: p.other.roll },
    strict: { when: { "clock.told": ["missed", "met-late"] }, metBy, within: days(4) },
    chained: { from: ["clock:told"], metBy: ["passed:confirmed", "event:delivered"], within: days(1), ...other },
    "next-answer": { from: ["customer-wrote"], metBy: ["answered"], within: hours(2), ofCase: true },
    "after-event": {
      from: ["event:delivered", "fact:promised-by"],
      metBy,
      within: elapsedHours(20),
      ofCase: true,
      restartedBy: ["customer-wrote", "reopened"]
    },
    "after-all": { from: ["gate:confirmed", "reopened"], within: dates(2), promise: false }
  }
  const chosen = [...p.which, ...(isSecond && !p.which.includes("promised") ? (["promised"] as const) : [])]
  return {
    calendars: calendarsOf(p.holidays),
    clocks: {
      told: {
        ...told_,
        ...given({ basis, extend }),
        title: { en: "Answer" },
        metBy,
        within: isSecond && Array.isArray(within) ? within.slice(1) : within,
        pause,
        resumedBy,
        escalate: ladder("told").slice(0, isSecond ? Math.min(p.ladder, 1) : p.ladder),
        remind: reminders("told").slice(0, p.reminds)
      },
      corrected: {
        ...other,
        metBy,
        from: [hasAgreed ? "gate:agreed" : "received"],
        within: elapsedHours(isSecond ? 20 : 30),
        pause
      },
      ...Object.fromEntries(chosen.map((name) => [name, more[name]]))
    }
  }
}
