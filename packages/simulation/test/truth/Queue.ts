/** A policy with one gate, which is as simple as a queue in a textbook, run by the whole simulator. */
import { type Bundle, Policy, Zone } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import type { ReplicationOutcome } from "../../src/figure/Outcome.ts"
import type { Simulation } from "../../src/model/Simulation.ts"
import type { Staff, Worker } from "../../src/model/Staff.ts"
import { prepare } from "../../src/replicate/PreparedSimulation.ts"
import { type EstimatedValue, type RatioPart, ratioOver } from "../../src/statistic/Interval.ts"

/** An hour in ms. */
export const HOUR = 3_600_000

/** Returns a policy in which a complaint passes these gates, one after another, each by a role of its name. */
export const queuePolicy = (
  gates: readonly string[] = ["served"],
  more: Partial<Bundle.Bundle> = {}
): Policy.Policy => {
  const made = Build.bundle({
    firstOwner: [],
    takeUp: "never",
    limits: [],
    openWhen: "never",
    clocks: { told: { within: Build.hours(8) } },
    grading: {
      priority: { levels: ["P2", "P3"], rules: [{ when: { category: "report" }, gives: "P2" }, { gives: "P3" }] }
    },
    messages: [],
    loops: {
      complaint: {
        when: { kind: "complaint" },
        customer: Object.fromEntries(
          gates.map((gate, i) => [
            gate,
            { kind: "record" as const, by: [gate], after: i === 0 ? [] : [gates[i - 1] ?? ""] }
          ])
        ),
        system: {},
        reopen: {}
      }
    }
  })
  return Policy.load({
    ...made,
    zone: "UTC",
    zones: { ...made.zones, UTC: Zone.utc },
    roles: Object.fromEntries(gates.map((gate) => [gate, {}])),
    loops: made.loops.filter(({ name }) => name === "complaint"),
    clocks: [],
    alarms: [],
    endings: [{ name: "withdrawn", path: "endings.withdrawn", by: ["customer"], fields: [], closes: "both-loops" }],
    problems: { same: [], within: { _tag: "Civil", months: 0, days: 1 } },
    ...more
  })
}

/** A calendar that is open round the clock, every day. */
const always = { weekly: Array.from({ length: 7 }, () => [[0, 1440]] as const), zone: "UTC" }

/** Returns people with a role. */
export const crew = (role: string, count: number, more: Partial<Worker> = {}): Worker => ({
  id: role,
  roles: [role],
  count,
  shift: always,
  ...more
})

/** Returns random arrivals round the clock. */
export const arriving = (perHour: number): NonNullable<Simulation["arrivals"]> => ({
  perDay: perHour * 24,
  profile: new Array<number>(168).fill(1),
  texts: ["report"],
  mix: { channels: { mail: 1 } }
})

/** Returns a simulation of a queue. */
export const queue = (
  perHour: number,
  people: readonly Worker[],
  more: Simulation & { readonly staff?: Omit<Staff, "people"> } = {}
): Simulation => ({
  arrivals: arriving(perHour),
  ...more,
  staff: { ...more.staff, people }
})

/** One piece of work that was done. */
interface Served {
  readonly gate: string
  readonly case: string
  readonly came: number
  readonly began: number
  readonly duration: number
}

/** Runs a replication and returns every piece of work, in the order of arrival. */
export const served = (policy: Policy.Policy, simulation: Simulation, replication = 0) => {
  const all: Served[] = []
  const { run, plan } = prepare({ policy, simulation })
  const outcome = run(replication, plan.from, {
    began: ({ live, work, createdAt, duration = 0 }, now) =>
      void all.push({ gate: work.gate ?? "", case: live.id, came: createdAt, began: now, duration })
  })
  return { outcome, plan, all: all.sort((a, b) => a.came - b.came) }
}

/** Returns a figure of an outcome. */
export const figureIn = (outcome: ReplicationOutcome, metric: string, about = ""): RatioPart => {
  const found = outcome.figures.find((one) => one.metric === metric && one.about === about)
  return { sum: found?.sum ?? 0, of: found?.of ?? 0 }
}

/** Runs replications and returns a figure with its 99.9% interval. */
export const surely = (
  policy: Policy.Policy,
  simulation: Simulation,
  { replications, skipHours = 0 }: { readonly replications: number; readonly skipHours?: number }
) => {
  const { run, plan } = prepare({ policy, simulation })
  const outcomes = Array.from({ length: replications }, (_, i) => run(i, plan.from + skipHours * HOUR))
  return (metric: string, about = "", per = HOUR): EstimatedValue => {
    const parts = outcomes.map((outcome) => figureIn(outcome, metric, about))
    const { value, halfWidth } = ratioOver(parts, 0.999)
    return { value: value / per, halfWidth: halfWidth / per }
  }
}
