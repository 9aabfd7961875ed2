/** `table/…`: rows that leave a hole, meet, or are never reached. */
import type { table as rows } from "../../../diagnostic/catalogue/Table.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const every = (words: ReadonlyArray<string>): string => words.map((word) => quoted(word)).join(", ")

export const table = {
  "table/gap": {
    message: ({ table }) => `the rows of ${quoted(table)} do not cover every case`,
    label: "add a row, or end with `otherwise`"
  },
  "table/dead-row": {
    message: ({ table, row }) => `row ${row} of ${quoted(table)} is never reached: rows above it take all its cases`,
    help: ({ inherited = [] }) =>
      inherited.length === 0 ? "" : `${every(inherited)} are inherited and still hold: give them values of your own`
  },
  "table/mergeable": {
    message: ({ row, other, input }) =>
      input === undefined
        ? `row ${row} decides nothing: row ${other} takes its cases too, and gives the same`
        : `rows ${other} and ${row} give the same and differ in ${quoted(input)} alone`,
    help: ({ input }) => (input === undefined ? "take it out" : "one row with both values says the same")
  },
  "table/after-otherwise": {
    message: ({ table, row }) => `row ${row} of ${quoted(table)} stands behind \`otherwise\``,
    help: "`otherwise` is the last row"
  }
} satisfies FindingTexts<typeof rows>
