/**
 * The checked policy as plain JSON. The compiler writes it, and a production host needs nothing else of the policy.
 *
 * Names are kept as people wrote them. A rule is identified by its path in the policy (`grading.impact.rules.2`, rows
 * counted from 1), and `places` gives the file, line and column of that path.
 */

import type { FactType, FactValue } from "../table/Fact.ts"
import type { Ranges } from "../table/Ranges.ts"
import type { CalendarRule } from "../time/OpenHours.ts"
import type { Target } from "../time/Target.ts"
import type { Zone } from "../time/Zone.ts"
import type { ChannelRule, CustomersRule, FormRule } from "./Channel.ts"
import type { ClockRule } from "./ClockRule.ts"
import type { DictionaryRule } from "./Dictionary.ts"
import type {
  AlarmRule,
  AssumptionRule,
  AuthorityRule,
  LearningRule,
  RetentionRule,
  SendingRule
} from "./Governance.ts"
import type { EndingRule, LoopRule } from "./Loop.ts"
import type { OwnershipRule } from "./Ownership.ts"
import type { Condition, Language, PolicyPlace, RuleId, Text, Varying, Who } from "./Rule.ts"

export type * from "./Channel.ts"
export type * from "./ClockRule.ts"
export type * from "./Dictionary.ts"
export type { GateKind } from "./GateKind.ts"
export type * from "./Governance.ts"
export type * from "./Loop.ts"
export type * from "./Ownership.ts"
export type * from "./Rule.ts"
export { isLanguage, keyLanguageOf, languages } from "./Rule.ts"
export type { TriggerText } from "./Trigger.ts"

/** A thing that a table or a condition may read. Its index in `Bundle.inputs` is its slot. */
export interface Input {
  readonly name: string
  readonly type: FactType
}

/** The declaration of a fact in a policy: its type, default, title, and who may set it. */
export interface FactDeclaration {
  readonly type: FactType
  readonly kind:
    | "text"
    | "number"
    | "integer"
    | "money"
    | "yes-no"
    | "date"
    | "duration"
    | "file"
    | "one-of"
    | "some-of"
    | "scale"
  readonly title?: Text
  /** The titles of its values. */
  readonly titles?: Readonly<Record<string, Text>>
  /**
   * The default value. Absent: the fact is unknown until it is recorded. `received`: a date that defaults to the
   * receipt.
   */
  readonly default?: FactValue
  /** Who may set it. Absent: the host, the owner, and whoever may correct a classification. */
  readonly by?: readonly Who[]
  /** Why the policy records a personal field; a field with it is erased with its customer. */
  readonly personal?: Text
  /** Whether it says something about another person, such as a name, which is then removed from quoted words. */
  readonly ofOthers?: true
}

/** What a grading row gives: a level, or the level that another input holds (`category.urgency`). */
export type OutputEntry = { readonly level: string } | { readonly input: string }

/** Points that a case gets if a condition holds. */
export interface PointsRule {
  readonly rule: RuleId
  /** Absent: every case gets the points. */
  readonly when?: Condition
  readonly add: number
  /** The slots of the inputs by whose values the points are multiplied. */
  readonly times: readonly number[]
}

/** The least sum of points for a level. */
export interface ThresholdRule {
  readonly rule: RuleId
  readonly level: string
  readonly sums: Ranges
}

/** A dimension of a policy, with the rules that grade a case on it. */
export interface DimensionRule {
  readonly name: string
  readonly title?: Text
  /** The levels, the strongest first. */
  readonly levels: readonly string[]
  /** Whether rules or a matrix grade it. A matrix cell is a row of the table, and its rule is the path of the cell. */
  readonly by: "rules" | "matrix"
  readonly table: Varying<OutputEntry>
  /**
   * For a dimension of points: the rows that add points, from which the table is made. Each row of the table has the
   * rule of its threshold.
   */
  readonly points?: { readonly rows: readonly PointsRule[]; readonly thresholds: readonly ThresholdRule[] }
  /** Rows that raise the level. All rows that fit count, and the strongest result wins. */
  readonly lift: readonly {
    readonly when: Condition
    readonly atLeast?: string
    readonly up?: number
    readonly rule: RuleId
  }[]
}

/** A message of a policy, with its texts. */
export interface MessageRule {
  readonly name: string
  /** The subject, in one line. Absent: the message names the case. */
  readonly subject?: Text
  readonly text: Text
  /** Texts by condition; if no row fits, `text` is used. */
  readonly variants?: Varying<Text>
  readonly mustSay: readonly string[]
}

/** A checked policy as plain JSON. */
export interface Bundle {
  readonly hearback: 1
  readonly id: string
  readonly title?: Text
  /** The date in the policy's zone from which it is in force, such as `2027-01-01`; absent: at once. */
  readonly effective?: string
  /** The language of every text that does not name its own. */
  readonly language: Language
  /** SHA-256 of everything that decides (without `places`): the version that a case is pinned to. */
  readonly content: string
  /** SHA-256 of names, fact types and gate fields, on which generated types depend. */
  readonly shape: string
  /** SHA-256 of zones and calendars, which are pinned separately. */
  readonly calendarsHash: string
  readonly zone: string
  readonly currency?: { readonly code: string; readonly digits: number }
  readonly zones: Readonly<Record<string, Zone>>
  readonly calendars: Readonly<Record<string, CalendarRule>>
  /** The calendar that counts `working …` lengths of ownership, approval and sending. */
  readonly defaultCalendar: string
  readonly roles: Readonly<Record<string, { readonly title?: Text }>>
  readonly departments: Readonly<
    Record<string, { readonly title?: Text; readonly contact: readonly Who[]; readonly head: readonly Who[] }>
  >
  readonly facts: Readonly<Record<string, FactDeclaration>>
  readonly events: readonly string[]
  readonly inputs: readonly Input[]
  readonly channels: Readonly<Record<string, ChannelRule>>
  readonly form: FormRule
  /** Who is notified of an arrival in quarantine; absent: nobody. */
  readonly quarantine?: { readonly notify: readonly Who[] }
  /** When two pieces of feedback are the same case. `alike`: a share from 0 to 1. */
  readonly sameCase: { readonly same: readonly string[]; readonly alike: number; readonly within: Target }
  /** From when the clocks of a split-off case count; absent: from the receipt of the first case. */
  readonly split?: "from-receipt" | "from-split"
  /** Absent: the policy has no named consents, and customers may refuse to be asked. */
  readonly customers?: CustomersRule
  readonly dictionary: DictionaryRule
  /** Sorted so that each dimension reads only earlier ones. */
  readonly grading: readonly DimensionRule[]
  readonly ownership: OwnershipRule
  readonly loops: readonly LoopRule[]
  readonly clocks: readonly ClockRule[]
  readonly endings: readonly EndingRule[]
  readonly authority: AuthorityRule
  readonly alarms?: readonly AlarmRule[]
  readonly assume?: readonly AssumptionRule[]
  readonly sending?: SendingRule
  readonly learning?: LearningRule
  readonly retention?: RetentionRule
  readonly problems: {
    readonly same: readonly string[]
    readonly within: Target
    readonly openWhen?: Condition
  }
  readonly messages: Readonly<Record<string, MessageRule>>
  readonly places: Readonly<Record<RuleId, PolicyPlace>>
}
