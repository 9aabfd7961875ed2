/**
 * The checked policy as plain JSON: what the compiler writes, what a production host may ship alone.
 *
 * Names stand where people wrote them; every rule is known by its policy path (`grading.impact.rules.2`,
 * rows counted from 1), and `places` says in which file, line and column that path stands.
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

/** One thing a table or condition may read; its position in `Bundle.inputs` is its slot. */
export interface Input {
  readonly name: string
  readonly type: FactType
}

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
  /** What its values are called. */
  readonly titles?: Readonly<Record<string, Text>>
  /** Absent: the fact is unknown until recorded. `received` for a date that defaults to the receipt. */
  readonly default?: FactValue
  /** Who may set it. Absent: the host, the owner, and whoever may correct a classification. */
  readonly by?: readonly Who[]
  /** The stated purpose of a personal field; marks it erasable. */
  readonly personal?: Text
  /** Says something of somebody else, such as a name: quoted words are told without it. */
  readonly ofOthers?: true
}

/** What a grading row gives: a level, or the level that another input holds (`category.urgency`). */
export type OutputEntry = { readonly level: string } | { readonly input: string }

/** Points that a case gets where it fits. */
export interface PointsRule {
  readonly rule: RuleId
  /** Absent: every case gets them. */
  readonly when?: Condition
  readonly add: number
  /** Slots of the inputs by whose values they are multiplied. */
  readonly times: readonly number[]
}

/** The sums of points that make a level. */
export interface ThresholdRule {
  readonly rule: RuleId
  readonly level: string
  readonly sums: Ranges
}

export interface DimensionRule {
  readonly name: string
  readonly title?: Text
  /** Strongest first. */
  readonly levels: readonly string[]
  /** Rules and matrix alike; a matrix cell is a row, its rule the path of the cell. */
  readonly by: "rules" | "matrix"
  readonly table: Varying<OutputEntry>
  /** What the rows of the table are laid out from, where points are added up; each has the rule of its threshold. */
  readonly points?: { readonly rows: readonly PointsRule[]; readonly thresholds: readonly ThresholdRule[] }
  /** Every fitting row counts; the strongest result wins. */
  readonly lift: readonly {
    readonly when: Condition
    readonly atLeast?: string
    readonly up?: number
    readonly rule: RuleId
  }[]
}

export interface MessageRule {
  readonly name: string
  /** What it is about, in one line; without one the case is named. */
  readonly subject?: Text
  readonly text: Text
  /** Texts by condition; where none of the rows fits, `text`. */
  readonly variants?: Varying<Text>
  readonly mustSay: readonly string[]
}

export interface Bundle {
  readonly hearback: 1
  readonly id: string
  readonly title?: Text
  /** The date `2027-01-01` in the policy's zone from which it is in force; absent: at once. */
  readonly effective?: string
  /** The language of every text that does not say its own. */
  readonly language: Language
  /** SHA-256 over everything that decides (not over `places`); the version a case is pinned to. */
  readonly content: string
  /** SHA-256 over names, fact types and gate fields: what typed code depends on. */
  readonly shape: string
  /** SHA-256 over zones and calendars, pinned apart. */
  readonly calendarsHash: string
  readonly zone: string
  readonly currency?: { readonly code: string; readonly digits: number }
  readonly zones: Readonly<Record<string, Zone>>
  readonly calendars: Readonly<Record<string, CalendarRule>>
  /** The calendar on which `working …` lengths of ownership, approval and sending run. */
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
  /** Who hears of an arrival that waits in quarantine; absent: nobody. */
  readonly quarantine?: { readonly notify: readonly Who[] }
  /** Shares 0..1. */
  readonly sameCase: { readonly same: readonly string[]; readonly alike: number; readonly within: Target }
  /** The start of a case split off another; absent: from the receipt of the first one. */
  readonly split?: "from-receipt" | "from-split"
  /** Absent: nothing is agreed to by name, and customers may refuse to be asked. */
  readonly customers?: CustomersRule
  readonly dictionary: DictionaryRule
  /** In an order in which each reads only those before it. */
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
