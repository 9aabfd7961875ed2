/** What the columns of a table can hold, read of a policy. */
import { Fact, type Ranges, type Table } from "@hearback/core"
import type { Reading } from "../../read/Reading.ts"

/** Returns all codes that each column can have. */
export const domainsOf = (r: Reading, table: Pick<Table.Table, "slots">): readonly Ranges.Ranges[] =>
  table.slots.map((slot) => Fact.domain(r.inputs.at(slot).type, r.inputs.mayBeUnknown(slot)))
