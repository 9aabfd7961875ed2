/**
 * Decides who takes up which work and when: queues for roles and people, in the order of the discipline. Work stops
 * at the end of a shift and continues in the next; with pre-emption it stops for more urgent work.
 */

import { Calendar } from "@hearback/core"
import { makeEventHeap } from "../kernel/EventHeap.ts"
import type { Post, QueuedTask, SimulatedWorker, Task } from "../world/Scene.ts"
import { hasRoom, isOnShift } from "../world/Worker.ts"
import type { SimulatedWorld } from "../world/World.ts"

/** The queues of all work. */
export interface SimulatedDesk {
  /** Returns the queue of some people, always the same for the same people. */
  readonly postOf: (asking: { readonly roles: readonly string[]; readonly people: readonly string[] }) => Post
  readonly queue: (task: Task) => void
  /** Removes a task, whoever works on it. */
  readonly remove: (task: Task) => void
  /** Lets free people take up what waits. Returns whether anything was taken up. */
  readonly serve: () => boolean
}

/** What is done with tasks. The desk only decides when and by whom. */
export interface TaskHandling {
  /** Prepares the work; returns how much there is, or undefined if this person may not or need not do it. */
  readonly begin: (task: Task, worker: SimulatedWorker) => number | undefined
  readonly finish: (task: Task, worker: SimulatedWorker) => void
}

/** Returns names without repetition, in a fixed order; mostly there is one. */
const inOrder = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : [...new Set(names)].sort().join()

/** The most tasks at the head of a queue that are tried for one that a person may do. */
const deepest = 50

/** Makes the desk. */
export const makeDesk = (world: SimulatedWorld, handling: TaskHandling): SimulatedDesk => {
  const { workers, plan, events, observer } = world
  const posts = new Map<string, Post>()
  const fresh: Task[] = []
  const freed = new Set<SimulatedWorker>()

  const postOf: SimulatedDesk["postOf"] = ({ roles, people }) => {
    const key = `${inOrder(roles)}|${inOrder(people)}`
    const known = posts.get(key)
    if (known !== undefined) return known
    const meant = workers.filter(
      ({ id, actor }) => people.includes(id) || actor.roles.some((role) => roles.includes(role))
    )
    const post: Post = { key, workers: meant, queue: makeEventHeap<QueuedTask>() }
    for (const worker of meant) worker.posts.push(post)
    posts.set(key, post)
    return post
  }

  /**
   * Puts a task into its queue. A task that comes back keeps its place, because of equal tasks the first one comes
   * first.
   */
  const putIn = ({ queue: waiting }: Post, queued: QueuedTask): void =>
    waiting.push(queued.task.rank, queued, queued.task.sequence)

  const queue: SimulatedDesk["queue"] = (task) => {
    task.status = "queued"
    task.ticket += 1
    putIn(task.post, { task, ticket: task.ticket })
    fresh.push(task)
  }

  const isValid = ({ task, ticket }: QueuedTask): boolean => task.status === "queued" && task.ticket === ticket

  /** Returns the next task of a queue that still waits. */
  const head = ({ queue: waiting }: Post): QueuedTask | undefined => {
    for (;;) {
      const next = waiting.peek()
      if (next === undefined || isValid(next)) return next
      waiting.pop()
    }
  }

  const mayTake = (task: Task, worker: SimulatedWorker): boolean => {
    if (task.excluded?.has(worker) === true) return false
    const skill = plan.work.needs(task.work.gate, task.live.state.feedback.understanding?.category)
    return skill === undefined || worker.plan.skills.has(skill)
  }

  /** Returns the first task of a queue that a person may do; others keep their places. */
  const firstFor = (post: Post, worker: SimulatedWorker): Task | undefined => {
    const next = head(post)
    if (next === undefined || mayTake(next.task, worker)) return next?.task
    const passed: QueuedTask[] = []
    let found: Task | undefined
    for (let i = 0; i < deepest && found === undefined; i++) {
      const other = head(post)
      if (other === undefined) break
      if (mayTake(other.task, worker)) found = other.task
      else passed.push(post.queue.pop() as QueuedTask)
    }
    for (const one of passed) putIn(post, one)
    return found
  }

  const isBefore = (a: Task, b: Task): boolean => a.rank < b.rank || (a.rank === b.rank && a.sequence < b.sequence)

  const bestFor = (worker: SimulatedWorker): Task | undefined => {
    let best: Task | undefined
    for (const post of worker.posts) {
      const task = firstFor(post, worker)
      if (task !== undefined && (best === undefined || isBefore(task, best))) best = task
    }
    return best
  }

  const wakeAtShift = (worker: SimulatedWorker): void => {
    if (worker.wakeAt !== undefined) return
    const at = Calendar.nextOpen(worker.calendar, world.now)
    if (!Number.isFinite(at)) return
    worker.wakeAt = at
    events.push(at, () => {
      worker.wakeAt = undefined
      freed.add(worker)
    })
  }

  const start = (task: Task, worker: SimulatedWorker): boolean => {
    task.status = "working"
    task.ticket += 1
    const work = handling.begin(task, worker)
    // Beginning the work can end the task, or show that another person must do it.
    if (work === undefined) return false
    const { ticket } = task
    task.worker = worker
    task.startedAt = world.now
    task.firstStartedAt ??= world.now
    task.left = work
    worker.doing.add(task)
    observer.began?.(task, world.now)
    const ends = work <= 0 ? world.now : Calendar.add(worker.calendar, world.now, work)
    if (Number.isFinite(ends))
      events.push(ends, () => {
        if (task.ticket !== ticket || task.status !== "working") return
        leave(task, worker, true)
        handling.finish(task, worker)
      })
    return true
  }

  /** Ends a person's work on a task, because it is done or interrupted. */
  const leave = (task: Task, worker: SimulatedWorker, isDone: boolean): void => {
    const work = isDone ? task.left : Math.min(task.left, Calendar.between(worker.calendar, task.startedAt, world.now))
    worker.doing.delete(task)
    worker.freeSince = world.now
    task.worker = undefined
    task.left -= work
    freed.add(worker)
    observer.worked?.(task, worker, { from: task.startedAt, to: world.now, work, isDone })
  }

  const remove: SimulatedDesk["remove"] = (task) => {
    if (task.worker !== undefined) leave(task, task.worker, false)
    task.status = "gone"
    task.ticket += 1
  }

  /** Lets a person take up as much as they have room for. */
  const occupy = (worker: SimulatedWorker): boolean => {
    let any = false
    while (hasRoom(worker)) {
      if (!isOnShift(worker, world.now)) {
        if (worker.posts.some((post) => head(post) !== undefined)) wakeAtShift(worker)
        return any
      }
      const task = bestFor(worker)
      if (task === undefined) return any
      any = true
      start(task, worker)
    }
    return any
  }

  /**
   * Finds a person for a task: the one who has been free longest, else, with pre-emption, the one with the least
   * urgent work.
   */
  const place = (task: Task): boolean => {
    if (task.status !== "queued") return false
    let free: SimulatedWorker | undefined
    let weakest: Task | undefined
    for (const worker of task.post.workers) {
      if (!isOnShift(worker, world.now)) {
        wakeAtShift(worker)
        continue
      }
      if (!mayTake(task, worker)) continue
      if (hasRoom(worker)) {
        if (free === undefined || worker.freeSince < free.freeSince) free = worker
      } else if (plan.preemptive)
        for (const other of worker.doing)
          if (other.rank > task.rank && (weakest === undefined || isBefore(weakest, other))) weakest = other
    }
    if (free !== undefined) {
      start(task, free)
      return true
    }
    if (weakest?.worker === undefined) return false
    const { worker } = weakest
    leave(weakest, worker, false)
    freed.delete(worker)
    queue(weakest)
    start(task, worker)
    return true
  }

  return {
    postOf,
    queue,
    remove,
    serve: () => {
      let any = false
      for (const worker of freed) {
        freed.delete(worker)
        any = occupy(worker) || any
      }
      for (let task = fresh.shift(); task !== undefined; task = fresh.shift()) any = place(task) || any
      return any || freed.size > 0
    }
  }
}
