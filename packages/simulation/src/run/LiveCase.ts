/** A case while something may still happen to it. What is over is dropped, so memory does not grow with the past. */
import { type Bundle, Case, type Fact } from "@hearback/core"
import type { Entity } from "../random/Chance.ts"
import type { Fault } from "./Fault.ts"
import type { Task } from "./Task.ts"

/** Whoever a case is of, with what is on file of them. */
export interface CustomerOnFile {
  readonly id: string
  readonly language?: Bundle.Language
  readonly facts?: Readonly<Record<string, Fact.FactValue>>
}

export interface LiveCase {
  readonly id: string
  readonly entity: Entity
  readonly customer: CustomerOnFile
  readonly text: string
  readonly channel: string
  /** The fault that brought it. */
  readonly fault: Fault | undefined
  /** It arrived in the time that is looked at. */
  readonly isCounted: boolean
  state: Case.Case
  commands: number
  tasks: Task[]
  /** Numbers drawn so far, by purpose. */
  readonly draws: Map<string, number>
  /** When it is told the time next. */
  timerAt: number
  /** Things that its customer is still to do. */
  pending: number
  /** Replies that its customer has decided on, by what they answer. */
  readonly replies: Set<string>
  /** Work that is done and waits for approval of money alone. */
  readonly prepared: Set<string>
  compensation: "open" | "decided"
  isBegun: boolean
  isAnswered: boolean
  isInHand: boolean
  isOpen: boolean
  /** Clocks of which a miss is counted. */
  readonly missed: Set<string>
  /** When approvals were asked for. */
  readonly asked: Map<string, number>
  /** The groups that it is counted in, and the grades that they go by. */
  groups: readonly string[]
  groupedBy: unknown
}

export type Opening = Pick<LiveCase, "id" | "entity" | "customer" | "text" | "channel" | "fault" | "isCounted">

export const makeLiveCase = (opening: Opening): LiveCase => ({
  ...opening,
  state: Case.empty(opening.id),
  commands: 0,
  tasks: [],
  draws: new Map(),
  timerAt: Number.POSITIVE_INFINITY,
  pending: 0,
  replies: new Set(),
  prepared: new Set(),
  compensation: "open",
  isBegun: false,
  isAnswered: false,
  isInHand: false,
  isOpen: false,
  missed: new Set(),
  asked: new Map(),
  groups: [],
  groupedBy: undefined
})

/** Counts one more draw of a purpose. */
export const nextDraw = (live: LiveCase, purpose: string): number => {
  const n = live.draws.get(purpose) ?? 0
  live.draws.set(purpose, n + 1)
  return n
}
