/**
 * Estimates what would have happened to recorded cases under a policy, by a simulation that is made from the record.
 */
import { type EstimatedSimulation, estimateSimulation, type RecordedCase, withGiven } from "@hearback/backtest"
import { defined } from "@hearback/core"
import {
  askComparison,
  askReport,
  estimateIn,
  type Report,
  type SimulationSubject,
  workersOf as workersNamed
} from "@hearback/simulation"
import type { LoadedPolicy } from "../policy/PolicyFiles.ts"
import type { CommandContext, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { countOf } from "../program/Values.ts"
import type { BacktestEstimate, EstimatedSubject, Judged } from "../simulate/BacktestEstimate.ts"
import { answerTo, workersOf } from "../simulate/QuestionRun.ts"
import { seedOf, simulationOf } from "../simulate/Subject.ts"

/** The number of replications. All have the same recorded arrivals, so fewer are enough. */
const replicationsByDefault = 10

/** Flags that only an estimate reads. */
const estimateFlags = ["plan", "weeks", "replications", "seed", "workers"] as const

interface Sides {
  readonly candidate: LoadedPolicy
  readonly baseline: LoadedPolicy | undefined
}

/** Checks the flags. Errors: a flag of an estimate without `--estimate`. */
export const checkFlags = (request: Request, { texts }: CommandContext): void => {
  const given = estimateFlags.filter((flag) => request.one(flag) !== undefined)
  if (given.length === 0 || request.has("estimate")) return
  const { ofEstimate, ofEstimateHelp } = texts.estimate
  cannotRun({
    code: "usage/no-estimate",
    message: ofEstimate(given.map((flag) => `--${flag}`)),
    help: ofEstimateHelp
  })
}

/** Estimates from the cases that were decided. Errors: a simulation file with errors, a flag that is no number. */
export const estimateOf = async (
  decided: readonly Judged[],
  all: number,
  { candidate, baseline }: Sides,
  request: Request,
  context: CommandContext
): Promise<BacktestEstimate> => {
  const counted = {
    cases: decided.length,
    leftOut: all - decided.length,
    ...defined({ weeks: countOf(request, "weeks", context) })
  }
  const cases = decided.map(({ recorded }) => recorded)
  const side = (loaded: LoadedPolicy) => sideOf(cases, loaded, request, context)
  const [after, before] = [await side(candidate), baseline && (await side(baseline))]
  if (after === undefined || (baseline !== undefined && before === undefined)) return counted
  const workers = workersOf(request, context)
  const { estimation, subject } = after
  if (before === undefined) {
    const report = await answerTo(askReport(subject), context, workers)
    return { ...counted, found: { estimation, candidate: subject, report, fits: fitsOf(decided, report) } }
  }
  const comparison = await answerTo(askComparison(before.subject, subject), context, workers)
  const beside = { subject: before.subject, comparison }
  const fits = fitsOf(decided, comparison.before)
  return { ...counted, found: { estimation, candidate: subject, report: comparison.after, fits, beside } }
}

/** Compares the record with the simulation, over the cases that both count. */
const fitsOf = (decided: readonly Judged[], report: Report): EstimatedSubject["fits"] => {
  const { countedFrom, countedTo } = report.identity
  const counted = decided.filter(({ recorded: { receivedAt } }) => countedFrom <= receivedAt && receivedAt < countedTo)
  const clocks = [...new Set(counted.flatMap(({ kept }) => Object.keys(kept)))]
  return clocks.map((clock) => {
    const judged = counted.flatMap(({ kept }) => kept[clock] ?? [])
    const model = estimateIn(report, "attainment", { clock })
    return { clock, recorded: judged.filter((isKept) => isKept).length / judged.length, model }
  })
}

const sideOf = async (
  cases: readonly RecordedCase[],
  loaded: LoadedPolicy,
  request: Request,
  context: CommandContext
): Promise<{ readonly estimation: EstimatedSimulation; readonly subject: SimulationSubject } | undefined> => {
  const workers = workersNamed(loaded.people.people) ?? []
  const weeks = countOf(request, "weeks", context)
  const estimation = estimateSimulation(cases, loaded.policy, { workers, ...defined({ weeks }) })
  if (estimation === undefined) return undefined
  const plan = request.one("plan")
  const given = plan === undefined ? {} : await simulationOf(plan, loaded, context)
  const least = countOf(request, "replications", context)
  const replications = { ...(given.replications ?? { least: replicationsByDefault }), ...defined({ least }) }
  const seed = seedOf(request, context) ?? given.seed
  const simulation = { ...withGiven(estimation.simulation, given), replications, ...defined({ seed }) }
  return { estimation, subject: { policy: loaded.policy, simulation } }
}

/** Returns an estimate as JSON, without the arrivals, which are in the record. */
export const estimateJson = ({ found, ...counted }: BacktestEstimate): Json => {
  if (found === undefined) return { ...counted, status: "insufficient" }
  const { estimation, report, fits, beside } = found
  const { estimated, assumed } = estimation
  return {
    ...counted,
    status: "estimated",
    estimated,
    assumed,
    fits,
    ...(beside === undefined ? { report } : { comparison: beside.comparison })
  } as unknown as Json
}
