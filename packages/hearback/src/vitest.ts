/**
 * `import "hearback/vitest"`: matchers for cases and simulations. Each failure names the deciding line of the policy.
 * The plug-in of `hearback/vitest/config` turns scenario files into tests.
 */
import { expect, it } from "vitest"
import type { Amount, NoWorse } from "./simulation.ts"
import { errorsOf, failuresOf, matchers, type ScenarioResult, scenariosOf, type Verb } from "./testing.ts"

/** Typed as vitest types its own. */
interface HearbackMatchers<R> {
  /** How often a deadline is met, at the lower end of its interval: `expect(report.clock("agreed").at("P1")).toBeMetAtLeast(0.95)`. */
  toBeMetAtLeast: (share: Amount) => R
  /** A figure of a report at the lower end of its interval. */
  toBeAtLeast: (amount: Amount) => R
  /** A figure of a report at the upper end of its interval: `"2 days"`, `0.8`. */
  toBeAtMost: (amount: Amount) => R
  /** `expect(await compare(before, after)).toBeNoWorseThan({ clock: "told", by: 0.01 })`. */
  toBeNoWorseThan: (asked: NoWorse) => R
  /** A law of the team, or a scenario: `expect(await checkPolicy("policy.yaml", law)).toHold()`. */
  toHold: () => R
  /** A case that a loop has read: `expect(await loop.get(id)).toBeOwnedBy("agent-7")`. */
  toBeOwnedBy: (owner: string) => R
  /** A `Date`, or as read in the policy's zone: `2026-11-17 17:00`, or the day alone. */
  toHaveDue: (clock: string, due: Date | string) => R
  toHaveMissed: (clock: string) => R
  /** Whoever read the case may give this command now, at this gate where one is named. */
  toAllow: (command: Verb, gate?: string) => R
  /** `"customer-loop"`: that is closed, though improvement may still go on. */
  toBeClosed: (side?: "customer-loop") => R
}

declare module "vitest" {
  // The parameters are those of vitest's own declaration.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends HearbackMatchers<R> {}
}

expect.extend(matchers)

/** Makes one test for each scenario of a file. If the file has errors, a further test fails with them. */
export const defineScenarios = (file: string): void => {
  const read = scenariosOf(file)
  const errors = errorsOf(read)
  for (const scenario of read.scenarios)
    it(scenario.title, async () => {
      const result = await scenario.run()
      if (!result.ok) throw failed(file, result)
    })
  if (errors.length > 0 || read.scenarios.length === 0)
    it("can be read, and so can its policy and its people", () => {
      throw placed(errors.join("\n") || "there is no scenario", [{ file, line: 1, column: 1 }])
    })
}

/** Returns the line at which the scenario fails, and for a table that of the row. */
const failed = (file: string, result: ScenarioResult): Error => {
  const wrong = result.steps.find(({ ok }) => !ok)
  const line = wrong?.problem === undefined ? wrong?.expectations.find(({ ok }) => !ok)?.line : wrong.line
  const row = result.example === undefined ? [] : [result.place]
  return placed(
    failuresOf(result).join("\n"),
    [...row, { line: line ?? result.place.line, column: 1 }].map((at) => ({ ...at, file }))
  )
}

interface Spot {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Returns an error with lines of its stack, because vitest shows these. */
const placed = (message: string, spots: readonly Spot[]): Error => {
  const error = new Error(message)
  const lines = spots.map(({ file, line, column }) => `    at ${file}:${line}:${column}`)
  error.stack = [`${error.name}: ${message}`, ...lines].join("\n")
  return error
}
