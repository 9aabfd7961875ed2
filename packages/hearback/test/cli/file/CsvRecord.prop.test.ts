/** Records without quotes are split without csv-parse, with the same result as csv-parse. */
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { expect, it } from "vitest"
import { delimiters, readCells } from "../../../src/cli/file/CsvRecord.ts"

const text = fc.string({
  unit: fc.constantFrom("a", " ", "\t", "\f", "，", "\u3000", "\u00a0", ",", ";", "|", "é", "0")
})

it("a record without quotes has the same cells as from csv-parse", () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...delimiters), (record, delimiter) => {
      const [cells = []] = parse(record, { delimiter, record_delimiter: "\n", relax_column_count: true, trim: true })
      expect(readCells(record, delimiter)).toEqual({ cells })
    }),
    { seed: 3, numRuns: 2000 }
  )
})
