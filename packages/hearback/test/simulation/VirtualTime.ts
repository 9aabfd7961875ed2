/**
 * Simulated time of the machine: timers, `setImmediate` and `Date.now` of everything inside use one queue, so that
 * the order of events follows from its content, and an hour takes no time.
 *
 * Invariant: between two tasks of the queue nothing runs that does not wait for another task.
 */

/** Simulated time. */
export interface VirtualTime {
  /** Returns the current time.  Units: ms since 1970. */
  now(): number
  after(ms: number, run: () => void): void
  /** Runs everything that is due within a number of ms. */
  pass(ms: number): Promise<void>
  /**
   * Runs what is due, in order, until a promise is settled.  Errors: those of the promise; an error if nothing is
   * left to run.
   */
  until<T>(promise: Promise<T>): Promise<T>
}

interface Task {
  readonly at: number
  readonly run: () => void
  isCancelled: boolean
}

const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
  setImmediate: globalThis.setImmediate,
  clearImmediate: globalThis.clearImmediate
}
const realNow = Date.now
const realRandom = Math.random

/** Settles when nothing waits for something outside, such as a server; undefined if nothing does. */
export type Outside = () => Promise<void> | undefined

/** Runs something with virtual time and its own random numbers; nothing else may run at the same time. */
export const onVirtualTime = async <T>(
  start: number,
  random: () => number,
  run: (time: VirtualTime) => Promise<T>,
  outside: Outside = () => undefined
): Promise<T> => {
  let now = start
  let tasks: Task[] = []

  /**
   * Resolves when everything has run that waits for no task. Time stands still while something outside is awaited.
   */
  const othersHaveRun = async (): Promise<void> => {
    for (let waited: Promise<void> | undefined; ; await waited) {
      await new Promise((resolve) => real.setImmediate(resolve))
      waited = outside()
      if (waited === undefined) return
    }
  }

  const put = (ms: number, call: () => void): Task => {
    const task: Task = { at: now + Math.max(0, Math.trunc(ms)), run: call, isCancelled: false }
    // It comes after everything that is due at the same instant.
    let at = tasks.length
    while (at > 0 && (tasks[at - 1]?.at ?? 0) > task.at) at -= 1
    tasks.splice(at, 0, task)
    return task
  }
  const cancel = (handle: unknown): void => {
    if (typeof handle === "object" && handle !== null && "task" in handle) (handle.task as Task).isCancelled = true
  }
  const handleOf = (task: Task) => ({ task, ref() {}, unref() {}, hasRef: () => true, [Symbol.dispose]() {} })
  const repeat = (call: () => void, ms: number) => {
    const handle = { task: put(ms, () => {}), ref() {}, unref() {} }
    const again = (): void => {
      handle.task = put(ms, () => {
        again()
        call()
      })
    }
    cancel(handle)
    again()
    return handle
  }
  const step = async (until: number): Promise<boolean> => {
    tasks = tasks.filter(({ isCancelled }) => !isCancelled)
    const next = tasks[0]
    if (next === undefined || next.at > until) return false
    tasks.shift()
    now = next.at
    next.run()
    await othersHaveRun()
    return true
  }
  const time: VirtualTime = {
    now: () => now,
    after: (ms, call) => void put(ms, call),
    pass: async (ms) => {
      const until = now + ms
      await othersHaveRun()
      while (await step(until)) {}
      now = until
    },
    until: async (promise) => {
      let isSettled = false
      const settle = (): void => {
        isSettled = true
      }
      promise.then(settle, settle)
      await othersHaveRun()
      while (!isSettled) if (!(await step(Number.POSITIVE_INFINITY))) throw new Error("it waits for nothing")
      return promise
    }
  }

  Object.assign(globalThis, {
    setTimeout: (call: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
      handleOf(put(ms, () => call(...given))),
    setImmediate: (call: (...given: unknown[]) => void, ...given: unknown[]) => handleOf(put(0, () => call(...given))),
    setInterval: repeat,
    clearTimeout: cancel,
    clearInterval: cancel,
    clearImmediate: cancel
  })
  Date.now = () => now
  Math.random = random
  try {
    return await run(time)
  } finally {
    Object.assign(globalThis, real)
    Date.now = realNow
    Math.random = realRandom
  }
}
