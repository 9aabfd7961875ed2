/** What became of a scenario file: every step with what was expected, what was there, and the policy line behind it. */
import type { Bundle } from "@hearback/core"
import type { Diagnostic } from "@hearback/policy"
import type { Place } from "../../answer/Place.ts"

/** One thing that a scenario expects, beside what was found. */
export interface ExpectationResult {
  /** `A.priority`, `A.due.agreed`, `sent`. */
  readonly what: string
  /** The same in the language of the run: `A.关口.agreed`. */
  readonly says: string
  readonly expected: string
  readonly actual: string
  readonly ok: boolean
  /** In the scenario file, counted from 1. */
  readonly line: number
  /** The line of the policy that decided it. */
  readonly because?: Place
}

/** What came of a step of a scenario. */
export interface StepResult {
  readonly at: Date
  /** In the scenario file, counted from 1. */
  readonly line: number
  /** In the language of the run, `pass A.told` or `通过 A.told`; empty where only time passes. */
  readonly says: string
  readonly ok: boolean
  readonly expectations: readonly ExpectationResult[]
  /** Why the step could not be taken as written: refused, pending, or not possible here. */
  readonly problem?: string
  /** The line of the policy that refuses. */
  readonly because?: Place
}

/** What came of a scenario, step by step. */
export interface ScenarioResult {
  /** Of a row of examples with its cells. */
  readonly title: string
  /** Of a row of examples the row. */
  readonly place: Bundle.PolicyPlace
  /** The cells of the row by column, as written; absent where there is no table. */
  readonly example?: Readonly<Record<string, string>>
  readonly ok: boolean
  /** The language of what is said about its steps. */
  readonly language: Bundle.Language
  readonly steps: readonly StepResult[]
}

/** What came of all scenarios of a file. */
export interface ScenarioFileResult {
  readonly file: string
  /** No error in any file, and every scenario as expected. */
  readonly ok: boolean
  /** Findings in the scenario file, its people file and its policy. */
  readonly diagnostics: readonly Diagnostic[]
  readonly scenarios: readonly ScenarioResult[]
}
