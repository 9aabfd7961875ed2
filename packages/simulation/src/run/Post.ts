/** A queue of tasks for the same people: those of some roles, or one person. */
import type { EventHeap } from "../kernel/EventHeap.ts"
import type { Task } from "./Task.ts"
import type { Worker } from "./Worker.ts"

export interface Queued {
  readonly task: Task
  readonly ticket: number
}

export interface Post {
  readonly key: string
  readonly workers: readonly Worker[]
  readonly queue: EventHeap<Queued>
}
