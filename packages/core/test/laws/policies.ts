/** Generated policies: gates left out, orders, clocks, doors, ladders and limits varied. */
import fc from "fast-check"
import type { CalendarRule } from "../../src/model/Calendar.ts"
import type { Policy } from "../../src/model/Policy.ts"
import { dates, days, elapsedHours, hours, policy, type Wishes } from "../../src/testing/Build.ts"

const gates = [
  "receipted",
  "acknowledged",
  "agreed",
  "corrected",
  "told",
  "confirmed",
  "investigated",
  "prevented",
  "verified"
]

const ladder = (clock: string) => [
  { at: { _tag: "Due" as const }, notify: ["supervisor"], send: "overdue", rule: `clocks.${clock}.escalate.1` },
  {
    at: { _tag: "After" as const, by: hours(4) },
    notify: ["director", "owner"],
    send: "overdue",
    rule: `clocks.${clock}.escalate.2`
  }
]
const reminders = (clock: string) => [
  { at: { _tag: "Share" as const, percent: 50 }, rule: `clocks.${clock}.remind.1` },
  { at: { _tag: "Before" as const, by: elapsedHours(2) }, rule: `clocks.${clock}.remind.2` }
]

const byUrgency = [
  { when: { urgency: "urgent" }, gives: hours(4) },
  { when: { urgency: "important" }, gives: days(2) },
  { gives: dates(5) }
]

const office = (closed: readonly string[], opens: number): CalendarRule => ({
  name: "office",
  zone: "Europe/London",
  weekly: [...Array.from({ length: 5 }, () => [[opens * 60, (opens + 8) * 60]] as const), [], []],
  closed,
  open: []
})

/** What a generated policy varies. */
export const variations = fc.record({
  kept: fc.oneof(fc.constant(gates), fc.subarray(gates, { minLength: 3 })),
  recorded: fc.boolean(),
  split: fc.constantFrom("from-receipt" as const, "from-split" as const),
  lasts: fc.boolean(),
  isPausable: fc.boolean(),
  isRepeating: fc.boolean(),
  hasDoor: fc.boolean(),
  isSigned: fc.boolean(),
  reads: fc.boolean(),
  silence: fc.constantFrom("customer-loop" as const, "nothing" as const),
  channelsUsed: fc.constantFrom(1, 2),
  unanswered: fc.constantFrom("next-higher" as const, "denied" as const),
  apart: fc.boolean(),
  /** Deputies, recusal, on call and teams. */
  isCovered: fc.boolean(),
  isFull: fc.boolean(),
  /** Alarms, assumptions, spot checks, quiet hours, explanations that are signed, and forwarding. */
  isWatched: fc.boolean(),
  version: fc.constantFrom(1 as const, 1 as const, 2 as const),
  holidays: fc.boolean(),
  onNewVersion: fc.constantFrom("keep" as const, "recompute" as const, "restart" as const),
  isOfOwner: fc.boolean(),
  isShiftable: fc.boolean(),
  reopen: fc.constantFrom("resume" as const, "restart" as const, "continue" as const),
  limits: fc.constantFrom(
    undefined,
    undefined,
    undefined,
    [],
    [{ role: "supervisor", compensate: { perCase: 20_000, perMonth: 30_000 }, close: "all" as const }]
  )
})
export type Variation = typeof variations extends fc.Arbitrary<infer T> ? T : never

const covered: Wishes = {
  absent: ["deputy", "supervisor"],
  recuse: { when: { "names-owner": true }, to: ["supervisor"] },
  onCall: { when: { urgency: ["urgent", "important"] }, to: ["supervisor", "quality"], acceptWithin: elapsedHours(1) },
  team: { when: { urgency: "urgent" }, members: ["departments", "quality"], answerWithin: hours(6) }
}

const watched: Wishes = {
  alarms: {
    hot: { when: { urgency: "urgent" }, notify: ["supervisor"] },
    late: { when: { "clock.told": ["missed", "met-late"] }, notify: ["owner", "director"], send: "overdue" }
  },
  assume: [{ never: { urgent: true, slow: true }, because: "either or" }],
  spotCheck: { share: 0.5, of: ["compensate", "close", "explain", "waive", "approval"], by: ["quality", "supervisor"] },
  sending: {
    quiet: [[20 * 60, 32 * 60]],
    quietExcept: { levels: ["P0"], messages: ["overdue"] },
    digest: elapsedHours(0.5)
  },
  endings: [
    { name: "withdrawn", path: "endings.withdrawn", by: ["customer"], fields: [], closes: "customer-loop" },
    {
      name: "forwarded",
      path: "endings.forwarded",
      by: ["supervisor"],
      fields: [],
      tell: "delayed",
      closes: "customer-loop"
    },
    { name: "merged", path: "endings.merged", by: ["owner"], fields: [], closes: "both-loops" }
  ]
}

const wishesOf = (v: Variation): Wishes => {
  const pause = v.isPausable ? { "waiting-on-customer": hours(12), "waiting-on-vendor": days(3) } : {}
  const told = v.kept.includes("told") ? "told" : (v.kept.find((name) => name !== "receipted") ?? "acknowledged")
  const isSecond = v.version === 2
  return {
    version: `build-${v.version}`,
    split: v.split,
    ...(v.lasts ? { overrideLasts: hours(6) } : {}),
    ...(v.lasts ? { require: ["verbatim", "promised-by"] } : {}),
    calendars: {
      office: office(v.holidays ? ["2026-11-18", "2026-11-25"] : ["2026-12-25"], 9),
      early: office(v.holidays ? ["2026-11-17"] : [], 6)
    },
    // The second version wants one gate less.
    only: isSecond && v.kept.length > 3 ? v.kept.filter((name) => name !== v.kept[1]) : v.kept,
    gates: {
      told: {
        kind: "result",
        after: ["corrected"],
        tell: "result",
        outOfOrder: v.recorded ? "recorded" : "refused",
        ...(v.isSigned ? { signOff: ["departments"] } : {}),
        ...(v.isWatched ? { orExplain: { by: ["supervisor"], signOff: ["director"], tell: "delayed" } } : {})
      },
      confirmed: {
        kind: "confirmation",
        after: ["told"],
        by: ["customer", "owner"],
        silence: { after: days(3), attempts: 2, channelsUsed: v.channelsUsed, closes: v.silence }
      },
      ...(v.hasDoor
        ? {
            quick: {
              kind: "record",
              onlyWithin: hours(6),
              insteadOf: v.kept.filter((name) => name === "agreed" || name === "corrected")
            }
          }
        : {})
    },
    clocks: {
      told: {
        metBy: [`passed:${told}`],
        within: isSecond ? byUrgency.slice(1) : byUrgency,
        calendar: v.isOfOwner ? "of-owner" : "office",
        manual: v.isShiftable ? "shiftable" : "fixed",
        onNewVersion: v.onNewVersion,
        pause,
        escalate: ladder("told").slice(0, isSecond ? 1 : 2),
        remind: reminders("told"),
        onReopen: v.reopen,
        extend: { times: 2, each: hours(5), approve: ["supervisor", "director"], tell: "delayed" }
      },
      corrected: {
        metBy: [`passed:${told}`],
        from: ["gate:agreed"],
        within: elapsedHours(isSecond ? 20 : 30),
        onNewVersion: v.onNewVersion,
        pause,
        ...(v.kept.includes("agreed") ? {} : { from: ["received"] })
      },
      ...(v.isRepeating
        ? { "keep-informed": { metBy: ["told-customer"], within: hours(10), repeats: true, pause } }
        : {}),
      ...(isSecond ? { promised: { until: "promised-by", metBy: [`passed:${told}`], roll: "next" } } : {}),
      ...(v.reads
        ? {
            strict: {
              when: { "clock.told": ["missed", "met-late"] },
              from: ["received"],
              metBy: [`passed:${told}`],
              within: days(4)
            }
          }
        : {})
    },
    approval: { unanswered: v.unanswered },
    ...(v.isCovered ? covered : {}),
    ...(v.isWatched ? watched : {}),
    ...(v.isFull ? { atMostOpen: 0 } : {}),
    apart: v.apart ? ["compensate", "approval"] : [],
    ...(v.limits === undefined ? {} : { limits: v.limits }),
    reopen: {
      dissatisfied: {
        backTo: v.kept.includes("agreed") ? "agreed" : told,
        within: dates(30),
        atMost: 3,
        clocks: v.reopen
      },
      ...(v.kept.includes("investigated") ? { recurrence: { backTo: "investigated", within: dates(90) } } : {})
    }
  }
}

const policies = new Map<string, Policy>()
export const policyOf = (v: Variation): Policy => {
  const key = JSON.stringify(v)
  const known = policies.get(key) ?? policy(wishesOf(v))
  policies.set(key, known)
  return known
}
