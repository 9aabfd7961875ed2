/** Calendars whose holidays are not known on the day from which the policy counts, or end soon after it. */
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { holidays as holidaysOf } from "../../calendar/Holidays.ts"
import type { Reading } from "../../read/Reading.ts"

/** From this month on promises reach into the year that is not published. */
const SOON = "10"

/**
 * Says which calendars do not know their holidays when the policy counts, or soon will not. It counts from `today`, or
 * from its `effective` where that is later; dates are written as `2026-11-20`. Without either nothing is said.
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
