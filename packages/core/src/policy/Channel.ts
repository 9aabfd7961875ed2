/** The parts of a bundle about channels: how feedback arrives, what is asked, and what customers may consent to. */

import type { Target } from "../time/Target.ts"
import type { MeasureKey } from "./MeasureWords.ts"
import type { Condition, Frequency, RuleId, Text, Varying, Who } from "./Rule.ts"
import type { TriggerText } from "./Trigger.ts"

/** One question of a survey. Its answer is recorded as the fact with its name. */
export interface QuestionRule {
  readonly fact: string
  readonly path: RuleId
  readonly ask: Text
  readonly required: boolean
  /** The question is asked only if this holds for the earlier answers and for the case. */
  readonly when?: Condition
}

/** A day on which routine work is due. */
export type RoutineDay = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "first-of-month" | "last-of-month"

/** The times at which a routine is due. */
export interface RoutineTimes {
  /** `minute`: minutes after midnight in the policy's zone. */
  readonly times: readonly { readonly on: RoutineDay; readonly minute: number }[]
  /** The calendar whose open days count. */
  readonly calendar: string
  /** What happens to a time on a day on which the calendar is closed. */
  readonly onHoliday: "moved" | "dropped" | "kept"
}

/** A channel of a policy: by which mode it works, what it asks, and whom. */
export interface ChannelRule {
  readonly title?: Text
  /** On a `routine` channel a case opens by itself in every period of its `frequency`. */
  readonly mode: "passive" | "active" | "routine"
  readonly question?: Text
  /** The questions, asked one after the other in this order. */
  readonly questions?: readonly QuestionRule[]
  /** Holds for answers of a dissatisfied customer. If there is no case yet, such answers open a complaint. */
  readonly dissatisfied?: Condition
  readonly scale?: readonly [number, number]
  /**
   * The kind of a case by its score. The rows are tried in order on the one input [score × 100]; if none fits,
   * `rating`.
   */
  readonly kindByScore?: Varying<string>
  readonly form?: FormRule
  /** The event after which customers are asked: a host event, or a settled gate. */
  readonly askAfter?: TriggerText
  /** How often every customer is asked. */
  readonly frequency?: Frequency
  /** The least time between two questions to one customer, by any channel. */
  readonly rest?: Target
  /**
   * A customer is asked only if this holds for the case or, without a case, for the facts on record about the customer.
   */
  readonly when?: Condition
  /** Only customers who gave this consent are asked. */
  readonly consent?: string
  /** For a routine: the times of the day at which it is due, instead of its `frequency`. */
  readonly every?: RoutineTimes
  /** For a routine: the ids of those who may own its cases. The first who is not on leave does, before `owner`. */
  readonly person?: readonly string[]
  /** For a routine: who owns its cases, before `ownership.first-owner`. */
  readonly owner?: readonly Who[]
  /** For a routine: everybody with these roles is notified when one of its cases opens. */
  readonly invite?: readonly Who[]
  /** For a routine: the measures that are looked at. */
  readonly figures?: readonly MeasureKey[]
  /** Whether everybody can read what is sent by this channel. */
  readonly isPublic?: true
}

/** What customers may consent to, and whether they may refuse to be asked. */
export interface CustomersRule {
  readonly consent: Readonly<Record<string, { readonly ask?: Text; readonly lasts?: Target }>>
  readonly optOut: boolean
}

/** The form of a channel: the fields that it requires, and the questions that help to tell them. */
export interface FormRule {
  readonly require: readonly string[]
  readonly offer: readonly string[]
  readonly prefill: readonly string[]
  readonly questions: Readonly<Record<string, Text>>
  readonly tell?: string
}
