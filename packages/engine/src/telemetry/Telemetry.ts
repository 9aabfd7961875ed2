/**
 * The port to whoever watches the engine at work. What is told of has a fixed name and a few words of the engine and the
 * policy: a command, a rule, a channel, the hash of the policy. Nothing that a person wrote or that names a customer is told.
 */

/** Pieces of work, each of which is timed. */
export const activities = ["command", "intake", "tick", "delivery", "call"] as const
export type Activity = (typeof activities)[number]

/** What is counted one by one. */
export const counters = ["conflict", "promise", "arrival"] as const
export type CounterName = (typeof counters)[number]

/** Words and numbers about a piece of work, by their names. */
export type Attributes = Readonly<Record<string, string | number | boolean>>

/** How a piece of work is told of while it runs. */
export interface RunningActivity {
  /** Says more about it. Those named `outcome`, and what was known at its beginning, tell counts apart. */
  readonly add: (attributes: Attributes) => void
}

export interface Telemetry {
  /**
   * Runs a piece of work. Where it throws, that is told and thrown on. `from`: the trace that it goes on with, as `trace` gave
   * it where the work was put off.
   */
  during<T>(
    activity: Activity,
    attributes: Attributes,
    work: (running: RunningActivity) => Promise<T>,
    from?: string
  ): Promise<T>
  count(counter: CounterName, attributes: Attributes): void
  /** The trace that is being followed now, as W3C Trace Context writes it (`traceparent`); undefined where there is none. */
  trace(): string | undefined
}

const unheard: RunningActivity = { add: () => {} }

/** Tells nobody. */
export const silent: Telemetry = {
  during: (_, __, work) => work(unheard),
  count: () => {},
  trace: () => undefined
}
