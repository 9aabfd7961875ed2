/** The results of a scenario file: for every step the expected and the actual values, and the line of the policy. */
import type { Bundle } from "@hearback/core"
import type { Diagnostic } from "@hearback/policy"
import type { Place } from "../../answer/Place.ts"

/** One expectation of a scenario with the actual value. */
export interface ExpectationResult {
  /** The path of the expectation: `A.priority`, `A.due.agreed`, `sent`. */
  readonly what: string
  /** The path in the language of the run: `A.关口.agreed`. */
  readonly says: string
  readonly expected: string
  readonly actual: string
  readonly ok: boolean
  /** The line in the scenario file, counted from 1. */
  readonly line: number
  /** The line of the policy that decided the actual value. */
  readonly because?: Place
}

/** The result of one step of a scenario. */
export interface StepResult {
  readonly at: Date
  /** The line in the scenario file, counted from 1. */
  readonly line: number
  /** The step in the language of the run, `pass A.told` or `通过 A.told`; empty if only time passes. */
  readonly says: string
  readonly ok: boolean
  readonly expectations: readonly ExpectationResult[]
  /** Why the step could not be done as written: refused, waiting for approval, or not possible here. */
  readonly problem?: string
  /** The line of the policy that refuses. */
  readonly because?: Place
}

/** The result of a scenario, step by step. */
export interface ScenarioResult {
  /** The title of the scenario; for a row of examples with its cells. */
  readonly title: string
  /** The place of the scenario, or of its row of examples. */
  readonly place: Bundle.PolicyPlace
  /** The cells of the row by column, as written; absent without examples. */
  readonly example?: Readonly<Record<string, string>>
  readonly ok: boolean
  /** The language of the results. */
  readonly language: Bundle.Language
  readonly steps: readonly StepResult[]
}

/** The results of all scenarios of a file. */
export interface ScenarioFileResult {
  /** The path of the scenario file. */
  readonly file: string
  /** Whether no file has an error and every scenario holds. */
  readonly ok: boolean
  /** The findings in the scenario file, its people file and its policy. */
  readonly diagnostics: readonly Diagnostic[]
  readonly scenarios: readonly ScenarioResult[]
}
