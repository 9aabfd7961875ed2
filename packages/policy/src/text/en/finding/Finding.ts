/** `finding/…`, findings that an owner accepted; `analysis/…`, what could not be analysed. */
import type { finding as rows } from "../../../diagnostic/catalogue/Finding.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const finding = {
  "finding/nothing-accepted": {
    message: ({ finding, where }) => `there is no finding ${quoted(finding)} at ${quoted(where)} to accept`,
    help: "remove the acceptance"
  },
  "finding/expired": {
    message: ({ finding, expires }) => `the acceptance of ${quoted(finding)} expired on ${expires}`
  },
  "finding/error-accepted": {
    message: ({ finding }) => `${quoted(finding)} is an error; only warnings can be accepted`
  },
  "analysis/not-done": {
    message: ({ what, rows, limit }) =>
      `${quoted(what)} was not fully checked: its ${rows} rows combine in more than ${limit} ways`
  }
} satisfies FindingTexts<typeof rows>
