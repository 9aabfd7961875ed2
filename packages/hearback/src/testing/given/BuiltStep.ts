/** A step of a scenario that a program builds, with the keys of a scenario file. */
import type { AnyNames, Bundle, Clock, Gate, Lifecycle, PolicyNames } from "@hearback/core"
import type { Feedback } from "../../desk/Feedback.ts"
import type { ScenarioStep } from "../law/Law.ts"

/** Feedback of a scenario. Its customer is one of the people file, or somebody new. */
export type Submitted<N extends PolicyNames = AnyNames> = Omit<Feedback<N>, "customer" | "history" | "received"> & {
  readonly customer?:
    | string
    | { readonly id: string; readonly name?: string; readonly address?: string; readonly language?: Bundle.Language }
  readonly consent?: readonly N["consent"][]
  /** When the customer said it, as a reading in the policy's zone. */
  readonly received?: string
  /** The channel's id of the message; the same twice is one arrival. */
  readonly key?: string
}

type Named<K extends string, V> = { readonly [P in K]?: V }

/** The expectations of a case; only those that are given are checked. */
export interface CaseExpected<N extends PolicyNames = AnyNames> {
  readonly kind?: N["kind"]
  /** The category; `unknown` if none could be decided. */
  readonly category?: N["category"] | "unknown"
  readonly emotion?: string
  /** The role that is asked to review how the feedback was read, or `none`. */
  readonly review?: N["role"] | "none"
  readonly signal?: string | readonly string[]
  /** The facts; `none` for a fact that is not given. */
  readonly facts?: { readonly [F in keyof N["facts"]]?: N["facts"][F] | "none" }
  readonly attachments?: readonly string[]
  /** The level of each dimension. */
  readonly grades?: Partial<N["grades"]>
  readonly owner?: string
  readonly department?: N["department"] | "none"
  /** How the case ended. */
  readonly outcome?: Lifecycle.CaseOutcome
  /** The linked cases, by their names of the scenario. */
  readonly linkedTo?: string | readonly string[]
  /** How often the case was reopened. */
  readonly reopened?: number
  /** The compensation granted so far, with or without a currency. */
  readonly compensated?: number | string
  /** The discounts granted so far, such as `10%`. */
  readonly discounted?: string
  /** The resources granted so far.  Units: units of the resource. */
  readonly granted?: number
  /** The approvals that are waited for: from which role, by when. */
  readonly approvals?: readonly { readonly from?: N["role"]; readonly due?: string }[]
  /** The deadlines of clocks: `2026-11-17 17:00` in the policy's zone, or only the day. */
  readonly due?: Named<N["clock"] | N["gate"], string>
  /** The states of gates. */
  readonly gates?: Named<N["gate"], Gate.GateStatus>
  /** The states of clocks. */
  readonly clocks?: Named<N["clock"] | N["gate"], ReturnType<typeof Clock.stateOf>>
  /** Whether each loop is open. */
  readonly loops?: Named<"customer-loop" | "system-loop", "open" | "closed">
  /** Why deadlines were missed. */
  readonly missedBecause?: Named<N["clock"] | N["gate"], string>
  /** The rules that decided it, by name or path. */
  readonly because?: string | readonly string[]
}

/** The expectations of a step apart from its cases. */
export interface StepExpected {
  /** The messages that left: `receipt to c-qin`, `receipt` or `c-qin`. */
  readonly sent?: string | readonly string[]
  /** The messages that did not leave; `true` for none at all. */
  readonly nothingSent?: boolean | string | readonly string[]
  /** The values of measures, by their names in the policy language. */
  readonly measures?: Readonly<Record<string, string | number>>
  /** For questions of surveys: how many gave each answer; also `answered` and `mean`. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, string | number>>>>
  /** The rules that the command exceeds, so that it waits for approval. */
  readonly pending?: string | readonly string[]
  /** The rules that refuse the command. */
  readonly rejected?: string | readonly string[]
}

/** Verbs whose target, beside the case, follows its name. */
const named: Readonly<Record<string, string>> = { event: "name", extend: "clock" }

/** Returns a step: the verb and its target, the actor, and the arguments. */
export const stepOf = (
  verb: string,
  name: string,
  given: object,
  { by, into }: { readonly by?: string; readonly into?: string }
): ScenarioStep => {
  const part = named[verb] ?? "gate"
  const { [part]: target, because, ...others } = given as Readonly<Record<string, unknown>>
  // A file writes the occasion of a reopening as `cause`.
  const rest = because === undefined ? others : { cause: because, ...others }
  return { [verb]: target === undefined ? name : `${name}.${target}`, ...inFile({ by, into }), ...inFile(rest) }
}

/** Returns a step with a further expectation. */
export const withExpected = (
  { expect = {}, ...step }: ScenarioStep,
  { case: name, expected }: { readonly case?: string; readonly expected: CaseExpected | StepExpected }
): ScenarioStep => {
  const before = expect as Readonly<Record<string, object | undefined>>
  if (name === undefined) return { ...step, expect: { ...before, ...inFile(expected) } }
  const { grades = {}, ...others } = expected as CaseExpected
  return { ...step, expect: { ...before, [name]: { ...before[name], ...grades, ...inFile(others) } } }
}

/** Returns an object with the keys of a file. Names of the policy are nested deeper and stay unchanged. */
const inFile = (given: object): ScenarioStep =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) =>
      value === undefined ? [] : [[key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value]]
    )
  )
