/** The keys by which items and exercised items are compared. */
import type { Bundle, Table } from "@hearback/core"
import type { BoundSide } from "@hearback/policy"
import type { CoveredPart } from "./Item.ts"

/** Returns the key of a row. Rows from one line of the policy have one key. */
export const row = (table: Table.Table, index: number): string => `row ${table.id} ${table.rows[index]?.rule}`

/** Returns the key of a bound. */
export const bound = (table: Table.Table, { row: index, column, at, side }: BoundSide): string =>
  `bound ${table.id} ${table.rows[index]?.rule} ${table.slots[column]} ${at} ${side}`

/** Returns the key of a condition. */
export const condition = (table: Table.Table, as: "held" | "not-held"): string => `condition ${table.id} ${as}`

/** Returns the key of a gate. */
export const gate = (path: Bundle.RuleId, part: CoveredPart): string => `gate ${path} ${part}`

/** Returns the name of a clock within a policy. */
export const clockOf = ({ loop, name }: Pick<Bundle.ClockRule, "loop" | "name">): string => `${loop ?? "*"} ${name}`

/** Returns the key of a clock. */
export const clock = (of: string, what: string): string => `clock ${of} ${what}`

/** Returns the key of a limit. */
export const limit = (rule: Bundle.RuleId, as: "within" | "above"): string => `limit ${rule} ${as}`

/** Returns the key of a message that is sent. */
export const sent = (message: string): string => `message ${message}`
