/** Reads what a command line simulates: a policy, the staff of its people file, and the flags. */
import { basename, dirname, resolve } from "node:path"
import { defined } from "@hearback/core"
import { readSimulation, readSimulationHead } from "@hearback/policy"
import { type Simulation, type SimulationSubject, workersOf } from "@hearback/simulation"
import { type FilesBeside, filesBeside } from "../../runtime/FilesBeside.ts"
import { bytesOf } from "../file/Bytes.ts"
import { absolute, shortPath } from "../file/Paths.ts"
import { seenFrom } from "../policy/Findings.ts"
import { broken, type LoadedPolicy, loadPolicy } from "../policy/PolicyFiles.ts"
import type { CommandContext, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { countOf, numberOf } from "../program/Values.ts"

/** What is simulated, with its files. */
export interface SimulationQuestion {
  readonly loaded: LoadedPolicy
  readonly subject: SimulationSubject
  /** The simulation file, if one is given. */
  readonly plan: Pick<Plan, "path" | "text"> | undefined
  /** Reads the files that a simulation file names. */
  readonly files: FilesBeside
  /** Returns a simulation with the staff of the people file and the values of flags. */
  readonly complete: (simulation: Simulation) => Simulation
}

/** Returns what a command line simulates. Errors: no policy, errors in a file, a flag that is no number. */
export const subjectOf = async (request: Request, context: CommandContext): Promise<SimulationQuestion> => {
  const named = request.one("plan")
  const plan = named === undefined ? undefined : planOf(named, context)
  const loaded = loadPolicy(request.arguments[0] ?? plan?.policy, request.one("people"), context)
  return await askedOf(loaded, plan, request, context)
}

/** Returns what it is compared with: another policy, or the same one with another simulation file. */
export const otherOf = async (
  path: string,
  asked: SimulationQuestion,
  request: Request,
  context: CommandContext
): Promise<SimulationQuestion> => {
  if (!isPlan(path)) {
    const loaded = loadPolicy(path, asked.loaded.peoplePath, context)
    return { ...asked, loaded, subject: { ...asked.subject, policy: loaded.policy } }
  }
  const plan = planOf(path, context)
  const loaded = plan.policy === undefined ? asked.loaded : loadPolicy(plan.policy, request.one("people"), context)
  return await askedOf(loaded, plan, request, context)
}

/** Returns whether a file is a simulation file, by its name; any other is a policy. */
const isPlan = (path: string): boolean => path.endsWith(".simulation.yaml")

const askedOf = async (
  loaded: LoadedPolicy,
  plan: Plan | undefined,
  request: Request,
  context: CommandContext
): Promise<SimulationQuestion> => {
  const files = filesBeside(plan === undefined ? context.terminal.cwd : dirname(plan.path), loaded.policy.bundle)
  const complete = (given: Simulation): Simulation => {
    const simulation = withFlags(given, request, context)
    const people = simulation.staff?.people ?? workersOf(loaded.people.people)
    const staff = people === undefined ? simulation.staff : { ...simulation.staff, people }
    return { ...simulation, ...defined({ staff }) }
  }
  const given = plan === undefined ? {} : await simulationIn(plan, files, loaded, context)
  // The other simulation can need people that this one does not.
  if (given.staff?.people !== undefined && request.one("people") !== undefined && request.one("against") === undefined)
    cannotRun({
      code: "usage/idle",
      message: context.texts.simulate.peopleInPlan,
      help: context.texts.fault.notTogetherHelp
    })
  const simulation = complete(given)
  return { loaded, plan, files, complete, subject: { policy: loaded.policy, simulation } }
}

interface Plan {
  readonly path: string
  readonly text: string
  /** The policy that it names. */
  readonly policy: string | undefined
}

const planOf = (named: string, context: CommandContext): Plan => {
  const path = absolute(named, context)
  const text = new TextDecoder().decode(bytesOf(path, context))
  const { policy, diagnostics } = readSimulationHead({ path: shortPath(path, context), text })
  const other = diagnostics.find(({ code }) => code === "file/other-kind")
  if (other !== undefined)
    return cannotRun({
      code: other.code,
      message: context.texts.simulate.noPlan(shortPath(path, context), other.message[context.language]),
      help: context.texts.simulate.noPlanHelp
    })
  return { path, text, policy: policy && resolve(dirname(path), policy.path) }
}

/** Returns the content of a simulation file, with its names checked against a policy. */
export const simulationOf = async (
  named: string,
  loaded: LoadedPolicy,
  context: CommandContext
): Promise<Simulation> => {
  const plan = planOf(named, context)
  return await simulationIn(plan, filesBeside(dirname(plan.path), loaded.policy.bundle), loaded, context)
}

const simulationIn = async (
  { path, text }: Pick<Plan, "path" | "text">,
  files: FilesBeside,
  { policy }: LoadedPolicy,
  context: CommandContext
): Promise<Simulation> => {
  const file = { path: basename(path), text }
  const read = await files((beside) => readSimulation(file, policy.bundle, beside))
  return read.simulation ?? broken(path, seenFrom(dirname(path), read.diagnostics, context), context)
}

/** Returns a simulation with the values of flags, which override those of the file. */
const withFlags = (given: Simulation, request: Request, context: CommandContext): Simulation => {
  const perDay = numberOf(request, "per-day", context, {
    fits: (value) => value > 0,
    expected: context.texts.simulate.perDayExpected
  })
  const replications = countOf(request, "replications", context)
  return {
    ...given,
    ...defined({
      weeks: countOf(request, "weeks", context),
      seed: seedOf(request, context),
      replications: replications === undefined ? given.replications : { ...given.replications, least: replications },
      arrivals: perDay === undefined ? given.arrivals : { ...given.arrivals, perDay }
    })
  }
}

const MOST_SEED = 2 ** 32 - 1

/** Returns the seed that a flag gives. */
export const seedOf = (request: Request, context: CommandContext): number | undefined =>
  numberOf(request, "seed", context, {
    fits: (seed) => Number.isInteger(seed) && seed >= 0 && seed <= MOST_SEED,
    expected: context.texts.simulate.seedExpected
  })
