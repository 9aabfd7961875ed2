/** Calendars whose holidays end before the day on which the policy is checked. */
import type { Bundle } from "../model.ts"
import type { Reading } from "../read/Reading.ts"

/** Says which calendars no longer know their holidays; `today` is a date such as `2026-11-20`. */
export const holidays = (r: Reading, calendars: Bundle["calendars"], today: string): void => {
  for (const [name, { publishedThrough }] of Object.entries(calendars)) {
    const at = r.at(`calendars.${name}.holidays`)
    if (at?._tag !== "Scalar" || publishedThrough === undefined || publishedThrough >= Number(today.slice(0, 4)))
      continue
    r.say("calendar/past-holidays", at, { calendar: name, holidays: at.text, last: `${publishedThrough}` })
  }
}
