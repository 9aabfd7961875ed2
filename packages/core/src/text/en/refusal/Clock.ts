/** `clock/…`, `loop/…` and `ending/…`: what time and the lifecycle refuse. */

import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"

export const ofClock: Sentences<"clock"> = {
  "clock/unknown": (s, v) =>
    `there is no clock ${quoted(s.clock)}${opt(s.known, (k) => `; running are ${v.names(k)}`)}`,
  "clock/not-running": (s) => `clock ${quoted(s.clock)} is not running`,
  "clock/pause-not-allowed": (s, v) =>
    `no running clock may be paused for ${quoted(s.reason)}${opt(s.allowed, (a) => `; reasons are ${v.names(a)}`)}`,
  "clock/pause-used-up": (s) => `the pause of ${quoted(s.clock)} for ${quoted(s.reason)} is used up`,
  "clock/not-extendable": (s) => `clock ${quoted(s.clock)} cannot be extended`,
  "clock/extended-enough": (s) =>
    `clock ${quoted(s.clock)} was already extended ${times(s.times)}, which is the maximum`,
  "clock/already-due": (s) => `clock ${quoted(s.clock)} is already due: an extension must be requested before that`,
  "clock/no-date": (s) => `${quoted(s.until)} is not a date to which clock ${quoted(s.clock)} can be set`,
  "clock/date-past": (s) => `${quoted(s.until)} is past: clock ${quoted(s.clock)} cannot be due then`,
  "clock/too-far": (s, v) =>
    `${quoted(s.until)} is too late: one extension of clock ${quoted(s.clock)} goes to ${v.date(s.most)} at most`,
  "loop/gates-open": (s, v) => `gate ${quoted(s.gate)} is ${v.word("gate-state", s.status)}`,
  "loop/not-reopenable": (s, v) =>
    `this loop does not reopen for ${quoted(s.cause)}${opt(s.known, (k) => `; it does for ${v.names(k)}`)}`,
  "loop/not-reopened-now": (s) =>
    `this loop reopens for ${quoted(s.cause)} only under a condition, and this case does not meet it`,
  "loop/reopen-too-late": (s) => `reopening for ${quoted(s.cause)} was possible within ${s.within} of the close`,
  "loop/ended-early": (s, v) =>
    `the case has ended (${v.word("outcome", s.outcome)}); what the customer says now becomes a new case`,
  "loop/reopened-enough": (s) => `the case was already reopened ${times(s.times)}, which is the maximum`,
  "loop/reopened-too-fast": (s) => `the case was reopened ${times(s.times)} within the hour: now a person decides`,
  "ending/not-offered": (s) => `the policy offers no ending ${quoted(s.ending)}`
}

const times = (count: string): string => (count === "1" ? "once" : count === "2" ? "twice" : `${count} times`)
