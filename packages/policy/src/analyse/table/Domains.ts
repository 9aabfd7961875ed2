/** Reads the possible values of table columns from a policy. */
import { Fact, type Ranges, type Table } from "@hearback/core"
import type { Reading } from "../../read/Reading.ts"

/** Returns all codes that each column can have. */
export const domainsOf = (reading: Reading, table: Pick<Table.Table, "slots">): readonly Ranges.Ranges[] =>
  table.slots.map((slot) => Fact.domain(reading.inputs.at(slot).type, reading.inputs.mayBeUnknown(slot)))
