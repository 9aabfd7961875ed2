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
    label: ({ from, to }) => `start or end outside ${from}-${to}`,
    help: ({ is, to }) => (is === "skipped" ? `${to} is used instead` : "the earlier of the two is used")
  },
  "calendar/closed-and-open": {
    message: ({ date }) => `${date} is under both \`closed\` and \`open\``,
    help: "remove it from one of the two"
  },
  "calendar/no-open-time": {
    message: ({ calendar }) => `calendar ${quoted(calendar)} is never open`,
    help: "give it `hours`"
  },
  "calendar/before-holidays": {
    message: ({ calendar, holidays, first }) =>
      `holidays of ${quoted(holidays)} are known from ${first} on; before that, calendar ${quoted(calendar)} uses only its weekly hours`,
    help: "list the days off under `closed`"
  },
  "calendar/past-holidays": {
    message: ({ calendar, holidays, last }) =>
      `holidays of ${quoted(holidays)} are known up to ${last}; after that, calendar ${quoted(calendar)} uses only its weekly hours`,
    help: "later deadlines are provisional until the holidays are published"
  },
  "calendar/holidays-end": {
    message: ({ calendar, holidays, last }) =>
      `holidays of ${quoted(holidays)} are known up to ${last}: next year's deadlines of calendar ${quoted(calendar)} are provisional`,
    help: "once they are published, run `hearback move --calendars` to update the open cases"
  },
  "calendar/overlapping-hours": {
    message: ({ calendar, days }) =>
      `calendar ${quoted(calendar)} has overlapping hours on ${days.map((day) => quoted(day)).join(", ")}`,
    help: "join the two periods into one"
  },
  "calendar/needs-time-zone": {
    message: ({ calendar }) => `calendar ${quoted(calendar)} needs the policy's \`time-zone\``,
    help: "write, for example, `time-zone: Asia/Shanghai`"
  }
} satisfies FindingTexts<typeof rows>
