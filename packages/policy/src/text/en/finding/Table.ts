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
    message: ({ table, row }) => `row ${row} of ${quoted(table)} is never reached: earlier rows take all its cases`,
    help: ({ inherited = [] }) =>
      inherited.length === 0 ? "" : `${every(inherited)} are inherited and still apply: set your own values for them`
  },
  "table/mergeable": {
    message: ({ row, other, input }) =>
      input === undefined
        ? `row ${row} has no effect: row ${other} also covers its cases, with the same result`
        : `rows ${other} and ${row} have the same result and differ only in ${quoted(input)}`,
    help: ({ input }) => (input === undefined ? "remove it" : "use one row with both values")
  },
  "table/after-otherwise": {
    message: ({ table, row }) => `row ${row} of ${quoted(table)} comes after \`otherwise\``,
    help: "put `otherwise` last"
  }
} satisfies FindingTexts<typeof rows>
