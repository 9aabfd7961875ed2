/** A subject that is ready to run: a replication gives its outcome by its number, wherever it runs. */
import { complete } from "../complete/Completion.ts"
import { withoutNotices } from "../complete/Notices.ts"
import type { ReplicationOutcome } from "../figure/Outcome.ts"
import { finish, type Turns } from "../kernel/Turns.ts"
import type { Plan } from "../model/Plan.ts"
import type { Replications } from "../model/Simulation.ts"
import type { SimulationSubject } from "../model/Subject.ts"
import { average } from "../statistic/Interval.ts"
import { warmUpLength } from "../statistic/Series.ts"
import type { Stopping } from "../statistic/Stopping.ts"
import type { Observer } from "../world/World.ts"
import { runOnce, tryOnce } from "./ReplicationRun.ts"
import { settled } from "./UsualArrivals.ts"

const DAY = 86_400_000

/** A subject that is ready to run. */
export interface PreparedSimulation {
  readonly plan: Plan
  readonly stopping: Stopping
  /** The pilot replications, which show how long the beginning lasts; none if that is given. */
  readonly pilots: readonly number[]
  /** Returns from when on cases and time are counted, by the pilots. */
  readonly countedFrom: (pilots: readonly ReplicationOutcome[]) => number
  readonly run: (replication: number, countedFrom: number, onlooker?: Observer) => ReplicationOutcome
  /** Runs a replication in turns. */
  readonly begin: (replication: number, countedFrom: number, onlooker?: Observer) => Turns<ReplicationOutcome>
}

const pilotCount = 3

/** The first number of pilots. Pilots have their own numbers and are not part of the report. */
const firstPilot = 2 ** 31

const known = new WeakMap<SimulationSubject, PreparedSimulation>()

/**
 * Returns a subject that is ready to run; each is prepared once.  Errors: throws `DoesNotFit` with what does not fit.
 */
export const prepare = (subject: SimulationSubject): PreparedSimulation => {
  let prepared = known.get(subject)
  if (prepared === undefined) {
    prepared = make(subject)
    known.set(subject, prepared)
  }
  return prepared
}

const make = (subject: SimulationSubject): PreparedSimulation => {
  const { policy, simulation } = settled(subject)
  const plan = complete(policy, simulation)
  const quiet = withoutNotices(plan)
  const { replications, warmUp = "automatic" } = simulation
  const isAutomatic = plan.horizon === "steady" && warmUp === "automatic"
  const given = plan.horizon === "terminating" || warmUp === "automatic" ? 0 : warmUp
  const begin: PreparedSimulation["begin"] = (replication, countedFrom, onlooker) =>
    replication >= firstPilot
      ? tryOnce(quiet, replication, countedFrom)
      : runOnce(onlooker === undefined ? quiet : plan, replication, countedFrom, onlooker)
  return {
    plan,
    stopping: stoppingOf(replications),
    pilots: isAutomatic ? Array.from({ length: pilotCount }, (_, i) => firstPilot + i) : [],
    countedFrom: (pilots) => plan.from + (isAutomatic ? wornOff(plan, pilots) : given),
    run: (...given) => finish(begin(...given)),
    begin
  }
}

/** The default numbers of replications and the precision; `surely` counts if a precision is given. */
const usual = { least: 10, most: 30, surely: 300, precision: 0.1 }

/** Returns when to stop. If only the least number is given, it is the number; otherwise the precision decides. */
const stoppingOf = ({ least, most, precision }: Replications = {}): Stopping => {
  if (least !== undefined && most === undefined && precision === undefined) return { least, most: least }
  const atLeast = least ?? Math.min(usual.least, most ?? usual.least)
  const atMost = most ?? (precision === undefined ? usual.most : usual.surely)
  return { least: atLeast, most: Math.max(atLeast, atMost), precision: precision ?? usual.precision }
}

/** Returns the length of the beginning in whole weeks, so that every hour of the week counts equally often. */
const wornOff = (plan: Plan, pilots: readonly ReplicationOutcome[]): number => {
  const days = Math.round((plan.until - plan.from) / DAY)
  const series = Array.from({ length: days }, (_, day) => average(pilots.map((one) => one.inHandByDay[day] ?? 0)))
  const weeks = Math.ceil(warmUpLength(series) / 7)
  return Math.min(weeks * 7, Math.floor(days / 2)) * DAY
}
