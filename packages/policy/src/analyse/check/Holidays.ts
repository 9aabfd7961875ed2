/**
 * Checks that holidays of calendars are known on the day from which the policy applies, and do not end soon after it.
 */
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { holidays as holidaysOf } from "../../calendar/Holidays.ts"
import type { Reading } from "../../read/Reading.ts"

/** From this month, promises can reach into the next year, whose holidays must be known. */
const SOON = "10"

/**
 * Reports calendars whose holidays are unknown when the policy applies, or soon will be. The policy applies from
 * `today`, or
 * from its `effective` date if that is later; dates are written as `2026-11-20`. Without either, nothing is reported.
 */
export const holidays = (
  reading: Reading,
  { calendars, effective }: UnhashedBundle,
  today: string | undefined
): void => {
  const day = [today, effective]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1)
  if (day === undefined) return
  const year = Number(day.slice(0, 4))
  for (const [name, { publishedThrough }] of Object.entries(calendars)) {
    const at = reading.at(`calendars.${name}.holidays`)
    if (at?._tag !== "Scalar" || publishedThrough === undefined) continue
    const about = { calendar: name, holidays: at.text }
    const first = holidaysOf(at.text)?.publishedFrom ?? year
    if (year < first) reading.say("calendar/before-holidays", at, { ...about, first: `${first}` })
    else if (publishedThrough < year)
      reading.say("calendar/past-holidays", at, { ...about, last: `${publishedThrough}` })
    else if (publishedThrough === year && day.slice(5, 7) >= SOON)
      reading.say("calendar/holidays-end", at, { ...about, last: `${publishedThrough}` })
  }
}
