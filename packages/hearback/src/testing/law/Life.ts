/** Plays a life of a case step by step with the engine of scenarios, and finds the first state that breaks a law. */
import { type Bundle, defined, Instant, Policy } from "@hearback/core"
import { type People, readScenarios, type Scenario } from "@hearback/policy"
import type { Place } from "../../answer/Place.ts"
import type { Session } from "../../call/Call.ts"
import * as Shape from "../../call/Shape.ts"
import type { CaseView } from "../../case/CaseView.ts"
import { deskOf } from "../../desk/Desk.ts"
import { peopleBeside, policyInFile, readPeopleFile } from "../../policy/Files.ts"
import { type CaseNames, play as playAct } from "../scenario/act/Act.ts"
import { done } from "../scenario/act/ActResult.ts"
import { judge } from "../scenario/Expectation.ts"
import { snapshotsOf } from "../scenario/Snapshot.ts"
import { makeWorld, type VirtualWorld } from "../virtual/World.ts"
import type { Life, LifeAct, PolicyLaw, ScenarioStep } from "./Law.ts"
import { caseName, moveOn, openingOf } from "./Moves.ts"

/** How a state breaks a law. */
export interface Violation {
  /** The path of the value: `A.gates.told`. */
  readonly what: string
  readonly expected: string
  readonly actual: string
  readonly place?: Place
}

/** The result of playing a life. */
export interface Played {
  /** The steps, as a scenario has them. If the law is broken, the last one expects what it demands. */
  readonly steps: readonly ScenarioStep[]
  readonly violation?: Violation
  /** The number of states in which the law demanded something. */
  readonly spoke: number
}

/** A policy with its people, under which lives are played. */
export interface LifeSubject {
  readonly bundle: Bundle.Bundle
  readonly policy: Policy.Policy
  readonly people: People
}

/**
 * Reads a policy with its people. `people`: by default `people.yaml` beside the policy. Errors: `policy/invalid`,
 * `people/invalid`.
 */
export const subjectIn = (policy: string, people: string | undefined = peopleBeside(policy)): LifeSubject => {
  const bundle = policyInFile(policy)
  const known = people === undefined ? { people: [], customers: {} } : readPeopleFile(people, bundle)
  return { bundle, policy: Policy.load(bundle), people: known }
}

/** The starts of lives: a Monday morning, before a weekend, and before a holiday. */
const starts = ["2026-11-16 09:40", "2026-11-20 16:30", "2026-12-31 15:00"]

/** Plays a life until a law is broken. */
export const playLife = (subject: LifeSubject, life: Life, law: PolicyLaw): Promise<Played> =>
  inWorld(subject, atStart(subject, life), async (run) => {
    if (!(await run.take(openingOf(run.world, life, run.world.now())))) return { steps: [], spoke: 0 }
    let [spoke, violation] = [0, undefined as Violation | undefined]
    for (const act of [undefined, ...life.acts]) {
      if (act !== undefined) await run.act(act)
      const judged = await run.judge(law)
      if (judged !== undefined) spoke += 1
      violation = judged?.violation
      if (violation !== undefined) break
    }
    return { steps: run.steps(), spoke, ...defined({ violation }) }
  })

/** Plays a life and shows the case after each step; returns its steps. */
export const playFreely = async (
  subject: LifeSubject,
  life: Life,
  see: (view: CaseView) => void
): Promise<readonly ScenarioStep[]> => {
  const silent: PolicyLaw = {
    law: "",
    expects: (view) => {
      see(view)
      return undefined
    }
  }
  return (await playLife(subject, life, silent)).steps
}

/** Removes steps one by one, then waits between them, as long as the same law is still broken. */
export const shrunk = async (subject: LifeSubject, found: Played, law: PolicyLaw): Promise<Played> => {
  let least = found
  const tries = async (steps: readonly ScenarioStep[]): Promise<void> => {
    const tried = await replay(subject, steps, law)
    if (tried.violation?.what === found.violation?.what) least = tried
  }
  for (let n = found.steps.length - 2; n > 0; n--)
    if (n < least.steps.length - 1) await tries(least.steps.toSpliced(n, 1))
  for (let n = 1; n < least.steps.length; n++)
    await tries(least.steps.with(n, { ...least.steps[n], at: least.steps[n - 1]?.["at"] }))
  return least
}

/** Plays steps again. Steps that are now refused are omitted; the law is checked after the last one. */
const replay = async (subject: LifeSubject, steps: readonly ScenarioStep[], law: PolicyLaw): Promise<Played> => {
  const instantOf = (step: ScenarioStep | undefined): number =>
    Instant.parseInstant(String(step?.["at"]), subject.policy.zone) ?? 0
  return inWorld(subject, instantOf(steps[0]), async (run) => {
    for (const [n, { at: _, expect: __, ...step }] of steps.entries()) {
      await run.world.travel(instantOf(steps[n]))
      if (n < steps.length - 1) await run.take(step)
    }
    const judged = await run.judge(law)
    return { steps: run.steps(), spoke: 1, ...defined({ violation: judged?.violation }) }
  })
}

const atStart = ({ policy }: LifeSubject, { start }: Life): number =>
  Instant.parseInstant(starts[start % starts.length] ?? "", policy.zone) ?? 0

interface Run {
  readonly world: VirtualWorld
  /** Takes a step now, and keeps it unless it was refused; a refusal changes nothing. */
  readonly take: (step: ScenarioStep) => Promise<boolean>
  /** Lets time pass, and gives a command that is possible then. */
  readonly act: (act: LifeAct) => Promise<void>
  /** Compares the case with a law; undefined if the law demands nothing of it. */
  readonly judge: (law: PolicyLaw) => Promise<{ readonly violation?: Violation } | undefined>
  /** Returns the steps, and what the law demanded last if it was broken. */
  readonly steps: () => readonly ScenarioStep[]
}

const inWorld = async (subject: LifeSubject, at: number, play: (run: Run) => Promise<Played>): Promise<Played> => {
  const world = await makeWorld({ ...subject, at })
  try {
    return await play(runIn(subject, world))
  } finally {
    await world.engine.store.close()
  }
}

const runIn = (subject: LifeSubject, world: VirtualWorld): Run => {
  const names: CaseNames = new Map()
  const steps: ScenarioStep[] = []
  let tried = 0
  const stamped = (step: ScenarioStep): ScenarioStep => ({
    at: Instant.renderInstant(world.now(), world.policy.zone),
    ...step
  })
  const take = async (given: ScenarioStep): Promise<boolean> => {
    const step = stamped(given)
    const read = stepsIn(subject, steps[0] === undefined ? [step] : [steps[0], step]).steps?.at(-1)
    if (read === undefined) return false
    const result = await playAct(world, names, read.act, `${++tried}`)
    await world.settle()
    if (result.impossible !== undefined || result.rejected.length > 0) return false
    steps.push(result.waits === true ? { ...step, expect: { pending: result.pending } } : step)
    return true
  }
  return {
    world,
    take,
    act: async ({ wait, idle, ...choice }) => {
      await world.travel(world.now() + wait * MINUTE)
      if (idle) return
      const { state } = await world.engine.cases.load(names.get(caseName) ?? "")
      const move = await moveOn(world, state, choice)
      if (move !== undefined) await take(move)
    },
    judge: async (law) => {
      const expected = law.expects(await viewOf(world, names))
      if (expected instanceof Promise)
        throw Shape.invalid(
          `the law “${law.law}” is asynchronous; \`expects\` must answer at once, from the given case`
        )
      if (expected === undefined || Object.keys(expected).length === 0) return undefined
      const asked = stamped({ expect: { [caseName]: expected } })
      const violation = await broken(subject, world, names, [...steps.slice(0, 1), asked], law)
      if (violation !== undefined) steps.push(asked)
      return defined({ violation })
    },
    steps: () => steps
  }
}

const MINUTE = 60_000

/** Reads steps as a scenario file would be read. */
const stepsIn = (
  { bundle, people }: LifeSubject,
  steps: readonly ScenarioStep[]
): { readonly steps: readonly Scenario.ScenarioAct[] | undefined; readonly problem: string } => {
  const document = { hearback: 1, policy: "policy.yaml", scenarios: [{ scenario: "a life", steps }] }
  const file = { path: "life.scenario.yaml", text: JSON.stringify(document) }
  const { scenarios, diagnostics } = readScenarios(file, bundle, people)
  return { steps: scenarios[0]?.steps, problem: diagnostics.map(({ message }) => message.en).join("; ") }
}

const viewOf = async ({ engine }: VirtualWorld, names: CaseNames): Promise<CaseView> => {
  const session: Session = {
    engine,
    language: "en",
    names: (id) => id,
    closing: new AbortController().signal,
    begin: () => {}
  }
  const view = await deskOf(session).get(names.get(caseName) ?? "")
  if (view === undefined) throw new Error("the case of a life is not there")
  return view
}

/** Judges the demand of a law as a scenario would. Errors: `call/invalid` for a demand that no scenario can have. */
const broken = async (
  subject: LifeSubject,
  world: VirtualWorld,
  names: CaseNames,
  asked: readonly ScenarioStep[],
  { law }: PolicyLaw
): Promise<Violation | undefined> => {
  const { steps, problem } = stepsIn(subject, asked)
  const expectations = steps?.at(-1)?.expect
  if (expectations === undefined)
    throw Shape.invalid(`the law “${law}” expects something that a scenario cannot check: ${problem}`)
  const cases = await snapshotsOf(world, names, new Map())
  const snapshot = { world, result: done, cases, nameOf: (id: string) => id, sent: [], stories: [] }
  const failed = expectations.map((one) => judge(snapshot, one, "en")).find(({ ok }) => !ok)
  if (failed === undefined) return undefined
  const { what, expected, actual, because } = failed
  return defined({ what, expected, actual, place: because })
}
