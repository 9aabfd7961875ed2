/**
 * Cases, tasks, queues and people while a replication runs. The types name each other, so they stand in one file. What is
 * over is dropped, so memory does not grow with the past.
 */
import type { Actor, Bundle, Calendar, Case, Fact, Work } from "@hearback/core"
import type { EventHeap } from "../kernel/EventHeap.ts"
import type { CausePlan, WorkerPlan } from "../model/Plan.ts"
import type { Entity } from "../random/Chance.ts"

/** A fault under way: it brings cases until it is prevented. */
export interface CauseUnderWay {
  readonly cause: CausePlan
  readonly entity: Entity
  isLive: boolean
}

/** Whoever a case is of, with what is on file of them. */
interface CustomerOnFile {
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
  readonly fault: CauseUnderWay | undefined
  /** It was split off another one. */
  readonly isPart: boolean
  /** It arrived in the time that is looked at. */
  readonly isCounted: boolean
  state: Case.Case
  commands: number
  tasks: Task[]
  /** Numbers drawn so far, by purpose. */
  readonly draws: Map<string, number>
  /** When it is told the time next. */
  timerAt: number
  /** The instants for which that is in the queue. */
  readonly timers: Set<number>
  /** Things that its customer is still to do. */
  pending: number
  /** Replies that its customer has decided on, by what they answer. */
  readonly replies: Set<string>
  /** Work that is done and waits for approval of money alone. */
  readonly prepared: Set<string>
  compensation: "open" | "decided"
  /** What the work at a gate waits for; the others go on. */
  wait: Wait | undefined
  /** Tasks before which it is decided whether something else is done first. */
  considered: Set<string> | undefined
  /** Deadlines that are watched, by clock. */
  dues: Map<string, number> | undefined
  isBegun: boolean
  isAnswered: boolean
  /** It has been closed once, whatever came after. */
  wasClosed: boolean
  /** Clocks of which a miss is counted. */
  readonly missed: Set<string>
  /** When approvals were asked for. */
  readonly asked: Map<string, { readonly at: number; readonly of: string }>
  /** The groups that it is counted in, and the grades that they go by. */
  groups: readonly string[]
  groupedBy: GroupedBy | undefined
}

/** What the groups of a case go by, beside its channel. */
interface GroupedBy {
  readonly level: string | undefined
  readonly category: string | undefined
  readonly loop: string | undefined
  readonly owner: string
}

/** A wait for somebody else before work at a gate. */
export interface Wait {
  readonly gate: string
  readonly worker: SimulatedWorker
  readonly since: number
}

/** One thing that there is to do on a case, and who does it. */
export interface Task {
  readonly key: string
  readonly live: LiveCase
  readonly work: Work.OpenWork
  /** How often its gate had been sent back, and opened again, when it came to be. */
  readonly rounds: number
  readonly reopened: number
  /** Who was asked for it last. */
  asked: Work.AskedPeople
  readonly createdAt: number
  /** Of tasks that rank alike the one that came first is first. */
  readonly sequence: number
  post: Post
  /** The smaller is taken up earlier. */
  rank: number
  /** `stuck`: nobody who is asked may do it, until something happens on the case. */
  status: "queued" | "working" | "stuck" | "gone"
  /** Counts changes of what stands in the queue, so that what is out of date is known there. */
  ticket: number
  /** Whoever was found not to be allowed to do it. */
  excluded: Set<SimulatedWorker> | undefined
  /** What it takes in all, once that is drawn, and what of it is left. */
  duration: number | undefined
  left: number
  worker: SimulatedWorker | undefined
  startedAt: number
  firstStartedAt: number | undefined
}

/** What stands in a queue; out of date once the ticket of the task is another. */
export interface QueuedTask {
  readonly task: Task
  readonly ticket: number
}

/** A queue of tasks for the same people: those of some roles, or one person. */
export interface Post {
  readonly key: string
  readonly workers: readonly SimulatedWorker[]
  readonly queue: EventHeap<QueuedTask>
}

/** Somebody who works. */
export interface SimulatedWorker {
  readonly plan: WorkerPlan
  readonly id: string
  readonly actor: Actor.PersonActor
  readonly calendar: Calendar.Calendar
  /** Leave and sickness, in order. */
  readonly spells: readonly Calendar.Interval[]
  readonly posts: Post[]
  readonly doing: Set<Task>
  /** Of those who are free, whoever has been so longest is next. */
  freeSince: number
  /** When they look at their queues next because a shift begins. */
  wakeAt: number | undefined
  /** Whether they work now, and until when that holds. */
  isOnShift: boolean
  holdsUntil: number
}
