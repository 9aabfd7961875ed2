/** `cell/…`: a cell of a condition that does not fit its input. */
import type { cell as rows } from "../../../diagnostic/catalogue/Cell.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

const tested = { date: "a date", length: "a length of time" }

export const cell = {
  "cell/wrong-type": {
    message: ({ input, expected, found }) => `${quoted(input)} is ${expected}, and ${quoted(found)} is not`
  },
  "cell/unknown-value": {
    message: ({ input, found }) => `${quoted(input)} never has the value ${quoted(found)}`,
    label: ({ guess, known }) => (guess === undefined ? `expected ${listed(known)}` : `did you mean ${quoted(guess)}?`),
    fix: (text) => `write ${quoted(text)}`
  },
  "cell/syntax": {
    message: ({ found, of }) => `${quoted(found)} is not a test of ${of === undefined ? "a number" : tested[of]}`,
    help: ({ of }) =>
      of === "date"
        ? 'write, for example, `"< 2026-11-20"`; use `since` for how long ago it was: `since.happened-at: "> 6 months"`'
        : of === undefined
          ? 'write, for example, `">= 3"`, `"< 500"` or `"[100..500)"`; put a long list in brackets: `[12, 500]`'
          : 'write, for example, `"> 6 months"` or `"<= 14 days"`'
  },
  "cell/number-form": {
    message: ({ found }) => `${quoted(found)} is not a valid number here`,
    help: "write the digits without separators or leading zeros; put a list in brackets: `[12, 500]`",
    fix: (text) => `write ${quoted(text)}`
  },
  "cell/contained": {
    message: ({ found, by }) => `${quoted(found)} has no effect here: ${quoted(by)} already includes it`,
    help: "remove it, or write what you meant"
  },
  "cell/always": {
    message: ({ input, found }) => `every case meets ${quoted(found)}: ${quoted(input)} is never anything else`,
    help: "remove the input, or test something in which cases differ"
  },
  "cell/never": { message: ({ input, found }) => `no value of ${quoted(input)} passes the test ${quoted(found)}` }
} satisfies FindingTexts<typeof rows>
