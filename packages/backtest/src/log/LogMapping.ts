/**
 * A mapping file as it was read: the meaning of each column of an event log, and the words of the policy for its
 * values.
 */
import { type Deed, type Happened, InputName } from "@hearback/core"
import type { Facts } from "../record/RecordedCase.ts"

/** What a column can contain, apart from a fact. */
export type Field =
  | "case"
  | "activity"
  | "at"
  | "order"
  | "received"
  | "channel"
  | "customer"
  | "kind"
  | "category"
  | "verbatim"
  | "score"
  | "contacts"
  | "compensated"
  /** Who performed the activity, in which role, and whether the row begins or completes the work. */
  | "resource"
  /** Who owns the case from this row on. */
  | "owner"
  | "role"
  | "lifecycle"

/** What an activity means. `undefined`: the activity is known, and has no meaning for the policy. */
export type ActivityMeaning = Happened.Happened | Deed.Deed | undefined

/** How an event log is read: its columns, and what their values are called in the policy. */
export interface LogMapping {
  readonly columns: Readonly<Partial<Record<Field, string>>>
  /** Values that apply to every case if no column gives them. */
  readonly constants: Readonly<Partial<Record<Field, string>>>
  /** Facts that apply to every case if no column gives them. */
  readonly factsOfAll: Facts
  /** The column of each fact. */
  readonly facts: Readonly<Record<string, string>>
  /** Columns of past decisions: a level for each dimension, and for each clock whether the promise was kept. */
  readonly grades: Readonly<Record<string, string>>
  readonly kept: Readonly<Record<string, string>>
  /** The column of each outcome. `yes`, `true` and any number above 0 mean that the case had this outcome. */
  readonly outcomes: Readonly<Record<string, string>>
  /** The meaning of each activity. Absent: the log has no event that the policy knows. */
  readonly events?: ReadonlyMap<string, ActivityMeaning>
  /** For each field, fact or dimension, the policy's word for each value of the log. */
  readonly values: Readonly<Record<string, ReadonlyMap<string, string>>>
  /** Cell contents that mean that nothing is known. */
  readonly missing: readonly string[]
  /** Columns that a log must have: those that the mapping file names itself, rather than a preset. */
  readonly demanded: readonly string[]
  readonly time: { readonly format?: string; readonly zone?: string }
}

/** Returns a mapping without the optional columns that a log does not have. */
export const asFound = (mapping: LogMapping, found: readonly string[]): LogMapping => {
  const there = new Set(found)
  const kept = <T extends Readonly<Record<string, string | undefined>>>(group: T): T =>
    Object.fromEntries(Object.entries(group).filter(([, column]) => there.has(column ?? ""))) as T
  const { columns, facts, grades, kept: promises, outcomes } = mapping
  return {
    ...mapping,
    columns: kept(columns),
    facts: kept(facts),
    grades: kept(grades),
    kept: kept(promises),
    outcomes: kept(outcomes)
  }
}

const fieldOf: Readonly<Partial<Record<InputName.FixedInput, Field>>> = {
  kind: "kind",
  category: "category",
  "category.department": "category",
  emotion: "verbatim",
  confidence: "verbatim",
  channel: "channel",
  score: "score",
  anonymous: "customer",
  "same-matter.contacts": "contacts",
  "same-matter.unanswered": "contacts",
  "departments.count": "verbatim",
  "names-owner": "verbatim"
}

/** Returns the key of a mapping that provides an input, such as `columns.contacts`; undefined if no key does. */
export const keyTelling = (input: string): string | undefined => {
  const source = InputName.parse(input)
  switch (source._tag) {
    case "Fact":
      return `facts.${source.fact}`
    case "Signal":
      return "columns.verbatim"
    case "CategoryDefault":
      return "columns.category"
    case "Fixed": {
      const field = fieldOf[source.name]
      return field && `columns.${field}`
    }
    default:
      return undefined
  }
}
