// Vitest ends its thread after each run, and a run is one mutant. Here the thread is kept, with all that it has loaded: to
// load the packages anew takes longer than most mutants' tests.
import { type PoolOptions, type PoolWorker, type TestProject, ThreadsPoolWorker } from "vitest/node"

interface Pool {
  readonly name: string
  readonly createPoolWorker: (options: PoolOptions) => PoolWorker
}

/** A mutant of whose tests nothing is heard for so long runs in a circle.  Units: µs of the processor, however loaded. */
const silence = 8_000_000

let kept: ThreadsPoolWorker | undefined

/** Returns a pool of one thread. A mutant that acts while modules load has a thread of its own, which loads them anew. */
export function keepThread(project: TestProject): Pool {
  return {
    name: "kept",
    createPoolWorker: (options) => {
      const { mutantActivation }: { mutantActivation?: string } = project.getProvidedContext()
      if (mutantActivation === "static") return worker(new ThreadsPoolWorker(options), "ends")
      if (kept !== undefined) return worker(kept, "runs")
      kept = new ThreadsPoolWorker(options)
      return worker(kept, "starts")
    }
  }
}

/** For Vitest a thread is started and stopped each time. `ends`: it is so; `starts`: it is started; `runs`: it runs already. */
function worker(thread: ThreadsPoolWorker, life: "starts" | "runs" | "ends"): PoolWorker {
  const listeners: ((message: unknown) => void)[] = []
  const tell = (type: "started" | "stopped") =>
    queueMicrotask(() => {
      for (const listener of listeners) listener({ type, __vitest_worker_response__: true })
    })
  let heard = process.cpuUsage()
  const hear = () => {
    heard = process.cpuUsage()
  }
  let watch: NodeJS.Timeout | undefined
  let isGone = false
  let config: unknown
  const look = (): void => {
    const { user, system } = process.cpuUsage(heard)
    if (user + system < silence) return
    clearInterval(watch)
    if (kept === thread) kept = undefined
    isGone = true
    // Its end is an error of the run, and so the mutant is noticed.
    void thread.stop()
  }
  return {
    name: "kept",
    start: async () => {
      if (life !== "runs") await thread.start()
      thread.on("message", hear)
    },
    stop: async () => {
      clearInterval(watch)
      if (isGone) return
      thread.off("message", hear)
      for (const listener of listeners) thread.off("message", listener)
      if (life === "ends") await thread.stop()
    },
    on: (event, listener) => {
      if (event === "message") listeners.push(listener)
      thread.on(event, listener)
    },
    off: (event, listener) => {
      if (!isGone) thread.off(event, listener)
    },
    send: (message) => {
      if (message.type === "start") ({ config } = message.context)
      if (isGone || (message.type === "stop" && life !== "ends")) tell("stopped")
      else if (message.type === "start" && life === "runs") tell("started")
      else if (message.type === "run") {
        hear()
        watch = setInterval(look, 250)
        // Which tests it is about stands in the settings, and these are known to the thread from its start.
        thread.send({ ...message, context: Object.assign(message.context, { config }) })
      } else thread.send(message)
    },
    deserialize: (data) => data
  }
}
