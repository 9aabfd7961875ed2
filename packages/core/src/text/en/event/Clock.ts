/** What was promised by when, and what became of it. */

import type { ClockEvents } from "../../../case/track/Clocks.ts"
import type { RecordedTimeline } from "../../../deadline/Mark.ts"
import { isTimer } from "../../shape/Parts.ts"
import { opt } from "../../shape/Said.ts"
import type { EventLines, Voice } from "../../shape/Voice.ts"

/** A due counted past the published holidays may still move. */
const provisional = (event: RecordedTimeline): string =>
  event.provisional ? " (provisional: the holidays are not published yet)" : ""

const dueNow = (event: RecordedTimeline & { readonly at: number }, wording: Voice): string =>
  event.dueAt === null ? "" : `, due ${wording.due(event.dueAt, event.at)}${provisional(event)}`

const moved = (from: number | null, event: RecordedTimeline & { readonly at: number }, wording: Voice): string =>
  `from ${wording.due(from, event.at)} to ${wording.due(event.dueAt, event.at)}${provisional(event)}`

/** What moved a deadline, and a person's own words where there are any. */
const cause = (wording: Voice, name: string, reason: string | undefined): string => {
  const said = reason === undefined ? "" : wording.because(reason)
  return name === "regraded" && said !== ""
    ? said
    : [wording.word("miss-cause", name), ...(said === "" ? [] : [said])].join(", ")
}

export const clock: EventLines<ClockEvents> = {
  "clock-started": (event, wording) =>
    event.dueAt === null
      ? `${wording.clock(event.clock)} started, with no deadline yet (${wording.length(event.target)})`
      : `${wording.clock(event.clock)} is due ${wording.due(event.dueAt, event.at)} (${wording.length(event.target)})${provisional(event)}`,
  "clock-paused": (event, wording) =>
    `${wording.clock(event.clock)} is paused from ${wording.when(event.switch.at, event.at)}${wording.why(event.switch.reason)}${dueNow(event, wording)}`,
  "clock-resumed": (event, wording) =>
    `${wording.clock(event.clock)} runs again from ${wording.when(event.switch.at, event.at)}${dueNow(event, wording)}`,
  "pause-capped": (event, wording) =>
    `the pause of ${wording.clock(event.clock)} has reached its limit, and the clock runs again${wording.why(event.reason)}${dueNow(event, wording)}`,
  "clock-reminded": (event, wording) => `reminder: ${wording.clock(event.clock)}`,
  "clock-escalated": (event, wording) =>
    `${wording.clock(event.clock)} is escalated${event.told.length === 0 ? ", but there is nobody to tell" : ` to ${wording.list(event.told.map(wording.who))}`}`,
  "clock-met": (event, wording) =>
    isTimer(event.clock)
      ? `time is up: ${wording.clock(event.clock)}`
      : `${wording.clock(event.clock)} was completed ${event.inTime ? "on time" : "late"}`,
  "clock-missed": (event, wording) =>
    `${wording.clock(event.clock)} is overdue: it was due ${wording.due(event.dueAt, event.at)}${later(event, wording)}`,
  "miss-refuted": (event, wording) =>
    `a late record shows that ${wording.clock(event.clock)} was completed before ${wording.due(event.dueAt, event.at)}`,
  "clock-extended": (event, wording) =>
    `${wording.who(event.by)} extended the deadline of ${wording.clock(event.clock)} ${moved(event.from, event, wording)}${wording.why(event.reason)}`,
  "deadline-moved": (event, wording) =>
    event.by === undefined
      ? `the deadline of ${wording.clock(event.clock)} moved ${moved(event.from, event, wording)}: ${cause(wording, event.cause, event.reason)}`
      : `${wording.who(event.by)} moved the deadline of ${wording.clock(event.clock)} ${moved(event.from, event, wording)}${wording.why(event.reason)}`,
  "clock-kept": (event, wording) => `the deadline of ${wording.clock(event.clock)} is unchanged`,
  "clock-cancelled": (event, wording) =>
    `${wording.clock(event.clock)} no longer has a deadline${wording.why(event.reason)}`
}

const later = (
  event: { readonly cause: string; readonly detectedAt: number; readonly at: number },
  wording: Voice
): string => {
  const because = event.cause === "elapsed" ? "" : wording.word("miss-cause", event.cause)
  const found = event.detectedAt - event.at > 3_600_000 ? wording.when(event.detectedAt, event.at) : ""
  return [opt(because, (b) => ` (${b})`), opt(found, (f) => `, found ${f}`)].join("")
}
