/**
 * Scenarios built in TypeScript: `given(policy).submit(…).do(…).expect(…)`. What is built is the scenario of a file, read
 * and run as one; `yaml()` shows it. Each call gives a new scenario, so that several may go on from one beginning.
 */
import { type AnyNames, Arguments, type Bundle, defined, Instant, Policy, type PolicyNames } from "@hearback/core"
import { after, type People, parseDuration, readScenarios, renderCompact } from "@hearback/policy"
import * as Shape from "../../call/Shape.ts"
import type { Command } from "../../desk/Desk.ts"
import type { PolicyFile } from "../../open/OpenOptions.ts"
import { peopleBeside, policyInFile, readPeopleFile } from "../../policy/Files.ts"
import { scenarioText } from "../law/Counterexample.ts"
import type { ScenarioStep } from "../law/Law.ts"
import type { ScenarioResult } from "../scenario/ScenarioResult.ts"
import { type RunOptions, runScenario } from "../scenario/ScenarioRun.ts"
import type { CaseExpected, StepExpected, Submitted } from "./BuiltStep.ts"
import { stepOf, withExpected } from "./BuiltStep.ts"

/** When a built scenario begins, what it is called, and with which people. */
export interface GivenOptions {
  /** When the first step is: a reading in the policy's zone, `2026-11-16 09:40`; `at` says so as well. */
  readonly at?: string
  /** Default: `people.yaml` beside the policy, if there is one. */
  readonly people?: string
  /** What the scenario is called. */
  readonly title?: string
}

/** Who acts, and the name of a case that the step opens. */
export interface StepBy {
  /** Somebody of the people file, `customer`, or `system`; without it the channel or the customer. */
  readonly by?: string
  /** The name of the case that `split`, or a customer's word after the end, opens. */
  readonly into?: string
}

/** A scenario that is built in a program. Each call gives a new one, so several go on from one beginning. */
export interface BuiltScenario<N extends PolicyNames = AnyNames> {
  /** The steps that follow are then: `2026-11-16 09:40` in the policy's zone. */
  at(instant: string): BuiltScenario<N>
  /** They are so long after: `2 working days`; days keep the time of day. */
  after(length: string): BuiltScenario<N>
  /** Opens a case under a name. */
  submit(name: string, feedback: Submitted<N>, by?: Pick<StepBy, "by">): BuiltScenario<N>
  /** Gives a command on a case, as `desk.execute` takes it; where it names another case, by its name here. */
  do(name: string, command: Command<N>, by?: StepBy): BuiltScenario<N>
  /** Goes the way to a gate and passes it, with the smallest evidence. */
  settle(name: string, gate: N["gate"]): BuiltScenario<N>
  /** A step in the form of a file, without `at`, for steps that are not commands on a case. */
  step(step: ScenarioStep): BuiltScenario<N>
  /** What a case has to be after the last step. */
  expect(name: string, expected: CaseExpected<N>): BuiltScenario<N>
  /** What has to come of the last step beside its cases. */
  expect(expected: StepExpected): BuiltScenario<N>
  /** The scenario as a file. */
  yaml(): string
  /** Errors: `call/invalid` where a name is none of the policy or of the people. */
  run(options?: RunOptions): Promise<ScenarioResult>
}

const fields: Readonly<Record<keyof GivenOptions, Shape.ValueKind>> = {
  at: Shape.name,
  people: Shape.name,
  title: Shape.name
}

/**
 * Begins a scenario on a policy file or a bundle.
 *
 * Errors: `policy/invalid`, `people/invalid`.
 */
export const given = <N extends PolicyNames = AnyNames>(
  policy: string | PolicyFile<N> | Bundle.Bundle,
  options: GivenOptions = {}
): BuiltScenario<N> => {
  Shape.check("given", options, fields)
  const bundle = typeof policy === "string" ? policyInFile(policy) : policy
  const beside = options.people ?? (typeof policy === "string" ? peopleBeside(policy) : undefined)
  const people = beside === undefined ? { people: [], customers: {} } : readPeopleFile(beside, bundle)
  const path = typeof policy === "string" ? policy : `${policy.id}.policy.yaml`
  const subject: Subject = { bundle, people, core: Policy.load(bundle), ...defined({ beside }), path }
  const begun: Built = { title: options.title ?? "given in a program", steps: [] }
  const scenario = built(subject, begun)
  // Names are types alone.
  return (options.at === undefined ? scenario : scenario.at(options.at)) as unknown as BuiltScenario<N>
}

interface Subject {
  readonly bundle: Bundle.Bundle
  readonly core: Policy.Policy
  readonly people: People
  readonly beside?: string
  readonly path: string
}

interface Built {
  readonly title: string
  readonly at?: number
  readonly steps: readonly ScenarioStep[]
}

const built = (subject: Subject, now: Built): BuiltScenario => {
  const { core } = subject
  const then = (step: ScenarioStep): BuiltScenario => {
    if (now.at === undefined)
      throw Shape.invalid('say when the first step is: `given(policy, { at: "2026-11-16 09:00" })`')
    return built(subject, { ...now, steps: [...now.steps, { at: Instant.renderInstant(now.at, core.zone), ...step }] })
  }
  const yaml = (): string =>
    scenarioText({ law: now.title, policy: subject.path, people: subject.beside, steps: now.steps })
  return {
    at: (text) => {
      const at = Instant.parseInstant(text, core.zone)
      if (at === undefined) throw Shape.invalid(`\`${text}\` is no instant such as \`2026-11-16 09:00\``)
      if (now.at !== undefined && at < now.at)
        throw Shape.invalid(`time goes on: \`${text}\` lies before the last step`)
      return built(subject, { ...now, at })
    },
    after: (text) => {
      const length = parseDuration(text)
      if (length === undefined) throw Shape.invalid(`\`${text}\` is no length of time such as \`2 working days\``)
      if (now.at === undefined) throw Shape.invalid("say when the first step is before what is after it")
      const calendar = core.calendars.get(subject.bundle.defaultCalendar)
      if (calendar === undefined) throw new Error("a policy has its default calendar")
      return built(subject, { ...now, at: after({ calendar, zone: core.zone }, now.at, length) })
    },
    submit: (name, feedback, by = {}) => then(stepOf("submit", name, feedback, by)),
    do: (name, command, by = {}) => {
      const { do: verb, ...given } = command
      if (!Object.hasOwn(Arguments.commands, verb)) throw Shape.invalid(`there is no command \`${verb}\``)
      return then(stepOf(verb, name, given, by))
    },
    settle: (name, gate) => then({ settle: `${name}.${gate}` }),
    step: (step) => then(step),
    expect: (first: string | StepExpected, expected?: CaseExpected) => {
      const [last] = now.steps.slice(-1)
      if (last === undefined) throw Shape.invalid("an expectation follows a step")
      const more = typeof first === "string" ? { case: first, expected: expected ?? {} } : { expected: first }
      return built(subject, { ...now, steps: [...now.steps.slice(0, -1), withExpected(last, more)] })
    },
    yaml,
    run: async (options = {}) => {
      if (now.steps.length === 0) throw Shape.invalid('a scenario has a step: `.submit("A", { verbatim: "…" })`')
      const text = yaml()
      const { scenarios, diagnostics } = readScenarios(
        { path: `${now.title}.scenario.yaml`, text },
        subject.bundle,
        subject.people
      )
      const errors = diagnostics.filter(({ level }) => level === "error").map((each) => renderCompact(each, "en"))
      const [scenario] = scenarios
      if (errors.length > 0 || scenario === undefined)
        throw Shape.invalid(`the scenario cannot be run:\n${errors.join("\n")}\n${text}`)
      return runScenario(scenario, subject.bundle, subject.people, options)
    }
  }
}
