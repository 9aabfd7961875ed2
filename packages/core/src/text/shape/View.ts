/** What a reader of a record sees beside its events: a zone, places, and names for ids. */
import type { RuleId } from "../../policy/Rule.ts"
import type { Zone } from "../../time/Zone.ts"

/** Over which time a limit is summed: what the last part of its path says. */
export const windows = ["per-case", "per-day", "per-month", "per-year"] as const
export type LimitWindow = (typeof windows)[number]

/** The limit that a rule sets: its role, its amount as text where it has one, and over which window it is summed. */
export interface RuleLimit {
  readonly role: string
  readonly amount?: string
  readonly window?: LimitWindow
}

/** Names of a policy that have titles, beside gates, clocks and dimensions. */
export type TitledKind = "category" | "channel" | "department" | "fact" | "role"

/** What a line needs beside its event: the reader's zone, and names for ids. */
export interface LineContext {
  readonly zone: Zone
  /** Where a rule stands, such as `policy.yaml:12`. */
  readonly place: (rule: RuleId) => string | undefined
  readonly name: (personId: string) => string
  readonly gateTitle: (gate: string) => string
  readonly dimensionTitle: (dimension: string) => string
  /** What the policy calls one of its names; a name without a title comes back as people read it. */
  readonly title: (of: TitledKind, name: string) => string
  /** What the policy calls a value of a fact. */
  readonly valueTitle: (fact: string, value: string) => string
  /** Units: minor units of the policy's currency. */
  readonly money: (minor: number) => string
  /** The limit that a rule sets, where the policy at hand still has it. */
  readonly limit?: (rule: RuleId) => RuleLimit | undefined
}
