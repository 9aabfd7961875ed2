// Vitest ends its thread after each run, and a run is one mutant. Here the thread is kept with everything that it has
// loaded, since loading the packages again takes longer than most mutants' tests.
import { type PoolOptions, type PoolWorker, ThreadsPoolWorker } from "vitest/node"

/** The longest silence of tests without a mutant.  Units: µs of the processor, so that load does not count. */
let silence: number | undefined

let kept: ThreadsPoolWorker | undefined

/** A pool of one thread, for `poolRunner` of a project. */
export const keptThread = {
  name: "kept",
  createPoolWorker: (options: PoolOptions): PoolWorker => {
    const isNew = kept === undefined
    kept ??= new ThreadsPoolWorker(options)
    return worker(kept, isNew)
  }
}

/** Returns a worker that Vitest starts and stops for each run, on a thread that is started once and never stopped. */
function worker(thread: ThreadsPoolWorker, isNew: boolean): PoolWorker {
  const listeners: ((message: unknown) => void)[] = []
  const tell = (type: "started" | "stopped") =>
    queueMicrotask(() => {
      for (const listener of listeners) listener({ type, __vitest_worker_response__: true })
    })
  let config: unknown
  let isGone = false
  let watch: NodeJS.Timeout | undefined
  let heard = process.cpuUsage()
  const sinceHeard = () => {
    const { user, system } = process.cpuUsage(heard)
    return user + system
  }
  let isWithoutMutant = false
  const hear = () => {
    if (isWithoutMutant) silence = Math.max(silence ?? 0, sinceHeard())
    heard = process.cpuUsage()
  }
  /** Stops the thread after such a silence, since the mutant then loops forever. */
  const look = () => {
    if (sinceHeard() < (silence === undefined ? 8_000_000 : 2 * silence + 1_000_000)) return
    clearInterval(watch)
    kept = undefined
    isGone = true
    // The end of the thread is an error of the run, so the mutant is noticed.
    void thread.stop()
  }
  return {
    name: "kept",
    start: async () => {
      if (isNew) await thread.start()
      thread.on("message", hear)
    },
    stop: async () => {
      clearInterval(watch)
      if (!isGone) for (const listener of [hear, ...listeners]) thread.off("message", listener)
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
      if (message.type === "stop") tell("stopped")
      else if (message.type === "start" && !isNew) tell("started")
      else if (message.type === "run") {
        heard = process.cpuUsage()
        isWithoutMutant = Reflect.get(message.context.providedContext, "mode") === "dry-run"
        if (!isWithoutMutant) watch = setInterval(look, 250)
        // The tests of the run are named in the settings, which the thread knows only from its start.
        thread.send({ ...message, context: Object.assign(message.context, { config }) })
      } else if (!isGone) thread.send(message)
    },
    deserialize: (data) => data
  }
}
