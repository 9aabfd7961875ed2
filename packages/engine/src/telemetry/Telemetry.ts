/**
 * The port for telemetry. What is reported has a fixed name and a few words of the engine and the policy: a command, a
 * rule, a channel, the hash of the policy. Nothing that a person wrote or that names a customer is reported.
 */

/** The names of activities, each of which is timed. */
export const activities = ["command", "intake", "tick", "delivery", "call"] as const
/** The name of an activity. */
export type Activity = (typeof activities)[number]

/** The names of what is counted. */
export const counters = ["conflict", "promise", "arrival"] as const
/** The name of what is counted. */
export type CounterName = (typeof counters)[number]

/** Words and numbers about an activity, by name. */
export type Attributes = Readonly<Record<string, string | number | boolean>>

/** A running activity. */
export interface RunningActivity {
  /** Adds attributes. `outcome`, and attributes given at the beginning, distinguish counts. */
  readonly add: (attributes: Attributes) => void
}

/** Reports activities and counts. */
export interface Telemetry {
  /**
   * Runs and reports an activity. An error is reported and thrown again. `from`: the trace that it continues, as
   * `trace` returned it when the work was put off.
   */
  during<T>(
    activity: Activity,
    attributes: Attributes,
    work: (running: RunningActivity) => Promise<T>,
    from?: string
  ): Promise<T>
  count(counter: CounterName, attributes: Attributes): void
  /** Returns the present trace, as W3C Trace Context writes it (`traceparent`); undefined if there is none. */
  trace(): string | undefined
}

/** Returns telemetry that names the tenant in every activity and every count. */
export const ofTenant = (telemetry: Telemetry, tenant: string): Telemetry => ({
  during: (activity, attributes, work, from) => telemetry.during(activity, { tenant, ...attributes }, work, from),
  count: (counter, attributes) => telemetry.count(counter, { tenant, ...attributes }),
  trace: telemetry.trace
})

const unheard: RunningActivity = { add: () => {} }

/** Telemetry that reports nothing. */
export const silent: Telemetry = {
  during: (_, __, work) => work(unheard),
  count: () => {},
  trace: () => undefined
}
