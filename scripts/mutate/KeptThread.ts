// Vitest ends its thread after each run, and a run is one mutant. Here the thread is kept, with all that it has loaded: to
// load the packages anew takes longer than most mutants' tests.
import { type PoolOptions, type PoolWorker, type TestProject, ThreadsPoolWorker } from "vitest/node"

interface Pool {
  readonly name: string
  readonly createPoolWorker: (options: PoolOptions) => PoolWorker
}

let kept: ThreadsPoolWorker | undefined

/** Returns a pool of one thread. A mutant that acts while modules load has a thread of its own, which loads them anew. */
export function keepThread(project: TestProject): Pool {
  return {
    name: "kept",
    createPoolWorker: (options) => {
      const given: object = project.getProvidedContext()
      const mutantActivation: unknown = Reflect.get(given, "mutantActivation")
      if (mutantActivation === "static") return Object.assign(new ThreadsPoolWorker(options), { name: "kept" })
      const isNew = kept === undefined
      kept ??= new ThreadsPoolWorker(options)
      return again(kept, isNew)
    }
  }
}

/** For Vitest a thread is started and stopped each time; a thread that is kept is so once, and never. */
function again(thread: ThreadsPoolWorker, isNew: boolean): PoolWorker {
  const listeners: ((message: unknown) => void)[] = []
  const answer = (type: "started" | "stopped") =>
    queueMicrotask(() => {
      for (const listener of listeners) listener({ type, __vitest_worker_response__: true })
    })
  return {
    name: "kept",
    start: () => (isNew ? thread.start() : Promise.resolve()),
    stop: async () => {
      for (const listener of listeners) thread.off("message", listener)
    },
    on: (event, listener) => {
      if (event === "message") listeners.push(listener)
      thread.on(event, listener)
    },
    off: (event, listener) => thread.off(event, listener),
    send: (message) => {
      if (message.type === "stop") answer("stopped")
      else if (message.type === "start" && !isNew) answer("started")
      else thread.send(message)
    },
    deserialize: (data) => data
  }
}
