/**
 * A scenario that can be run: commands at instants, and what must hold after each. Cases have names of the scenario.
 *
 * Units: instants in ms since 1970, money in minor units of the policy's currency.
 */
import type { Bundle, Clock, Command, Fact, Gate, Lifecycle } from "@hearback/core"
import type { TranslatedText } from "../text/shape/TranslatedText.ts"

/** A scenario, or one row of a scenario with a table. */
export interface Scenario {
  readonly title: string
  /** Where it is written; for a table, the place of the row. */
  readonly place: Bundle.PolicyPlace
  /** The cells of its row by column, as written; absent without a table. */
  readonly example?: Readonly<Record<string, string>>
  /** The acts in order; those of `given` come first. */
  readonly steps: readonly ScenarioAct[]
}

/** One act of a scenario and what must hold after it. */
export interface ScenarioAct {
  readonly at: number
  readonly place: Bundle.PolicyPlace
  /** The verb and what it names, in both key languages; empty if only time passes. */
  readonly says: TranslatedText
  readonly act: Act
  readonly expect: readonly Expectation[]
}

/** Who acts: a person of the people file, a customer, or the system behind a channel. */
export type By =
  | { readonly _tag: "Person"; readonly id: string }
  | { readonly _tag: "Customer"; readonly id: string }
  /** The customer of the case. */
  | { readonly _tag: "Theirs" }
  | { readonly _tag: "System" }

/** What is done at a step. */
export type Act =
  /** `opens`: the scenario's name for the case that opened by itself. */
  | { readonly _tag: "Time"; readonly opens?: string }
  | {
      readonly _tag: "Submit"
      readonly case: string
      readonly by: By
      /** The channel's id of the message. Two messages with the same id are one arrival. */
      readonly key?: string
      /** When the customer said it, if that differs from the instant of the step. */
      readonly received?: number
      /** The case that the message names. */
      readonly thread?: string
      readonly automatic?: boolean
      readonly submission: Command.Submission
    }
  | {
      readonly _tag: "Command"
      readonly case: string
      readonly by: By
      /** `causeOf` and `into` name cases of the scenario. */
      readonly command: Command.Command
      /** The scenario's name for the case that the command opens. */
      readonly opens?: string
    }
  /** An event of the host about a customer, without a case. */
  | { readonly _tag: "Event"; readonly name: string; readonly customer: string }
  /** The customer's wishes about surveys and their consents. */
  | {
      readonly _tag: "Wish"
      readonly customer: string
      readonly give?: readonly string[]
      readonly withdraw?: readonly string[]
      readonly questions?: "refused" | "welcome"
    }
  | { readonly _tag: "Settle"; readonly case: string; readonly gate: string }
  | {
      readonly _tag: "Delegate"
      readonly from: string
      readonly to: string
      readonly until: number
      /** Absent means all roles that they have. */
      readonly roles?: readonly string[]
    }

/** A day in the policy's zone, `2026-11-20`, or an instant. */
export type DueSaid = { readonly _tag: "Day"; readonly day: string } | { readonly _tag: "Instant"; readonly at: number }

/** A message that a step expects. */
export interface MessageSaid {
  /** Absent means any message to them. */
  readonly message?: string
  readonly to?: string
  /** Words that its subject or text contains. */
  readonly says?: string
}

/** The state of a clock. */
export type ClockStatus = ReturnType<typeof Clock.stateOf>

/** What one expectation checks. */
export type ExpectationCheck =
  | {
      readonly _tag: "Said"
      readonly case: string
      readonly of: "kind" | "category" | "emotion" | "review" | "owner" | "department"
      readonly is: string
    }
  | { readonly _tag: "Signals"; readonly case: string; readonly signals: readonly string[] }
  /** A fact without a value is unknown. */
  | { readonly _tag: "Fact"; readonly case: string; readonly fact: string; readonly is?: Fact.FactValue }
  | { readonly _tag: "Attachments"; readonly case: string; readonly files: readonly string[] }
  | { readonly _tag: "Grade"; readonly case: string; readonly dimension: string; readonly level: string }
  | { readonly _tag: "Outcome"; readonly case: string; readonly outcome: Lifecycle.CaseOutcome }
  | { readonly _tag: "Linked"; readonly case: string; readonly to: readonly string[] }
  | { readonly _tag: "Reopened"; readonly case: string; readonly times: number }
  /** Amounts in minor units (compensate), basis points (discount) or units (grant). */
  | {
      readonly _tag: "Given"
      readonly case: string
      readonly power: "compensate" | "discount" | "grant"
      readonly amount: number
    }
  | {
      readonly _tag: "Approvals"
      readonly case: string
      readonly asked: readonly { readonly from?: string; readonly due?: DueSaid }[]
    }
  | { readonly _tag: "Due"; readonly case: string; readonly clock: string; readonly due: DueSaid }
  | { readonly _tag: "Gate"; readonly case: string; readonly gate: string; readonly is: Gate.GateStatus }
  | { readonly _tag: "Clock"; readonly case: string; readonly clock: string; readonly is: ClockStatus }
  | {
      readonly _tag: "Loop"
      readonly case: string
      readonly side: "customer-loop" | "system-loop"
      /** The number of answers to a question, or of one answer; or the mean of a scale. */
      readonly closed: boolean
    }
  | { readonly _tag: "MissedBecause"; readonly case: string; readonly clock: string; readonly cause: string }
  | { readonly _tag: "Because"; readonly case: string; readonly rules: readonly string[] }
  /** The good values, as codes of the measure's type. */
  | { readonly _tag: "Measure"; readonly measure: string; readonly target: Bundle.LearningRule["targets"][string] }
  /** Of a question how many answered it, or gave one answer; or the mean of a scale. */
  | {
      /** Without `message`, no message at all may be sent. */
      readonly _tag: "Answers"
      readonly question: string
      readonly answer: string
      readonly target: Bundle.LearningRule["targets"][string]
    }
  /** One expectation of a step. */
  | { readonly _tag: "Sent"; readonly messages: readonly MessageSaid[] }
  /** The path of the expectation: `A.priority`, `A.due.agreed`, `sent`. */
  | { readonly _tag: "NothingSent"; readonly messages: readonly MessageSaid[] }
  /** The same path in each key language: `A.关口.agreed`. */
  | { readonly _tag: "Pending"; readonly rules: readonly string[] }
  | { readonly _tag: "Rejected"; readonly rules: readonly string[] }
/** The expected value as written. */

export interface Expectation {
  /** `A.priority`, `A.due.agreed`, `sent`. */
  readonly what: string
  /** The same, as files with keys of either language have it: `A.关口.agreed`. */
  readonly says: TranslatedText
  /** As written. */
  readonly expected: string
  readonly place: Bundle.PolicyPlace
  readonly check: ExpectationCheck
}
