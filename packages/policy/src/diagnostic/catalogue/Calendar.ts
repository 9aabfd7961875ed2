/** Codes `calendar/…`: working time. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const calendar = {
  "calendar/clock-change": entry<{
    is: "skipped" | "repeated"
    time: string
    date: string
    zone: string
    from: string
    to: string
  }>({ level: "warning" }),
  "calendar/closed-and-open": entry<{ date: string }>({ level: "error" }),
  "calendar/no-open-time": entry<{ calendar: string }>({ level: "error" }),
  "calendar/before-holidays": entry<{ calendar: string; holidays: string; first: string }>({ level: "warning" }),
  "calendar/past-holidays": entry<{ calendar: string; holidays: string; last: string }>({ level: "warning" }),
  "calendar/holidays-end": entry<{ calendar: string; holidays: string; last: string }>({ level: "info" }),
  "calendar/overlapping-hours": entry<{ calendar: string; days: ReadonlyArray<string> }>({ level: "error" }),
  "calendar/needs-time-zone": entry<{ calendar: string }>({ level: "error" })
}
