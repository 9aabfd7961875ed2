/** What a test simulates: a policy, its people and other settings, from files or as values. */
import { readFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { type Bundle, Policy } from "@hearback/core"
import {
  type Diagnostic,
  readSimulation,
  readSimulationHead,
  readSimulationValue,
  renderCompact,
  type SimulationValue
} from "@hearback/policy"
import { type Simulation, type SimulationSubject, workersOf } from "@hearback/simulation"
import { hearbackError } from "../call/HearbackError.ts"
import * as Shape from "../call/Shape.ts"
import { peopleBeside, policyInFile, readPeopleFile } from "../policy/Files.ts"
import { filesBeside } from "../runtime/FilesBeside.ts"

/**
 * What is simulated, with the keys of a `*.simulation.yaml` in camel case. Keys here override those of the file `plan`.
 */
export type WhatIf = SimulationValue & WhatIfFiles

interface WhatIfFiles {
  /** A policy file, or a bundle. Default: the policy that `plan` names. */
  readonly policy?: string | Bundle.Bundle
  /** Who works where nothing else says so. Default: `people.yaml` beside the policy, if there is one. */
  readonly people?: string
  /** A `*.simulation.yaml`. */
  readonly plan?: string
}

/**
 * Returns what is simulated.
 *
 * Errors: `policy/invalid`, `people/invalid`; `simulation/invalid` where the plan or a value cannot be used, with its
 * place and what was probably meant.
 */
export const subjectOf = async (whatIf: WhatIf): Promise<SimulationSubject> => {
  Shape.mustBe("what is simulated", whatIf, Shape.object)
  const { policy: named, people, plan, ...value } = whatIf
  const planText = plan === undefined ? undefined : textOf(plan)
  const policy = named ?? policyOfPlan(plan, planText)
  if (policy === undefined) throw hearbackError("simulation/invalid", "say which policy is simulated: `policy`")
  const bundle = typeof policy === "string" ? policyInFile(policy) : policy
  const peoplePath = people ?? (typeof policy === "string" ? peopleBeside(policy) : undefined)
  const ofPlan = plan === undefined ? {} : await simulationOfPlan(plan, planText ?? "", bundle)
  const simulation = over(ofPlan, await simulationOfValue(value, bundle))
  const staff =
    simulation.staff?.people ??
    (peoplePath === undefined ? undefined : workersOf(readPeopleFile(peoplePath, bundle).people))
  return {
    policy: Policy.load(bundle),
    simulation: staff === undefined ? simulation : { ...simulation, staff: { ...simulation.staff, people: staff } }
  }
}

const textOf = (path: string): string => {
  try {
    return readFileSync(path, "utf8")
  } catch (cause) {
    throw hearbackError("simulation/invalid", `cannot read ${path}`, { cause })
  }
}

const policyOfPlan = (plan: string | undefined, text = ""): string | undefined => {
  const { policy } = plan === undefined ? {} : readSimulationHead({ path: plan, text })
  return policy && resolve(dirname(plan ?? ""), policy.path)
}

const simulationOfPlan = async (path: string, text: string, bundle: Bundle.Bundle): Promise<Simulation> => {
  const files = filesBeside(dirname(path), bundle)
  const { simulation, diagnostics } = await files((beside) => readSimulation({ path, text }, bundle, beside))
  if (simulation !== undefined) return simulation
  const errors = diagnostics.filter(isError).map((each) => renderCompact(each, "en"))
  throw hearbackError("simulation/invalid", `${path} cannot be used:\n${errors.join("\n")}`, { diagnostics })
}

const simulationOfValue = async (value: SimulationValue, bundle: Bundle.Bundle): Promise<Simulation> => {
  const files = filesBeside(process.cwd(), bundle)
  const { simulation, faults } = await files((beside) => readSimulationValue(value, bundle, beside))
  if (simulation !== undefined) return simulation
  const errors = faults.filter(({ diagnostic }) => isError(diagnostic))
  const says = errors.map(({ at, diagnostic }) => `${at === "" ? "" : `\`${at}\`: `}${sentence(diagnostic)}`)
  const diagnostics = faults.map(({ diagnostic }) => diagnostic)
  throw hearbackError("simulation/invalid", `what is simulated cannot be used:\n${says.join("\n")}`, { diagnostics })
}

const isError = ({ level }: Diagnostic): boolean => level === "error"

/** Returns the faults, and what was probably meant. */
const sentence = ({ message, primary: { label }, expected, help }: Diagnostic): string => {
  const hint = label?.en ?? (expected && `expected: ${expected.en}`) ?? help?.en
  return hint === undefined ? message.en : `${message.en}; ${hint}`
}

/** Combines two values. If both have a map of keys, each key is combined separately. */
const over = (less: Simulation, more: Simulation): Simulation => {
  const said = Object.entries(more).map(([key, value]) => {
    const under = less[key as keyof Simulation]
    return [key, isMap(under) && isMap(value) ? { ...under, ...value } : value] as const
  })
  return { ...less, ...Object.fromEntries(said) }
}

const isMap = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value)
