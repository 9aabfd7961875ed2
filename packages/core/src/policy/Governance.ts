/**
 * The parts of a bundle that apply to every case: limits of authority, alarms, sending times, learning and retention.
 */

import type { FactType } from "../table/Fact.ts"
import type { Ranges } from "../table/Ranges.ts"
import type { Target } from "../time/Target.ts"
import type { Condition, Frequency, RuleId, Varying, Who } from "./Rule.ts"
import type { TriggerText } from "./Trigger.ts"

/**
 * The limits of a role. Amounts are minor units of the policy's currency (`compensate`), basis points (`discount`) or
 * units (`resources`); null: no limit.
 */
export interface LimitRule {
  readonly role: string
  readonly compensate?: {
    readonly perCase?: number | null
    readonly perDay?: number | null
    readonly perMonth?: number | null
    readonly perYear?: number | null
  }
  readonly discount?: number | null
  readonly resources?: number | null
  /** Level names (gate names for `waive`), or `all`. */
  readonly close: readonly string[] | "all"
  readonly regrade: readonly string[] | "all"
  readonly waive: readonly string[] | "all"
}

/** A decision that a person makes by their own authority. Separation of duties and spot checks name it. */
export type Duty =
  | "compensate"
  | "discount"
  | "grant"
  | "close"
  | "regrade"
  | "waive"
  | "explain"
  | "extend"
  | "approval"
  | "spot-check"

/** Who may decide what in a policy, and up to which limits. */
export interface AuthorityRule {
  /** The limits of the roles, the lowest role first. */
  readonly limits: readonly LimitRule[]
  readonly approval: { readonly within: Target; readonly unanswered: "next-higher" | "denied" }
  /** Duties of which one person may have only one on one case. */
  readonly apart: readonly string[]
  /**
   * Roles that may publish another version, and roles of which a second person has to sign; absent: only the host may.
   */
  readonly publish?: { readonly by: readonly string[]; readonly signOff: readonly string[] }
  /** Roles that may move open cases to another version; absent: only the host may. */
  readonly move?: { readonly by: readonly string[] }
  /**
   * Roles that may erase a customer, and `customer` if customers may ask for it themselves; absent: only the host may.
   */
  readonly erase?: { readonly by: readonly string[] }
  /** The decisions that are checked again. `share`: the share of the decisions of each duty, from 0 to 1. */
  readonly spotCheck?: { readonly share: number; readonly of: readonly Duty[]; readonly by: readonly Who[] }
}

/** An alarm of the policy. It is raised each time that its condition becomes true. */
export interface AlarmRule {
  readonly name: string
  readonly path: RuleId
  readonly when: Condition
  readonly notify: readonly Who[]
  readonly send: string
}

/** Something that the policy assumes never happens. A case on which it happens reports it once. */
export interface AssumptionRule {
  readonly path: RuleId
  readonly never: Condition
  readonly because: string
}

/** A kind of personal data about other people. `of-others`: the value of a fact that is declared as such. */
export type PersonalKind = "phone" | "id-card" | "bank-card" | "e-mail" | "plate" | "of-others"

/** When messages leave, and what is removed from them. Receipts always leave at once. */
export interface SendingRule {
  /** Quiet hours in minutes of the local day, `[from, to)`; a `to` above 1440 lies on the next day. */
  readonly quiet: readonly (readonly [number, number])[]
  /** The hours in which no question to a customer leaves, in the same form. */
  readonly quietQuestions?: readonly (readonly [number, number])[]
  /** Levels of cases, and messages, for which quiet hours do not hold. */
  readonly quietExcept: { readonly levels: readonly string[]; readonly messages: readonly string[] }
  /** Notices to one person within this time become one message. */
  readonly digest?: Target
  /** The kinds of data about other people that are removed from quoted words, and who may read them nevertheless. */
  readonly redact?: Readonly<Partial<Record<PersonalKind, readonly Who[]>>>
}

/**
 * The targets of measures: the values of each measure that are good enough, as codes of a fact of the measure's type.
 * No case is decided by them.
 */
export type TargetsRule = Readonly<Record<string, { readonly type: FactType; readonly good: Ranges }>>

/** What is learnt from cases: targets, reviews and procedures. No case is decided by it. */
export interface LearningRule {
  readonly targets: TargetsRule
  /**
   * Targets of single groups, which replace the general ones, by grouping and group. `otherwise` is for all other
   * groups.
   */
  readonly targetsBy?: Readonly<Record<string, Readonly<Record<string, TargetsRule>>>>
  readonly reviews: Readonly<Record<string, Frequency>>
  readonly youSaidWeDid?: Frequency
  /** The number of alike cases after which a procedure is due. */
  readonly procedureAfter?: number
}

/** How long records are kept, and from when. Whoever erases records reads it. */
export interface RetentionRule {
  /** The retention time, chosen when the case is closed; if no row fits, the record is kept forever. */
  readonly keep: Target | Varying<Target>
  readonly from: TriggerText
  readonly basis?: string
}
