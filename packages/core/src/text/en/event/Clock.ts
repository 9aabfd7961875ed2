/** What was promised by when, and what became of it. */

import type { ClockEvents } from "../../../case/track/Clocks.ts"
import type { RecordedTimeline } from "../../../deadline/Mark.ts"
import { isTimer } from "../../shape/Parts.ts"
import { opt } from "../../shape/Said.ts"
import type { Lines, Voice } from "../../shape/Voice.ts"

/** A due counted past the published holidays may still move. */
const provisional = (e: RecordedTimeline): string =>
  e.provisional ? " (provisional: the holidays are not published yet)" : ""

const dueNow = (e: RecordedTimeline & { readonly at: number }, v: Voice): string =>
  e.dueAt === null ? "" : `, due ${v.due(e.dueAt, e.at)}${provisional(e)}`

const moved = (from: number | null, e: RecordedTimeline & { readonly at: number }, v: Voice): string =>
  `from ${v.due(from, e.at)} to ${v.due(e.dueAt, e.at)}${provisional(e)}`

/** What moved a deadline, and a person's own words where there are any. */
const cause = (v: Voice, name: string, reason: string | undefined): string => {
  const said = reason === undefined ? "" : v.because(reason)
  return name === "regraded" && said !== ""
    ? said
    : [v.word("miss-cause", name), ...(said === "" ? [] : [said])].join(", ")
}

export const clock: Lines<ClockEvents> = {
  "clock-started": (e, v) =>
    `${v.clock(e.clock)} is due ${v.due(e.dueAt, e.at)} (${v.length(e.target)})${provisional(e)}`,
  "clock-paused": (e, v) =>
    `${v.clock(e.clock)} is paused from ${v.when(e.switch.at, e.at)}${v.why(e.switch.reason)}${dueNow(e, v)}`,
  "clock-resumed": (e, v) => `${v.clock(e.clock)} runs again from ${v.when(e.switch.at, e.at)}${dueNow(e, v)}`,
  "pause-capped": (e, v) =>
    `the pause of ${v.clock(e.clock)} has reached its limit, and the clock runs again${v.why(e.reason)}${dueNow(e, v)}`,
  "clock-reminded": (e, v) => `reminder: ${v.clock(e.clock)}`,
  "clock-escalated": (e, v) =>
    `${v.clock(e.clock)} is escalated${e.told.length === 0 ? ", but there is nobody to tell" : ` to ${v.list(e.told.map(v.who))}`}`,
  "clock-met": (e, v) =>
    isTimer(e.clock)
      ? `time is up: ${v.clock(e.clock)}`
      : `${v.clock(e.clock)} was completed ${e.inTime ? "on time" : "late"}`,
  "clock-missed": (e, v) => `${v.clock(e.clock)} is overdue: it was due ${v.due(e.dueAt, e.at)}${later(e, v)}`,
  "miss-refuted": (e, v) => `a late record shows that ${v.clock(e.clock)} was completed before ${v.due(e.dueAt, e.at)}`,
  "clock-extended": (e, v) =>
    `${v.who(e.by)} extended the deadline of ${v.clock(e.clock)} ${moved(e.from, e, v)}${v.why(e.reason)}`,
  "deadline-moved": (e, v) =>
    e.by === undefined
      ? `the deadline of ${v.clock(e.clock)} moved ${moved(e.from, e, v)}: ${cause(v, e.cause, e.reason)}`
      : `${v.who(e.by)} moved the deadline of ${v.clock(e.clock)} ${moved(e.from, e, v)}${v.why(e.reason)}`,
  "clock-kept": (e, v) => `the deadline of ${v.clock(e.clock)} is unchanged`,
  "clock-cancelled": (e, v) => `${v.clock(e.clock)} no longer has a deadline${v.why(e.reason)}`
}

const later = (e: { readonly cause: string; readonly detectedAt: number; readonly at: number }, v: Voice): string => {
  const because = e.cause === "elapsed" ? "" : v.word("miss-cause", e.cause)
  const found = e.detectedAt - e.at > 3_600_000 ? v.when(e.detectedAt, e.at) : ""
  return [opt(because, (b) => ` (${b})`), opt(found, (f) => `, found ${f}`)].join("")
}
