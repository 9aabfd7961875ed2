/** The smallest evidence that passes a gate, with every missing field. Tests and simulations use it. */
import type { Case } from "../case/Case.ts"
import type { Evidence } from "../case/track/Evidence.ts"
import type { ExampleGiven } from "../draft/GateFacts.ts"
import type { GateRule } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import type { FactValue } from "../table/Fact.ts"
import { type Instant, renderDay } from "../time/Instant.ts"
import { defined } from "../value/Optional.ts"
import { gateFacts } from "./registry.ts"

interface Moment {
  readonly by: string
  readonly now: Instant
  /** Whether an earlier gate asks if the cause is systemic. */
  readonly isSystemic: boolean
  /** Returns the words that people write; by default a number, which is the shortest text. */
  readonly words?: ExampleGiven["words"]
}

const figures: ExampleGiven["words"] = (_, count = 1) => String(count)

/** Returns evidence that passes a gate; undefined if only time or the customer passes it. */
export const exampleEvidence = (policy: Policy, state: Case, rule: GateRule, moment: Moment): Evidence | undefined => {
  const missing = rule.fields.filter((name) => state.feedback.facts[name] === undefined)
  const { words = figures } = moment
  const fields = Object.fromEntries(
    missing.map((name) => [name, exampleValue(policy, name, moment.now, words("finding"))])
  )
  const { example } = gateFacts[rule.kind]
  const own =
    example === undefined ? {} : example(rule, { ...moment, words, today: renderDay(moment.now, policy.zone) })
  return own && { ...own, ...defined({ fields: missing.length === 0 ? undefined : fields }) }
}

/** Returns a value of a fact's type; for a text fact `text`. */
export const exampleValue = (policy: Policy, name: string, now: Instant, text = "1"): FactValue => {
  const fact = policy.bundle.facts[name]
  switch (fact?.kind) {
    case "one-of":
      return fact.type._tag === "OneOf" ? (fact.type.values[0] ?? "") : ""
    case "some-of":
      return fact.type._tag === "SomeOf" ? (fact.type.values[0] ?? "none") : "none"
    case "scale":
      return fact.type._tag === "Amount" ? (fact.type.max ?? 1) : 1
    case "number":
    case "integer":
    case "money":
      return 1
    case "yes-no":
      return true
    case "date":
      return renderDay(now, policy.zone)
    case "duration":
      return "1 hour"
    case "text":
      return text
    case "file":
    case undefined:
      return "1"
  }
}
