/**
 * Builds scenarios in TypeScript: `given(policy).submit(…).do(…).expect(…)`. A built scenario is read and run like
 * that of a file; `yaml()` shows it. Each call returns a new scenario, so that several can continue from one
 * beginning.
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

/** The options of `given`. */
export interface GivenOptions {
  /**
   * The instant of the first step: a local time in the policy's zone, `2026-11-16 09:40`. The method `at` sets it too.
   */
  readonly at?: string
  /** The people file. Default: `people.yaml` beside the policy, if there is one. */
  readonly people?: string
  /** The title of the scenario. */
  readonly title?: string
}

/** Who does a step of a scenario, and the name of a case that it opens. */
export interface StepBy {
  /** The id of a person of the people file, `customer` or `system`. Default: the channel or the customer. */
  readonly by?: string
  /** The name of the case that is opened by `split`, or by a word of the customer after the end. */
  readonly into?: string
}

/**
 * A scenario that is built in a program. Each call returns a new scenario, so several can continue from one beginning.
 */
export interface BuiltScenario<N extends PolicyNames = AnyNames> {
  /** Sets the instant of the next steps: a local time in the policy's zone, `2026-11-16 09:40`. */
  at(instant: string): BuiltScenario<N>
  /** Moves the next steps later by a length of time: `2 working days`. Days keep the time of day. */
  after(length: string): BuiltScenario<N>
  /** Opens a case under a name. */
  submit(name: string, feedback: Submitted<N>, by?: Pick<StepBy, "by">): BuiltScenario<N>
  /** Gives a command on a case, as `desk.execute` does. Other cases in the command have their names of the scenario. */
  do(name: string, command: Command<N>, by?: StepBy): BuiltScenario<N>
  /** Settles all earlier gates and passes this one, each with the smallest evidence. */
  settle(name: string, gate: N["gate"]): BuiltScenario<N>
  /** Adds a step in the form of a scenario file, without `at`, for steps that are not commands on a case. */
  step(step: ScenarioStep): BuiltScenario<N>
  /** Expects something of a case after the last step. */
  expect(name: string, expected: CaseExpected<N>): BuiltScenario<N>
  /** Expects something of the last step apart from its cases. */
  expect(expected: StepExpected): BuiltScenario<N>
  /** Returns the scenario as the text of a scenario file. */
  yaml(): string
  /** Runs the scenario. Errors: `call/invalid` for a name that neither the policy nor the people have. */
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
  // Names are only types.
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
      throw Shape.invalid('give the instant of the first step: `given(policy, { at: "2026-11-16 09:00" })`')
    return built(subject, { ...now, steps: [...now.steps, { at: Instant.renderInstant(now.at, core.zone), ...step }] })
  }
  const yaml = (): string =>
    scenarioText({ law: now.title, policy: subject.path, people: subject.beside, steps: now.steps })
  return {
    at: (text) => {
      const at = Instant.parseInstant(text, core.zone)
      if (at === undefined) throw Shape.invalid(`\`${text}\` is not an instant such as \`2026-11-16 09:00\``)
      if (now.at !== undefined && at < now.at)
        throw Shape.invalid(`time only moves forward: \`${text}\` is before the last step`)
      return built(subject, { ...now, at })
    },
    after: (text) => {
      const length = parseDuration(text)
      if (length === undefined) throw Shape.invalid(`\`${text}\` is not a length of time such as \`2 working days\``)
      if (now.at === undefined) throw Shape.invalid("give the instant of the first step before a length of time")
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
      if (now.steps.length === 0) throw Shape.invalid('a scenario needs a step: `.submit("A", { verbatim: "…" })`')
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
