/**
 * Cases, tasks, queues and people of a running replication. The types refer to each other, so they are in one file.
 * Finished ones are dropped, so memory does not grow with time.
 */
import type { Actor, Bundle, Calendar, Case, Fact, Work } from "@hearback/core"
import type { EventHeap } from "../kernel/EventHeap.ts"
import type { CausePlan, WorkerPlan } from "../model/Plan.ts"
import type { Entity } from "../random/Chance.ts"

/** A running fault: it brings cases until it is prevented. */
export interface CauseUnderWay {
  readonly cause: CausePlan
  readonly entity: Entity
  isLive: boolean
}

/** The customer of a case, with what is on file of them. */
interface CustomerOnFile {
  readonly id: string
  readonly language?: Bundle.Language
  readonly facts?: Readonly<Record<string, Fact.FactValue>>
}

/** A case of the simulation. */
export interface LiveCase {
  readonly id: string
  readonly entity: Entity
  readonly customer: CustomerOnFile
  readonly text: string
  readonly channel: string
  /** The fault that caused it. */
  readonly fault: CauseUnderWay | undefined
  /** Whether it was split off another one. */
  readonly isPart: boolean
  /** Whether it arrived in the counted window. */
  readonly isCounted: boolean
  state: Case.Case
  commands: number
  tasks: Task[]
  /** The number of draws so far, by purpose. */
  readonly draws: Map<string, number>
  /** When it ticks next. */
  timerAt: number
  /** The instants of ticks that are in the queue. */
  readonly timers: Set<number>
  /** The number of acts that its customer will still do. */
  pending: number
  /** Replies that its customer has decided on, by what they answer. */
  readonly replies: Set<string>
  /** Work that is done and only waits for approval of money. */
  readonly prepared: Set<string>
  compensation: "open" | "decided"
  /** Waits of the work at a gate; other work continues. */
  wait: Wait | undefined
  /** Tasks for which it was decided whether something else is done first. */
  considered: Set<string> | undefined
  /** Deadlines that are watched, by clock. */
  dues: Map<string, number> | undefined
  isBegun: boolean
  isAnswered: boolean
  /** Whether it has been closed once, whatever came after. */
  wasClosed: boolean
  /** Clocks whose miss is counted. */
  readonly missed: Set<string>
  /** When approvals were requested. */
  readonly asked: Map<string, { readonly at: number; readonly of: string }>
  /** The groups in which it is counted, and the values that decide them. */
  groups: readonly string[]
  groupedBy: GroupedBy | undefined
}

/** What the groups of a case depend on, beside its channel. */
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

/** Something to do on a case, and who does it. */
export interface Task {
  readonly key: string
  readonly live: LiveCase
  readonly work: Work.OpenWork
  /** How often its gate had been sent back, and opened again, when the task began. */
  readonly rounds: number
  readonly reopened: number
  /** The people who were asked for it last. */
  asked: Work.AskedPeople
  readonly createdAt: number
  /** The order of its creation: of equal tasks the first one comes first. */
  readonly sequence: number
  post: Post
  /** The rank; a smaller one is taken up earlier. */
  rank: number
  /** `stuck`: none of the people who are asked may do it, until something happens on the case. */
  status: "queued" | "working" | "stuck" | "gone"
  /** Counts changes of the task's entries in queues, to recognise outdated ones. */
  ticket: number
  /** The people who may not do it. */
  excluded: Set<SimulatedWorker> | undefined
  /** The total duration, once it is drawn, and what is left of it. */
  duration: number | undefined
  left: number
  worker: SimulatedWorker | undefined
  startedAt: number
  firstStartedAt: number | undefined
}

/** An entry of a queue; outdated once the task has another ticket. */
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

/** A person who works. */
export interface SimulatedWorker {
  readonly plan: WorkerPlan
  readonly id: string
  readonly actor: Actor.PersonActor
  readonly calendar: Calendar.Calendar
  /** Absences and sickness, in order. */
  readonly spells: readonly Calendar.Interval[]
  readonly posts: Post[]
  readonly doing: Set<Task>
  /** Since when they are free: the person who has been free longest is next. */
  freeSince: number
  /** When they look at their queues next, because a shift begins. */
  wakeAt: number | undefined
  /** Whether they work now, and until when that holds. */
  isOnShift: boolean
  holdsUntil: number
}
