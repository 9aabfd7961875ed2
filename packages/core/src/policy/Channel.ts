/** Where feedback comes in, what it is asked for, and what customers agree to: parts of the bundle. */

import type { Target } from "../time/Target.ts"
import type { MeasureKey } from "./MeasureWords.ts"
import type { Condition, Frequency, RuleId, Text, Varying, Who } from "./Rule.ts"
import type { TriggerText } from "./Trigger.ts"

/** One question of a survey; its answer is the fact of its name. */
export interface QuestionRule {
  readonly fact: string
  readonly path: RuleId
  readonly ask: Text
  readonly required: boolean
  /** Asked only where it holds of the answers before it, and of the case. */
  readonly when?: Condition
}

/** Days on which it comes. */
export type RoutineDay = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "first-of-month" | "last-of-month"

export interface RoutineTimes {
  /** `minute`: after midnight, in the zone of the policy. */
  readonly times: readonly { readonly on: RoutineDay; readonly minute: number }[]
  /** Whose days count. */
  readonly calendar: string
  /** What becomes of a time that falls on a day on which the calendar is closed. */
  readonly onHoliday: "moved" | "dropped" | "kept"
}

export interface ChannelRule {
  readonly title?: Text
  /** By a `routine` channel a case opens by itself in every period of its `frequency`. */
  readonly mode: "passive" | "active" | "routine"
  readonly question?: Text
  /** Asked one after the other, in the order of the policy. */
  readonly questions?: readonly QuestionRule[]
  /** Whoever answers so is not satisfied: a complaint where there is no case yet. */
  readonly dissatisfied?: Condition
  readonly scale?: readonly [number, number]
  /** Tried in order over the one-element vector [score × 100]; none fits: the kind is `rating`. */
  readonly kindByScore?: Varying<string>
  readonly form?: FormRule
  /** After what customers are asked: a host event, or a gate that is settled. */
  readonly askAfter?: TriggerText
  /** How often everybody is asked. */
  readonly frequency?: Frequency
  /** Least time between two questions to one customer, on whatever channel. */
  readonly rest?: Target
  /** Asked only where it holds: of the case, or, where there is none, of what is on file of the customer. */
  readonly when?: Condition
  /** Only those who gave this consent are asked. */
  readonly consent?: string
  /** Of a routine, in place of its `frequency`: at these times of the day. */
  readonly every?: RoutineTimes
  /** Of a routine: by their ids, who answers for its cases: the first who is not on leave, before `owner`. */
  readonly person?: readonly string[]
  /** Of a routine: who answers for its cases, before `ownership.first-owner`. */
  readonly owner?: readonly Who[]
  /** Of a routine: everybody of these roles hears when one of its cases opens. */
  readonly invite?: readonly Who[]
  /** Of a routine: the measures that are looked at. */
  readonly figures?: readonly MeasureKey[]
  /** Everybody reads what is sent there. */
  readonly isPublic?: true
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
