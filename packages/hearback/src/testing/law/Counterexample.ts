/** Writes a counterexample as a scenario file, which `hearback test` runs. */
import { format } from "@hearback/policy"
import type { ScenarioStep } from "./Law.ts"

interface Counterexample {
  readonly law: string
  /** Paths as the file names them. */
  readonly policy: string
  readonly people: string | undefined
  readonly steps: readonly ScenarioStep[]
}

/** Returns the text of a scenario file, formatted like `hearback fmt`. */
export const scenarioText = ({ law, policy, people, steps }: Counterexample): string => {
  const head = [`policy: ${flow(policy)}`, ...(people === undefined ? [] : [`people: ${flow(people)}`])]
  const listed = steps.map((step) => `      - ${flow(step)}\n`).join("")
  const text = `hearback: 1\n${head.join("\n")}\nscenarios:\n  - scenario: ${flow(law)}\n    steps:\n${listed}`
  return format({ path: "law.scenario.yaml", text }).text ?? text
}

/** Returns a value on one line, without quotes if YAML reads it correctly. */
const flow = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => `${flow(key)}: ${flow(each)}`)
      .join(", ")} }`
  if (typeof value !== "string") return String(value)
  return isPlain(value) ? value : JSON.stringify(value)
}

const isPlain = (text: string): boolean =>
  /^(?:\.\.?\/)*[\p{L}][\p{L}\p{N} ._/-]*$|^\d{4}-\d\d-\d\d \d\d:\d\d$/u.test(text) &&
  !/^(?:true|false|yes|no|on|off|null|none|y|n)$/i.test(text) &&
  text.trim() === text
