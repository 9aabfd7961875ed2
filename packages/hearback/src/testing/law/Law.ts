/** A law that a team demands of its policy, in the words of scenarios. */
import type { Clock, Gate } from "@hearback/core"
import type { CaseView } from "../../case/CaseView.ts"

/** The expectations of a case, with the keys that a scenario file has under a case in `expect`. */
export interface Expected {
  readonly owner?: string
  readonly kind?: string
  readonly category?: string
  readonly gates?: Readonly<Record<string, Gate.GateStatus>>
  readonly clocks?: Readonly<Record<string, ReturnType<typeof Clock.stateOf>>>
  readonly outcome?: string
  readonly reopened?: number
  readonly loops?: Readonly<Partial<Record<"customer-loop" | "system-loop", "open" | "closed">>>
  /** Any other key of a scenario, such as a dimension. */
  readonly [key: string]: unknown
}

/** A law for `checkPolicy`: what has to be true of every case after every step, whatever people do. */
export interface PolicyLaw {
  /** The sentence of the law; it becomes the title of a counterexample. */
  readonly law: string
  /** Returns the expectations of a case in its present state; undefined if the law expects nothing of it. */
  readonly expects: (seen: CaseView) => Expected | undefined
}

/** A random life of a case: plain numbers, which are turned into possible commands at each step. */
export interface Life {
  readonly channel: number
  readonly customer: number
  readonly words: readonly number[]
  readonly facts: readonly number[]
  readonly takenBy: number
  readonly start: number
  readonly acts: readonly LifeAct[]
}

/** One random act of a life. */
export interface LifeAct {
  /** The time before it.  Units: minutes. */
  readonly wait: number
  /** Whether only time passes. */
  readonly idle: boolean
  readonly who: number
  readonly which: number
  readonly how: number
  readonly forward: boolean
}

/** A step of a scenario, in the form of a scenario file. */
export type ScenarioStep = Readonly<Record<string, unknown>>
