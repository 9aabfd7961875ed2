/**
 * A scenario as it is run: commands at instants, and what must hold after each. Cases go by the scenario's own names.
 *
 * Units: instants in ms since 1970, money in minor units of the policy's currency.
 */
import type { Bundle, Clock, Command, Fact, Gate, Lifecycle } from "@hearback/core"
import type { TranslatedText } from "../text/shape/TranslatedText.ts"

export interface Scenario {
  readonly title: string
  /** Of a table the row. */
  readonly place: Bundle.PolicyPlace
  /** The cells of its row by column, as written; absent where there is no table. */
  readonly example?: Readonly<Record<string, string>>
  /** Those of `given` first. */
  readonly steps: readonly ScenarioAct[]
}

export interface ScenarioAct {
  readonly at: number
  readonly place: Bundle.PolicyPlace
  /** The verb and what it names, as files with keys of either language have it; empty where only time passes. */
  readonly says: TranslatedText
  readonly act: Act
  readonly expect: readonly Expectation[]
}

/** Who acts: somebody of the people file, a customer, or the machine that a channel stands for. */
export type By =
  | { readonly _tag: "Person"; readonly id: string }
  | { readonly _tag: "Customer"; readonly id: string }
  /** The customer of the case. */
  | { readonly _tag: "Theirs" }
  | { readonly _tag: "System" }

export type Act =
  /** `opens`: the scenario's name for the case that has opened by itself. */
  | { readonly _tag: "Time"; readonly opens?: string }
  | {
      readonly _tag: "Submit"
      readonly case: string
      readonly by: By
      /** The channel's id of the message; the same twice is one arrival. */
      readonly key?: string
      /** When the customer said it, where that is not the instant of the step. */
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
  /** An event of the host's, about a customer and no case. */
  | { readonly _tag: "Event"; readonly name: string; readonly customer: string }
  /** What a customer wishes about our questions to them, and agrees to. */
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
      /** Absent: all that they have. */
      readonly roles?: readonly string[]
    }

/** A day in the policy's zone, `2026-11-20`, or an instant. */
export type DueSaid = { readonly _tag: "Day"; readonly day: string } | { readonly _tag: "Instant"; readonly at: number }

export interface MessageSaid {
  /** Absent: any message to them. */
  readonly message?: string
  readonly to?: string
  /** Words that its subject or text has. */
  readonly says?: string
}

export type ClockStatus = ReturnType<typeof Clock.stateOf>

export type ExpectationCheck =
  | {
      readonly _tag: "Said"
      readonly case: string
      readonly of: "kind" | "category" | "emotion" | "review" | "owner" | "department"
      readonly is: string
    }
  | { readonly _tag: "Signals"; readonly case: string; readonly signals: readonly string[] }
  /** A fact without a value is not known. */
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
      readonly closed: boolean
    }
  | { readonly _tag: "MissedBecause"; readonly case: string; readonly clock: string; readonly cause: string }
  | { readonly _tag: "Because"; readonly case: string; readonly rules: readonly string[] }
  /** The good values, by the type of the measure. */
  | { readonly _tag: "Measure"; readonly measure: string; readonly target: Bundle.LearningRule["targets"][string] }
  /** Of a question how many answered it, or gave one answer; or the mean of a scale. */
  | {
      readonly _tag: "Answers"
      readonly question: string
      readonly answer: string
      readonly target: Bundle.LearningRule["targets"][string]
    }
  | { readonly _tag: "Sent"; readonly messages: readonly MessageSaid[] }
  /** None at all where no message is named. */
  | { readonly _tag: "NothingSent"; readonly messages: readonly MessageSaid[] }
  | { readonly _tag: "Pending"; readonly rules: readonly string[] }
  | { readonly _tag: "Rejected"; readonly rules: readonly string[] }

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
