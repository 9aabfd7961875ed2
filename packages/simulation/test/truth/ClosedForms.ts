/** Results of queueing theory compared with the simulator, for tests and for the long proof. */
import type { Simulation } from "../../src/model/Simulation.ts"
import type { EstimatedValue } from "../../src/statistic/Interval.ts"
import { crew, HOUR, queue, queuePolicy, surely } from "./Queue.ts"

interface Size {
  readonly replications: number
  readonly weeks: number
  readonly seed: number
}

/** A result of queueing theory. */
export interface ClosedForm {
  readonly name: string
  /** Returns what differs; undefined if the true value is in the interval. */
  readonly check: (size: Size) => string | undefined
}

const exponential = (hours: number) => ({ kind: "exponential", mean: hours * HOUR }) as const

const during = ({ weeks, seed }: Size, more: Simulation): Simulation => ({ weeks, seed, ...more })

const off = (what: string, truth: number, { value, halfWidth }: EstimatedValue): string | undefined =>
  Math.abs(value - truth) <= halfWidth
    ? undefined
    : `${what}: ${truth} lies outside ${value - halfWidth} to ${value + halfWidth}`

const firstOf = (...all: readonly (string | undefined)[]): string | undefined => all.find((one) => one !== undefined)

/** Returns Erlang's B, C and the mean wait for `c` servers that each serve `mu` an hour. */
const erlang = (lambda: number, mu: number, c: number) => {
  const a = lambda / mu
  let b = 1
  for (let k = 1; k <= c; k++) b = (a * b) / (k + a * b)
  const waits = (c * b) / (c - a * (1 - b))
  return { b, c: waits, wait: waits / (c * mu - lambda) }
}

/** Two levels before one server that takes an hour on average, each with its rate an hour. */
const byLevel = (
  size: Size,
  { strong, weak }: { readonly strong: number; readonly weak: number },
  staff: NonNullable<Simulation["staff"]>
): Simulation => {
  const { arrivals } = queue(strong + weak, [])
  return queue(
    strong + weak,
    [crew("served", 1)],
    during(size, {
      arrivals: {
        ...arrivals,
        texts: ["report", "invoice"],
        mix: { categories: { report: strong, billing: weak }, channels: { mail: 1 } }
      },
      work: { times: [{ time: exponential(1) }] },
      staff
    })
  )
}

const skipHours = 48
const wait = "gate\tserved"

/**
 * Returns the mean number and wait with patience from the balance of births and deaths.  Source: Erlang-A, Palm 1946.
 */
const erlangA = (lambda: number, mu: number, theta: number, c: number) => {
  const weights = [1]
  for (let n = 1; n < 400; n++)
    weights.push(((weights[n - 1] ?? 0) * lambda) / (Math.min(n, c) * mu + Math.max(0, n - c) * theta))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const queued = weights.reduce((sum, weight, n) => sum + (weight * Math.max(0, n - c)) / total, 0)
  return { leaving: (theta * queued) / lambda }
}

/** All results. */
export const closedForms: readonly ClosedForm[] = [
  {
    name: "M/M/3: the wait is that of Erlang's C",
    check: (size) => {
      const { c, wait: truth } = erlang(2.4, 1, 3)
      if (Math.abs(c - 0.647191) > 1e-6 || Math.abs(truth - 1.078652) > 1e-6) return `Erlang-C is ${c}, ${truth}`
      const work = { times: [{ time: exponential(1) }] }
      const of = surely(queuePolicy(), queue(2.4, [crew("served", 3)], during(size, { work })), { ...size, skipHours })
      return firstOf(
        off("the mean wait", truth, of("wait", wait)),
        off("busy servers", 0.8, of("utilisation", "", 1)),
        off("cases in hand", 2.4 * (truth + 1), of("in-hand", "", 1))
      )
    }
  },
  {
    name: "M/G/1: the wait is that of Pollaczek and Khinchine",
    check: (size) => {
      const [mean, deviation, lambda] = [0.5, 0.75, 1.2]
      const truth = (lambda * (mean ** 2 + deviation ** 2)) / (2 * (1 - lambda * mean))
      const time = { kind: "lognormal", mean: mean * HOUR, deviation: deviation * HOUR } as const
      const simulation = queue(lambda, [crew("served", 1)], during(size, { work: { times: [{ time }] } }))
      const of = surely(queuePolicy(), simulation, { ...size, skipHours })
      return off("the mean wait", truth, of("wait", wait))
    }
  },
  {
    name: "two queues in a row: each is as if it were alone",
    check: (size) => {
      const gates = ["first", "second"]
      const times = [
        { gate: "first", time: exponential(1 / 2) },
        { gate: "second", time: exponential(1 / 1.6) }
      ]
      const people = [crew("first", 1), crew("second", 1)]
      const of = surely(queuePolicy(gates), queue(1, people, during(size, { work: { times } })), { ...size, skipHours })
      const alone = (mu: number) => 1 / (mu - 1) - 1 / mu
      return firstOf(
        off("the wait at the first", alone(2), of("wait", "gate\tfirst")),
        off("the wait at the second", alone(1.6), of("wait", "gate\tsecond"))
      )
    }
  },
  {
    name: "priorities: each level waits as Cobham says, and together as without them",
    check: (size) => {
      const [strong, weak, mean] = [0.3, 0.4, 1]
      const load = (strong + weak) * mean ** 2
      const truth = {
        P2: load / (1 - strong * mean),
        P3: load / ((1 - strong * mean) * (1 - (strong + weak) * mean))
      }
      const simulation = byLevel(size, { strong, weak }, { discipline: "priority" })
      const of = surely(queuePolicy(), simulation, { ...size, skipHours })
      return firstOf(
        off("the wait of the strong", truth.P2, of("wait", `${wait}\tgrade\tP2`)),
        off("the wait of the weak", truth.P3, of("wait", `${wait}\tgrade\tP3`)),
        // By the conservation law, what one gains the other loses.
        off("the wait of all", load / (1 - (strong + weak) * mean), of("wait", wait))
      )
    }
  },
  {
    name: "pre-emption: the strong never wait for the weak, who go on where they stopped",
    check: (size) => {
      const [strong, weak] = [0.3, 0.3]
      // With mean 1 and exponential, half of the mean square is 1.
      const time = (before: number, own: number) => (1 - own + own) / ((1 - before) * (1 - own))
      const simulation = byLevel(size, { strong, weak }, { discipline: "priority", preemptive: true })
      const of = surely(queuePolicy(), simulation, { ...size, skipHours })
      return firstOf(
        off("the time of the strong", time(0, strong), of("time-to-answer", "grade\tP2")),
        off("the time of the weak", time(strong, strong + weak), of("time-to-answer", "grade\tP3"))
      )
    }
  },
  {
    name: "patience: as many leave as Erlang's A says",
    check: (size) => {
      const { leaving } = erlangA(2.4, 1, 0.5, 2)
      const customers = {
        patience: { lasts: exponential(2), until: "begun", reaction: { leaves: 1 } }
      } as const
      const simulation = queue(
        2.4,
        [crew("served", 2)],
        during(size, { customers, work: { times: [{ time: exponential(1) }] } })
      )
      const of = surely(queuePolicy(), simulation, { ...size, skipHours })
      return off("customers who leave", leaving, of("lost", "", 1))
    }
  }
]
