/**
 * The machine's time, simulated: timers, `setImmediate` and `Date.now` of everything that runs within go through one
 * queue, so that the order of all that happens follows from what was put into it, and an hour takes no time.
 *
 * Invariant: between two tasks of the queue nothing runs that is not waiting for another task.
 */

export interface VirtualTime {
  /** Units: ms since 1970. */
  now(): number
  after(ms: number, run: () => void): void
  /** Runs everything that falls due within so many ms. */
  pass(ms: number): Promise<void>
  /** Runs what is due, in order, until a promise is settled.  Errors: those of the promise; where nothing is left to run. */
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

/** Settles when nothing waits for what is outside, such as a server; undefined where nothing does. */
export type Outside = () => Promise<void> | undefined

/** Runs something on virtual time, and on chance of its own; nothing else may run beside it. */
export const onVirtualTime = async <T>(
  start: number,
  random: () => number,
  run: (time: VirtualTime) => Promise<T>,
  outside: Outside = () => undefined
): Promise<T> => {
  let now = start
  let tasks: Task[] = []

  /** All that waits for no task has run when this resolves; time stands while something outside is waited for. */
  const othersHaveRun = async (): Promise<void> => {
    for (let waited: Promise<void> | undefined; ; await waited) {
      await new Promise((resolve) => real.setImmediate(resolve))
      waited = outside()
      if (waited === undefined) return
    }
  }

  const put = (ms: number, call: () => void): Task => {
    const task: Task = { at: now + Math.max(0, Math.trunc(ms)), run: call, isCancelled: false }
    // Behind all that is due at the same instant.
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
