/** Which column of an event log is what, and what its words mean in the policy: a mapping file as it was read. */
import { type Deed, type Happened, InputName } from "@hearback/core"
import type { Facts } from "../record/RecordedCase.ts"

/** What a column can be beside a fact. */
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
  /** Who did it, in which role, and whether work began with the row or was done. */
  | "resource"
  /** Who is handling the case from the row on. */
  | "owner"
  | "role"
  | "lifecycle"

/** What an activity means; `undefined`: it is known, and means nothing. */
export type ActivityMeaning = Happened.Happened | Deed.Deed | undefined

export interface LogMapping {
  readonly columns: Readonly<Partial<Record<Field, string>>>
  /** What every case has, where no column says it. */
  readonly constants: Readonly<Partial<Record<Field, string>>>
  /** Facts that every case has, where no column says them. */
  readonly factsOfAll: Facts
  /** Columns by fact. */
  readonly facts: Readonly<Record<string, string>>
  /** Columns of what was decided then: levels by dimension, whether a promise was kept by clock. */
  readonly grades: Readonly<Record<string, string>>
  readonly kept: Readonly<Record<string, string>>
  /** Columns by outcome; `yes`, `true` and any number above 0 say that it came to this. */
  readonly outcomes: Readonly<Record<string, string>>
  /** By activity; absent: the log tells of no event that the policy knows. */
  readonly events?: ReadonlyMap<string, ActivityMeaning>
  /** What the words of a field, a fact or a dimension are called in the policy. */
  readonly values: Readonly<Record<string, ReadonlyMap<string, string>>>
  /** What stands where nothing is known. */
  readonly missing: readonly string[]
  /** Columns that a log must have: those that the mapping names itself, and not by a preset. */
  readonly demanded: readonly string[]
  readonly time: { readonly format?: string; readonly zone?: string }
}

/** Returns a mapping without the columns that a log does not have and need not have. */
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

/** Returns the key of a mapping that tells an input, such as `columns.contacts`; nothing where none does. */
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
