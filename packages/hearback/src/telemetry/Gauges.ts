/** The gauges of a loop; each is one value of its health. */
import type { Health } from "../loop/Health.ts"

/** A gauge. */
export interface Gauge {
  readonly name: string
  /**
   * The unit as OpenTelemetry writes it: `s` for seconds, `{message}` for a number of messages, `1` for yes or no.
   */
  readonly unit: string
  readonly says: string
  /** Returns the value; undefined if there is none. */
  readonly of: (health: Health, now: number) => number | undefined
}

const seconds = (ms: number | null): number => (ms ?? 0) / 1000

/** All gauges. */
export const gauges: readonly Gauge[] = [
  {
    name: "due.lag",
    unit: "s",
    says: "How long the oldest due time is overdue without a process that was told the time",
    of: ({ timers }) => seconds(timers.oldestDueMs)
  },
  {
    name: "tick.age",
    unit: "s",
    says: "How long ago a process was last told the time",
    of: ({ timers }, now) => (timers.lastTickAt === null ? undefined : seconds(now - timers.lastTickAt.getTime()))
  },
  {
    name: "outbox.age",
    unit: "s",
    says: "How long the oldest message that may be sent has waited",
    of: ({ outbox }) => seconds(outbox.oldestMs)
  },
  { name: "outbox.waiting", unit: "{message}", says: "Messages that wait", of: ({ outbox }) => outbox.waiting },
  {
    name: "outbox.failing",
    unit: "{message}",
    says: "Waiting messages whose last attempt failed",
    of: ({ outbox }) => outbox.failing
  },
  { name: "outbox.dead", unit: "{message}", says: "Messages that were given up", of: ({ outbox }) => outbox.dead },
  {
    name: "intake.quarantined",
    unit: "{arrival}",
    says: "Arrivals in quarantine",
    of: ({ quarantine }) => quarantine
  },
  {
    name: "intake.received",
    unit: "{arrival}",
    says: "Arrivals that are stored and not decided yet",
    of: ({ received }) => received
  },
  {
    name: "keys.readable",
    unit: "1",
    says: "1 if the keys of customers can be read",
    of: ({ keys }) => (keys ? 1 : 0)
  }
]
