/** The names by which what is to be covered and what was covered are held against each other. */
import type { Bundle, Table } from "@hearback/core"
import type { BoundSide } from "@hearback/policy"
import type { CoveredPart } from "./Item.ts"

/** Rows that one line of the policy made are one. */
export const row = (table: Table.Table, index: number): string => `row ${table.id} ${table.rows[index]?.rule}`

export const bound = (table: Table.Table, { row: index, column, at, side }: BoundSide): string =>
  `bound ${table.id} ${table.rows[index]?.rule} ${table.slots[column]} ${at} ${side}`

export const condition = (table: Table.Table, as: "held" | "not-held"): string => `condition ${table.id} ${as}`

export const gate = (path: Bundle.RuleId, part: CoveredPart): string => `gate ${path} ${part}`

export const clockOf = ({ loop, name }: Pick<Bundle.ClockRule, "loop" | "name">): string => `${loop ?? "*"} ${name}`

export const clock = (of: string, what: string): string => `clock ${of} ${what}`

export const limit = (rule: Bundle.RuleId, as: "within" | "above"): string => `limit ${rule} ${as}`

export const sent = (message: string): string => `message ${message}`
