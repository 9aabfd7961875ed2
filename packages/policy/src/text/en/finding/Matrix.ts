/** `matrix/…`: the matrix of a grade. */
import type { matrix as rows } from "../../../diagnostic/catalogue/Matrix.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

export const matrix = {
  "matrix/hole": {
    message: ({ dimension, row, column }) =>
      `the matrix of ${quoted(dimension)} has no cell for ${[row, column]
        .filter((word) => word !== undefined)
        .map((word) => quoted(word))
        .join(" with ")}`,
    help: "a matrix must be complete: each row has every column"
  },
  "matrix/unknown-level": {
    message: ({ level }) => `${quoted(level)} is not a level of any dimension`,
    label: ({ known }) => (known.length === 0 ? "" : `expected ${listed(known)}`)
  },
  "matrix/mixed-levels": {
    message: ({ dimension, one, other }) =>
      `the matrix of ${quoted(dimension)} mixes levels of ${quoted(one)} and of ${quoted(other)} on one side`
  }
} satisfies FindingTexts<typeof rows>
