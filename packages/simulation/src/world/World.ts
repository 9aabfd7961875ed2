/** What the parts of one replication share: the time, what is still to happen, the cases, and whoever looks on. */

import type { Actor, Case, Command, Step } from "@hearback/core"
import { type EventHeap, makeEventHeap } from "../kernel/EventHeap.ts"
import type { Plan } from "../model/Plan.ts"
import { type Chance, type Entity, makeChance } from "../random/Chance.ts"
import { makeDirectory, type StaffDirectory } from "./Directory.ts"
import type { LiveCase, SimulatedWorker, Task } from "./Scene.ts"
import { makeWorker } from "./Worker.ts"

/** Whoever looks on: figures, logs, and comparisons. Nothing here changes what happens. */
export interface Observer {
  /** A case that a command was given on, or to which something happened without one; with the events that came of it. */
  readonly decided?: (live: LiveCase, command: Command.Command | undefined, step: Step.Step, now: number) => void
  readonly event?: (live: LiveCase, event: Case.CaseEvent, now: number) => void
  /** Somebody has worked on a task: to its end, or until something stronger came. */
  readonly worked?: (task: Task, worker: SimulatedWorker, spell: Worked) => void
  readonly began?: (task: Task, now: number) => void
  /** A task is there, or done, or not needed any more. */
  readonly waits?: (by: 1 | -1, now: number) => void
  readonly refused?: (task: Task, reasons: readonly string[], isStuck: boolean) => void
  /** Somebody was refused what they did beside their tasks. */
  readonly rejected?: (live: LiveCase, command: Command.Command, reasons: readonly string[]) => void
  /** The work at a gate has waited for somebody else. */
  readonly waited?: (live: LiveCase, gate: string, length: number) => void
  readonly replied?: (live: LiveCase, gate: string, after: number) => void
  readonly lost?: (live: LiveCase) => void
  readonly finished?: (live: LiveCase, now: number) => void
}

export interface Worked {
  readonly from: number
  readonly to: number
  /** How much work was done.  Units: ms of working hours. */
  readonly work: number
  readonly isDone: boolean
}

export interface SimulatedWorld {
  readonly plan: Plan
  readonly chance: Chance
  readonly events: EventHeap<() => void>
  readonly cases: Map<string, LiveCase>
  readonly byCustomer: Map<string, Set<LiveCase>>
  readonly workers: readonly SimulatedWorker[]
  readonly directory: StaffDirectory
  readonly observer: Observer
  now: number
  /** From then on nothing new comes to be counted. */
  readonly until: number
  /** Counted cases of which the customer still waits. */
  owed: number
  commands: number
}

/** What is given to a case, and by whom. */
export interface CommandByActor {
  readonly command: Command.Command
  readonly actor: Actor.Actor
  /** When it happened, where that was before now. */
  readonly occurredAt?: number
}

const WEEK = 7 * 86_400_000

/** How long a replication goes on at most, after what is counted has arrived: as long again, but four to eight weeks. */
const lastOf = ({ from, until }: Plan): number => until + Math.min(8 * WEEK, Math.max(4 * WEEK, until - from))

export const makeWorld = (plan: Plan, replication: number, observer: Observer): SimulatedWorld => {
  const chance = makeChance(plan.seed, replication)
  const span = { chance, from: plan.from, to: lastOf(plan) }
  const workers = plan.workers.map((one) => makeWorker(one, plan.policy, span))
  return {
    plan,
    chance,
    events: makeEventHeap(),
    cases: new Map(),
    byCustomer: new Map(),
    workers,
    directory: makeDirectory(workers, plan.policy),
    observer,
    now: plan.from,
    until: plan.until,
    owed: 0,
    commands: 0
  }
}

export const endsAt = ({ plan }: SimulatedWorld): number => lastOf(plan)

/** Returns a random number for one case and one purpose. */
export const drawFor = (
  { chance }: SimulatedWorld,
  { entity }: { readonly entity: Entity },
  purpose: string,
  index = 0
): number => chance.of(entity, purpose, index)
