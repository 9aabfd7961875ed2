/** Calendars whose holidays end: before the day on which the policy is checked, or soon after it. */
import type { Bundle } from "../../bundle/Bundle.ts"
import type { Reading } from "../../read/Reading.ts"

/** From this month on promises reach into the year that is not published. */
const SOON = "10"

/** Says which calendars no longer know their holidays, or soon will not; `today` is a date such as `2026-11-20`. */
export const holidays = (r: Reading, calendars: Bundle["calendars"], today: string): void => {
  const [year = "", month = ""] = today.split("-")
  for (const [name, { publishedThrough }] of Object.entries(calendars)) {
    const at = r.at(`calendars.${name}.holidays`)
    if (at?._tag !== "Scalar" || publishedThrough === undefined) continue
    const says = { calendar: name, holidays: at.text, last: `${publishedThrough}` }
    if (publishedThrough < Number(year)) r.say("calendar/past-holidays", at, says)
    else if (publishedThrough === Number(year) && month >= SOON) r.say("calendar/holidays-end", at, says)
  }
}
