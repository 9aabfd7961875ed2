/** `calendar/…`: working time. */
import type { calendar as rows } from "../../../diagnostic/catalogue/Calendar.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const calendar = {
  "calendar/clock-change": {
    message: ({ is, time, date, zone }) =>
      is === "skipped"
        ? `there is no ${time} on ${date} in ${zone}: clocks go forward`
        : `there are two times ${time} on ${date} in ${zone}: clocks go back`,
    label: ({ from, to }) => `begin or end outside ${from}-${to}`,
    help: ({ is, to }) => (is === "skipped" ? `it is taken for ${to}` : "the earlier of the two is taken")
  },
  "calendar/closed-and-open": {
    message: ({ date }) => `${date} stands under \`closed\` and under \`open\``,
    help: "take it out of one of the two"
  },
  "calendar/no-open-time": {
    message: ({ calendar }) => `calendar ${quoted(calendar)} is never open`,
    help: "give it `hours`"
  },
  "calendar/before-holidays": {
    message: ({ calendar, holidays, first }) =>
      `holidays of ${quoted(holidays)} are known from ${first} on; before it calendar ${quoted(calendar)} counts weekly hours alone`,
    help: "write the days off under `closed`"
  },
  "calendar/past-holidays": {
    message: ({ calendar, holidays, last }) =>
      `holidays of ${quoted(holidays)} are known up to ${last}; after it calendar ${quoted(calendar)} counts weekly hours alone`,
    help: "dues beyond it are marked provisional until the year is published"
  },
  "calendar/holidays-end": {
    message: ({ calendar, holidays, last }) =>
      `holidays of ${quoted(holidays)} are known up to ${last}: dues of calendar ${quoted(calendar)} in the next year are provisional`,
    help: "once the year is published, `hearback move --calendars` moves what is open"
  },
  "calendar/overlapping-hours": {
    message: ({ calendar, days }) =>
      `calendar ${quoted(calendar)} opens twice at once on ${days.map((day) => quoted(day)).join(", ")}`,
    help: "join the two stretches into one"
  },
  "calendar/needs-time-zone": {
    message: ({ calendar }) => `calendar ${quoted(calendar)} needs the policy's \`time-zone\``,
    help: "say for example `time-zone: Asia/Shanghai`"
  }
} satisfies FindingTexts<typeof rows>
