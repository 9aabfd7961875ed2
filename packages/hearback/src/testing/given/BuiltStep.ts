/** A step of a scenario that a program builds, in the keys that a file has for it. */
import type { AnyNames, Bundle, Clock, Gate, Lifecycle, PolicyNames } from "@hearback/core"
import type { Feedback } from "../../desk/Feedback.ts"
import type { ScenarioStep } from "../law/Law.ts"

/** Feedback as a scenario submits it: its customer is one of the people file, or somebody new. */
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

/** What a case has to be; only what matters is named. */
export interface CaseExpected<N extends PolicyNames = AnyNames> {
  readonly kind?: N["kind"]
  readonly category?: N["category"] | "unknown"
  readonly emotion?: string
  /** The role that is asked to review the reading; `none`. */
  readonly review?: N["role"] | "none"
  readonly signal?: string | readonly string[]
  readonly facts?: { readonly [F in keyof N["facts"]]?: N["facts"][F] | "none" }
  readonly attachments?: readonly string[]
  /** Levels by dimension. */
  readonly grades?: Partial<N["grades"]>
  readonly owner?: string
  readonly department?: N["department"] | "none"
  readonly outcome?: Lifecycle.CaseOutcome
  readonly linkedTo?: string | readonly string[]
  readonly reopened?: number
  readonly compensated?: number | string
  readonly discounted?: string
  readonly granted?: number
  readonly approvals?: readonly { readonly from?: N["role"]; readonly due?: string }[]
  /** `2026-11-17 17:00` in the policy's zone, or the day alone. */
  readonly due?: Named<N["clock"] | N["gate"], string>
  readonly gates?: Named<N["gate"], Gate.GateStatus>
  readonly clocks?: Named<N["clock"] | N["gate"], ReturnType<typeof Clock.stateOf>>
  readonly loops?: Named<"customer-loop" | "system-loop", "open" | "closed">
  readonly missedBecause?: Named<N["clock"] | N["gate"], string>
  /** The rule that made it so, or its path. */
  readonly because?: string | readonly string[]
}

/** What has to come of a step beside its cases. */
export interface StepExpected {
  /** `receipt to c-qin`, `receipt`, `c-qin`. */
  readonly sent?: string | readonly string[]
  readonly nothingSent?: boolean | string | readonly string[]
  readonly measures?: Readonly<Record<string, string | number>>
  /** Of questions of surveys, each answer with how many gave it; beside them `answered` and `mean`. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, string | number>>>>
  /** Rules that the command exceeds. */
  readonly pending?: string | readonly string[]
  /** Rules that refuse the command. */
  readonly rejected?: string | readonly string[]
}

/** What a verb names beside the case stands behind its name. */
const named: Readonly<Record<string, string>> = { event: "name", extend: "clock" }

/** Returns a step: the verb and what it names, who does it, and its arguments. */
export const stepOf = (
  verb: string,
  name: string,
  given: object,
  { by, into }: { readonly by?: string; readonly into?: string }
): ScenarioStep => {
  const part = named[verb] ?? "gate"
  const { [part]: target, because, ...others } = given as Readonly<Record<string, unknown>>
  // A file calls the occasion of a reopening its cause.
  const rest = because === undefined ? others : { cause: because, ...others }
  return { [verb]: target === undefined ? name : `${name}.${target}`, ...inFile({ by, into }), ...inFile(rest) }
}

/** Returns a step that expects this too. */
export const withExpected = (
  { expect = {}, ...step }: ScenarioStep,
  { case: name, expected }: { readonly case?: string; readonly expected: CaseExpected | StepExpected }
): ScenarioStep => {
  const before = expect as Readonly<Record<string, object | undefined>>
  if (name === undefined) return { ...step, expect: { ...before, ...inFile(expected) } }
  const { grades = {}, ...others } = expected as CaseExpected
  return { ...step, expect: { ...before, [name]: { ...before[name], ...grades, ...inFile(others) } } }
}

/** The keys of ours as a file has them. Names of the policy stand further in, and stay as they are. */
const inFile = (given: object): ScenarioStep =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) =>
      value === undefined ? [] : [[key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value]]
    )
  )
