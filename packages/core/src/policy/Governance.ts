/**
 * What stands over every case of a policy: who may decide up to what limit, what is watched, when messages leave, what
 * is learnt and how long records are kept. Parts of the bundle.
 */

import type { FactType } from "../table/Fact.ts"
import type { Ranges } from "../table/Ranges.ts"
import type { Target } from "../time/Target.ts"
import type { Condition, Frequency, RuleId, Varying, Who } from "./Rule.ts"
import type { TriggerText } from "./Trigger.ts"

/** Minor units of the policy's currency (`compensate`), basis points (`discount`), units (`resources`); null = unlimited. */
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
  /** Level names (or gate names for `waive`), or `all`. */
  readonly close: readonly string[] | "all"
  readonly regrade: readonly string[] | "all"
  readonly waive: readonly string[] | "all"
}

/** What a person does by their own authority, as separation of duties and spot checks name it. */
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

export interface AuthorityRule {
  /** Lowest role first. */
  readonly limits: readonly LimitRule[]
  readonly approval: { readonly within: Target; readonly unanswered: "next-higher" | "denied" }
  /** Duties of which one person may not join two on one case. */
  readonly apart: readonly string[]
  /** Roles that may publish another version, and those of which a second person has to sign; absent: the host alone. */
  readonly publish?: { readonly by: readonly string[]; readonly signOff: readonly string[] }
  /** Roles that may move open cases to another version; absent: the host alone. */
  readonly move?: { readonly by: readonly string[] }
  /** Roles that may erase a customer, and `customer` where customers may ask for it themselves; absent: the host alone. */
  readonly erase?: { readonly by: readonly string[] }
  /** Decisions that are looked at again. Units: `share` 0..1 of the decisions that are such a duty. */
  readonly spotCheck?: { readonly share: number; readonly of: readonly Duty[]; readonly by: readonly Who[] }
}

/** An alarm of the policy: it is raised each time its condition becomes true. */
export interface AlarmRule {
  readonly name: string
  readonly path: RuleId
  readonly when: Condition
  readonly notify: readonly Who[]
  readonly send: string
}

/** What the policy takes the world never to show; said once on a case that shows it. */
export interface AssumptionRule {
  readonly path: RuleId
  readonly never: Condition
  readonly because: string
}

/** A kind of personal data that words may contain about somebody else; `of-others`: what a fact says that is marked so. */
export type PersonalKind = "phone" | "id-card" | "bank-card" | "e-mail" | "plate" | "of-others"

/** When messages leave, and what they keep back. Receipts leave at once, always. */
export interface SendingRule {
  /** Minutes of the local day `[from, to)`; a `to` past 1440 lies on the next day. */
  readonly quiet: readonly (readonly [number, number])[]
  /** Likewise, of the hours in which no question to a customer leaves. */
  readonly quietQuestions?: readonly (readonly [number, number])[]
  /** Cases of these levels and these messages leave even then. */
  readonly quietExcept: { readonly levels: readonly string[]; readonly messages: readonly string[] }
  /** Notices to one person within it become one message. */
  readonly digest?: Target
  /** Kinds of data about other people that quoted words are told without, and who reads them all the same. */
  readonly redact?: Readonly<Partial<Record<PersonalKind, readonly Who[]>>>
}

/** Read by measures, reports and the calendar of reviews; no case is decided by it. */
/**
 * The targets of measures: the values that are good enough, by measure, in the units of the measure: shares and
 * lengths as fact codes.
 */
export type TargetsRule = Readonly<Record<string, { readonly type: FactType; readonly good: Ranges }>>

export interface LearningRule {
  readonly targets: TargetsRule
  /** Targets of groups over those of all, by grouping and group; `otherwise` for every group that has none of its own. */
  readonly targetsBy?: Readonly<Record<string, Readonly<Record<string, TargetsRule>>>>
  readonly reviews: Readonly<Record<string, Frequency>>
  readonly youSaidWeDid?: Frequency
  /** After how many alike cases a procedure is due. */
  readonly procedureAfter?: number
}

/** How long records are kept, from which moment; read by whoever erases. */
export interface RetentionRule {
  /** As it is when the case is closed; where no row fits, for good. */
  readonly keep: Target | Varying<Target>
  readonly from: TriggerText
  readonly basis?: string
}
