/**
 * The checked policy as plain JSON: what the compiler writes, what a production host may ship alone.
 *
 * Names stand where people wrote them; every rule is known by its policy path (`grading.impact.rules.2`,
 * rows counted from 1), and `places` says in which file, line and column that path stands.
 */
import type { CalendarRule } from "./Calendar.ts"
import type { FactType, FactValue } from "./Fact.ts"
import type {
  AlarmRule,
  AssumptionRule,
  AuthorityRule,
  LearningRule,
  RetentionRule,
  SendingRule
} from "./Governance.ts"
import type { Condition, Frequency, Language, Place, RuleId, Text, Trigger, Varying, Who } from "./Rule.ts"
import type { Point, Target } from "./Target.ts"
import type { Zone } from "./Zone.ts"

export type {
  AlarmRule,
  AssumptionRule,
  AuthorityRule,
  Duty,
  LearningRule,
  LimitRule,
  RetentionRule,
  SendingRule
} from "./Governance.ts"

export type * from "./Rule.ts"

/** One thing a table or condition may read; its position in `Bundle.inputs` is its slot. */
export interface Input {
  readonly name: string
  readonly type: FactType
}

export interface FactDeclaration {
  readonly type: FactType
  readonly kind: "text" | "number" | "integer" | "money" | "yes-no" | "date" | "duration" | "file" | "one-of"
  readonly title?: Text
  /** Absent: the fact is unknown until recorded. `received` for a date that defaults to the receipt. */
  readonly default?: FactValue
  /** The stated purpose of a personal field; marks it erasable. */
  readonly personal?: Text
}

export interface ChannelRule {
  readonly title?: Text
  readonly mode: "passive" | "active"
  readonly question?: Text
  readonly scale?: readonly [number, number]
  /** Tried in order over the one-element vector [score × 100]; none fits: the kind is `rating`. */
  readonly kindByScore?: Varying<string>
  readonly form?: FormRule
  /** After what customers are asked: `event:<host event>` or `gate:<name>`. */
  readonly askAfter?: Trigger
  /** How often everybody is asked. */
  readonly frequency?: Frequency
  /** Least time between two questions to one customer, on whatever channel. */
  readonly rest?: Target
  /** Only those who gave this consent are asked. */
  readonly consent?: string
}

/** What customers may agree to, and whether they may refuse to be asked. */
export interface CustomersRule {
  readonly consent: Readonly<Record<string, { readonly ask?: Text; readonly lasts?: Target }>>
  readonly optOut: boolean
}

export interface FormRule {
  readonly require: readonly string[]
  readonly offer: readonly string[]
  readonly prefill: readonly string[]
  readonly questions: Readonly<Record<string, Text>>
  readonly tell?: string
}

export interface CategoryRule {
  readonly name: string
  readonly title?: Text
  readonly words: readonly string[]
  readonly kind?: string
  readonly under?: string
  readonly department?: string
  /** Level by dimension. */
  readonly defaults: Readonly<Record<string, string>>
}

export interface DictionaryRule {
  /** Share, 0..1. */
  readonly sureAbove: number
  /** The role that is asked below it. */
  readonly reviewBy?: string
  /** The category of what matches none. */
  readonly otherwise?: string
  readonly kinds: readonly { readonly kind: string; readonly words: readonly string[] }[]
  readonly otherwiseKind: string
  readonly categories: readonly CategoryRule[]
  /** How long a person's category or grade stays; absent: until the case is closed. */
  readonly overrideLasts?: Target
  /** Strongest first. */
  readonly emotions: readonly { readonly level: string; readonly words: readonly string[] }[]
  readonly negation: readonly string[]
  readonly stronger: readonly string[]
  readonly weaker: readonly string[]
  readonly signals: readonly { readonly name: string; readonly words: readonly string[]; readonly ask?: string }[]
}

/** What a grading row gives: a level, or the level that another input holds (`category.urgency`). */
export type Outcome = { readonly level: string } | { readonly input: string }

export interface DimensionRule {
  readonly name: string
  /** Strongest first. */
  readonly levels: readonly string[]
  /** Rules and matrix alike; a matrix cell is a row, its rule the path of the cell. */
  readonly by: "rules" | "matrix"
  readonly table: Varying<Outcome>
  /** Every fitting row counts; the strongest result wins. */
  readonly lift: readonly {
    readonly when: Condition
    readonly atLeast?: string
    readonly up?: number
    readonly rule: RuleId
  }[]
}

export interface OwnershipRule {
  readonly firstOwner: readonly Who[]
  readonly takeUp?: Target
  readonly handover: {
    readonly acceptWithin: Target
    readonly atMost: number
    readonly arbiter: string
    readonly outsideDepartment?: "never"
  }
  /** Who acts for an owner who is away, in order; `deputy` is the owner's own. */
  readonly absent?: readonly Who[]
  /** When the owner must not act, and who takes it; the old owner then loses every say in the case. */
  readonly recuse?: { readonly when: Condition; readonly to: readonly Who[] }
  /** Who is asked, in order, while the owner is off duty; accountable only once they accept. */
  readonly onCall?: { readonly when?: Condition; readonly to: readonly Who[]; readonly acceptWithin: Target }
  /** Whoever owns this many open cases is passed over when a case gets its first owner. */
  readonly atMostOpen?: number
  /** The department that must act. */
  readonly department?: Varying<{ readonly department: string } | { readonly input: "category.department" }>
  readonly team?: TeamRule
}

/** Who works on a case together with its owner: each department with a part and a due of its own. */
export interface TeamRule {
  readonly when?: Condition
  /** `departments` and `department` stand for parts; anybody else is a member who hears of it. */
  readonly members: readonly Who[]
  readonly answerWithin?: Target
  /** Who hears of a part that is overdue; `head` is that of the department which owes it. */
  readonly overdue: readonly Who[]
}

export type GateKind =
  | "acknowledgement"
  | "classification"
  | "containment"
  | "root-cause"
  | "proposal"
  | "decision"
  | "correction"
  | "prevention"
  | "effectiveness"
  | "result"
  | "confirmation"
  | "approval"
  | "record"

export type RootCauseMethod = "five-whys" | "fishbone" | "five-w-one-h" | "eight-d"

/** One gate of one loop. Optional keys are present only for the kinds that own them. */
export interface GateRule {
  readonly name: string
  readonly path: RuleId
  readonly kind: GateKind
  readonly side: "customer-loop" | "system-loop"
  readonly title?: Text
  readonly when?: Condition
  readonly after: readonly string[]
  readonly by: readonly Who[]
  readonly notBy: readonly string[]
  readonly signOff: readonly Who[]
  readonly fields: readonly string[]
  readonly optional: boolean
  readonly outOfOrder: "refused" | "recorded"
  /** The message to the customer when it is passed (a proposal: when it is made). */
  readonly tell?: string
  readonly notify: readonly Who[]
  readonly orExplain?: {
    readonly by: readonly Who[]
    readonly when?: Condition
    readonly fields: readonly string[]
    readonly signOff?: readonly Who[]
    /** The message to the customer once it is explained. */
    readonly tell?: string
  }
  /** The door shuts then. */
  readonly onlyWithin?: Varying<Target>
  readonly insteadOf: readonly string[]
  readonly basis?: string
  readonly method?: readonly RootCauseMethod[]
  readonly depth?: number
  readonly surfaceCauses?: readonly string[]
  readonly evidence?: "required" | "optional"
  readonly smart?: boolean
  readonly prevents?: "recurrence" | "occurrence"
  readonly observe?: Varying<Target>
  readonly proof?: "no-recurrence" | "metric" | "either" | "both"
  readonly ifFailed?: string
  readonly rounds?: number
  readonly arbiter?: string
  readonly oneOf?: readonly string[]
  readonly survey?: string
  readonly silence?: {
    readonly after: Target
    readonly attempts: number
    readonly channelsUsed: number
    readonly closes: "customer-loop" | "nothing"
  }
}

export interface ReopenRule {
  /** `dissatisfied`, `recurrence`, or a host event. */
  readonly cause: string
  readonly path: RuleId
  readonly when?: Condition
  readonly within: Target
  readonly backTo: string
  readonly atMost?: number
  /** What the clocks of the gates sent back do; overrides the clock's `onReopen`. */
  readonly clocks?: "resume" | "restart" | "continue"
}

export interface LoopRule {
  readonly name: string
  readonly path: RuleId
  readonly when: Condition
  /** In the order of the policy, customer loop first. */
  readonly gates: readonly GateRule[]
  readonly reopen: readonly ReopenRule[]
}

/** One clock as the policy's defaults, gate shorthand and overrides left it. */
export interface ClockRule {
  readonly name: string
  readonly path: RuleId
  /** The loop it belongs to; absent for a clock of the whole case. */
  readonly loop?: string
  /** The gate whose shorthand made it. */
  readonly gate?: string
  /** Counts as a promise to the customer (its gates stand in the customer loop). */
  readonly promise: boolean
  readonly title?: Text
  readonly when?: Condition
  readonly from: readonly Trigger[]
  /** Exactly one of `within` and `until` (a date fact). */
  readonly within?: Varying<Target>
  readonly until?: string
  readonly calendar: string | "of-owner"
  readonly firstDay: "excluded" | "counted"
  readonly ends: "close-of-day" | "same-time"
  readonly roll: "none" | "next" | "previous"
  readonly metBy: readonly Trigger[]
  readonly cancelledBy: readonly Trigger[]
  readonly repeats: boolean
  /** Cap by reason; empty = never. */
  readonly pause: Readonly<Record<string, Target>>
  readonly extend?: {
    readonly times: number
    readonly each: Target
    readonly approve: readonly string[]
    readonly tell?: string
    /** Where it is said who may extend; absent in bundles of earlier versions. */
    readonly rule?: RuleId
  }
  readonly remind: readonly { readonly at: Point; readonly rule: RuleId }[]
  readonly escalate: readonly {
    readonly at: Point
    readonly notify: readonly Who[]
    readonly send: string
    readonly rule: RuleId
  }[]
  readonly onRegrade: "recompute" | "keep"
  readonly onReopen: "resume" | "restart" | "continue"
  readonly onNewVersion: "keep" | "recompute" | "restart"
  readonly manual: "fixed" | "shiftable"
  readonly basis?: string
}

export interface EndingRule {
  readonly name: "withdrawn" | "forwarded" | "merged"
  readonly path: RuleId
  readonly by: readonly Who[]
  readonly fields: readonly string[]
  readonly tell?: string
  readonly closes: "customer-loop" | "both-loops"
}

export interface MessageRule {
  readonly name: string
  readonly text: Text
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
  readonly places: Readonly<Record<RuleId, Place>>
}
