/** A law that a team holds its policy to, in the words of scenarios. */
import type { Clock, Gate } from "@hearback/core"
import type { CaseView } from "../../case/CaseView.ts"

/** What a case has to be: the keys that stand under a case in `expect` of a scenario. */
export interface Expected {
  readonly owner?: string
  readonly kind?: string
  readonly category?: string
  readonly gates?: Readonly<Record<string, Gate.GateStatus>>
  readonly clocks?: Readonly<Record<string, ReturnType<typeof Clock.stateOf>>>
  readonly outcome?: string
  readonly reopened?: number
  readonly loops?: Readonly<Partial<Record<"customer-loop" | "system-loop", "open" | "closed">>>
  /** Any other key, such as a dimension of grades. */
  readonly [key: string]: unknown
}

/** What has to be true of every case after every step, whatever anybody does. */
export interface PolicyLaw {
  /** What it says, as the title of a counterexample. */
  readonly law: string
  /** What a case has to be as it stands after each step, in the words of a scenario; nothing where the law is silent. */
  readonly expects: (seen: CaseView) => Expected | undefined
}

/** A life of a case as it is drawn: plain numbers, which are turned into what is possible at each step. */
export interface Life {
  readonly channel: number
  readonly customer: number
  readonly words: readonly number[]
  readonly facts: readonly number[]
  readonly takenBy: number
  readonly start: number
  readonly acts: readonly LifeAct[]
}

export interface LifeAct {
  /** Minutes that pass before it. */
  readonly wait: number
  /** Only time passes. */
  readonly idle: boolean
  readonly who: number
  readonly which: number
  readonly how: number
  readonly forward: boolean
}

/** A step of a scenario, as its file has it. */
export type ScenarioStep = Readonly<Record<string, unknown>>
