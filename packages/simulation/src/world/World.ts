/** What the parts of one replication share: the time, future events, the cases, and the observer. */

import type { Actor, Case, Command, Step } from "@hearback/core"
import { type EventHeap, makeEventHeap } from "../kernel/EventHeap.ts"
import type { Plan } from "../model/Plan.ts"
import { type Chance, type Entity, makeChance } from "../random/Chance.ts"
import { makeDirectory, type StaffDirectory } from "./Directory.ts"
import type { LiveCase, SimulatedWorker, Task } from "./Scene.ts"
import { makeWorker } from "./Worker.ts"

/** An observer: figures, logs, and comparisons. It has no effect on what happens. */
export interface Observer {
  /**
   * Called with a case that got a command, or to which something happened without one, and with the resulting events.
   */
  readonly decided?: (live: LiveCase, command: Command.Command | undefined, step: Step.Step, now: number) => void
  readonly event?: (live: LiveCase, event: Case.CaseEvent, now: number) => void
  /** Called when a person has worked on a task, to its end or until more urgent work came. */
  readonly worked?: (task: Task, worker: SimulatedWorker, spell: Worked) => void
  readonly began?: (task: Task, now: number) => void
  /** Called when a task begins, is done, or is not needed any more. */
  readonly waits?: (by: 1 | -1, now: number) => void
  readonly refused?: (task: Task, reasons: readonly string[], isStuck: boolean) => void
  /** Called when an act of a person beside their tasks was refused. */
  readonly rejected?: (live: LiveCase, command: Command.Command, reasons: readonly string[]) => void
  /** Called when work at a gate has waited for somebody else. */
  readonly waited?: (live: LiveCase, gate: string, length: number) => void
  readonly replied?: (live: LiveCase, gate: string, after: number) => void
  readonly lost?: (live: LiveCase) => void
  readonly finished?: (live: LiveCase, now: number) => void
}

/** A period of work on a task. */
export interface Worked {
  readonly from: number
  readonly to: number
  /** How much work was done.  Units: ms of working hours. */
  readonly work: number
  readonly isDone: boolean
}

/** The state of one replication. */
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
  /** The instant from which nothing new is counted. */
  readonly until: number
  /** The number of counted cases whose customers still wait. */
  owed: number
  commands: number
}

/** A command with its actor. */
export interface CommandByActor {
  readonly command: Command.Command
  readonly actor: Actor.Actor
  /** When it happened, if that was before now. */
  readonly occurredAt?: number
}

const WEEK = 7 * 86_400_000

/** Returns the latest end of a replication: after the counted arrivals as long again, but four to eight weeks. */
const lastOf = ({ from, until }: Plan): number => until + Math.min(8 * WEEK, Math.max(4 * WEEK, until - from))

/** Makes the state of a replication. */
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

/** Returns the latest end of a replication. */
export const endsAt = ({ plan }: SimulatedWorld): number => lastOf(plan)

/** Returns a random number for one case and one purpose. */
export const drawFor = (
  { chance }: SimulatedWorld,
  { entity }: { readonly entity: Entity },
  purpose: string,
  index = 0
): number => chance.of(entity, purpose, index)
