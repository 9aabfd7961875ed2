/** `clock/…`, `loop/…` and `ending/…`: what time and the lifecycle refuse. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"

export const ofClock: Sentences<"clock"> = {
  "clock/unknown": (details, wording) =>
    `there is no clock ${quoted(details.clock)}${opt(details.known, (k) => `; running clocks are ${wording.names(k)}`)}`,
  "clock/not-running": (details) => `clock ${quoted(details.clock)} is not running`,
  "clock/pause-not-allowed": (details, wording) =>
    `no running clock may be paused for ${quoted(details.reason)}${opt(details.allowed, (a) => `; possible reasons are ${wording.names(a)}`)}`,
  "clock/pause-used-up": (details) => `the pause of ${quoted(details.clock)} for ${quoted(details.reason)} is used up`,
  "clock/not-extendable": (details) => `clock ${quoted(details.clock)} cannot be extended`,
  "clock/extended-enough": (details) =>
    `clock ${quoted(details.clock)} was already extended ${times(details.times)}, which is the maximum`,
  "clock/already-due": (details) =>
    `clock ${quoted(details.clock)} is already due: an extension must be requested before that`,
  "clock/no-date": (details) =>
    `${quoted(details.until)} is not a date to which clock ${quoted(details.clock)} can be set`,
  "clock/date-past": (details) =>
    `${quoted(details.until)} is in the past: clock ${quoted(details.clock)} cannot be due then`,
  "clock/too-far": (details, wording) =>
    `${quoted(details.until)} is too late: one extension of clock ${quoted(details.clock)} goes to ${wording.date(details.most)} at most`,
  "loop/gates-open": (details, wording) =>
    `gate ${quoted(details.gate)} is ${wording.word("gate-state", details.status)}`,
  "loop/not-reopenable": (details, wording) =>
    `this loop does not reopen for ${quoted(details.cause)}${opt(details.known, (k) => `; it does for ${wording.names(k)}`)}`,
  "loop/not-reopened-now": (details) =>
    `this loop reopens for ${quoted(details.cause)} only under a condition, and this case does not meet it`,
  "loop/reopen-too-late": (details) =>
    `reopening for ${quoted(details.cause)} was possible within ${details.within} of the close`,
  "loop/ended-early": (details, wording) =>
    `the case has ended (${wording.word("outcome", details.outcome)}); anything the customer says now becomes a new case`,
  "loop/reopened-enough": (details) => `the case was already reopened ${times(details.times)}, which is the maximum`,
  "loop/reopened-too-fast": (details) =>
    `the case was reopened ${times(details.times)} within the hour: a person has to decide now`,
  "ending/not-offered": (details) => `the policy offers no ending ${quoted(details.ending)}`
}

const times = (count: string): string => (count === "1" ? "once" : count === "2" ? "twice" : `${count} times`)
