/** An observer of a loop: it is told of each piece of work, and can read all gauges. */
import { type Activity, type Attributes, type CounterName, silent, type Telemetry } from "@hearback/engine"
import type { Gauge } from "./Gauges.ts"

/** The values of all gauges of a tenant. */
export interface Readings {
  readonly tenant: string
  readonly values: readonly (readonly [gauge: Gauge, value: number])[]
}

/** An observer of a loop. */
export interface Watcher extends Telemetry {
  /** Starts to read the values of a loop when it is opened. Returns a function that stops it, which is called at its close. */
  observe(read: () => Promise<Readings>): () => void
}

/** The description of each duration, for operators. */
export const activitySays: Readonly<Record<Activity, string>> = {
  command: "Commands on cases, from the call to the commit",
  intake: "Feedback taken in, from the call to its outcome",
  tick: "Being told the time",
  delivery: "Messages and commands of the outbox",
  call: "Calls of adapters: the store, the keys, channels, the directory"
}

/** The description of each counter, for operators. */
export const counterSays: Readonly<Record<CounterName, string>> = {
  conflict: "Decisions that were made again, because another process was faster",
  promise: "Deadlines that were kept, and deadlines that were missed",
  arrival: "Feedback by what became of it"
}

/**
 * Returns the attributes that distinguish metrics. A case id, the hash of a policy or a count would make a new metric
 * for each value.
 */
export const measured = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => distinguishing.has(name)))

const distinguishing: ReadonlySet<string> = new Set([
  "tenant",
  "command",
  "outcome",
  "refusal",
  "rule",
  "channel",
  "port",
  "operation",
  "adapter",
  "clock",
  "kept"
])

/** Returns the code of an error, because its other content can be personal. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "error"

/** Combines several observers. The first has the outermost span. */
export const several = (watchers: readonly Watcher[]): Watcher => {
  const [only, ...others] = watchers
  if (only === undefined) return { ...silent, observe: () => () => {} }
  if (others.length === 0) return only
  const rest = several(others)
  return {
    during: (activity, attributes, work, from) =>
      only.during(
        activity,
        attributes,
        (outer) =>
          rest.during(
            activity,
            attributes,
            (inner) =>
              work({
                add: (more) => {
                  outer.add(more)
                  inner.add(more)
                }
              }),
            from
          ),
        from
      ),
    count: (counter, attributes) => {
      only.count(counter, attributes)
      rest.count(counter, attributes)
    },
    trace: () => only.trace() ?? rest.trace(),
    observe: (read) => {
      const stops = [only.observe(read), rest.observe(read)]
      return () => {
        for (const stop of stops) stop()
      }
    }
  }
}
