/** The smallest evidence that a gate takes. */
import type { Bundle, Case, Command, Policy } from "@hearback/core"
import { defined, gateFacts, Instant } from "@hearback/core"

interface Moment {
  readonly by: string
  readonly now: number
  /** A gate on the way asks whether the cause is systemic. */
  readonly isSystemic: boolean
}

/** Returns evidence that passes a gate, or nothing where only time gives it. */
export const evidenceOf = (
  policy: Policy.Policy,
  state: Case.Case,
  rule: Bundle.GateRule,
  moment: Moment
): Command.Evidence | undefined => {
  const missing = rule.fields.filter((name) => state.feedback.facts[name] === undefined)
  const fields = Object.fromEntries(missing.map((name) => [name, valueFor(policy, name, moment.now)]))
  const { example } = gateFacts[rule.kind]
  const today = Instant.renderInstant(moment.now, policy.zone).slice(0, 10)
  const own = example === undefined ? {} : example(rule, { ...moment, today })
  return own && { ...own, ...defined({ fields: missing.length === 0 ? undefined : fields }) }
}

/** A value of a fact's type. */
const valueFor = (policy: Policy.Policy, name: string, now: number): string | number | boolean => {
  const fact = policy.bundle.facts[name]
  switch (fact?.kind) {
    case "one-of":
      return fact.type._tag === "OneOf" ? (fact.type.values[0] ?? "") : ""
    case "number":
    case "integer":
    case "money":
      return 1
    case "yes-no":
      return true
    case "date":
      return Instant.renderInstant(now, policy.zone).slice(0, 10)
    case "duration":
      return "1 hour"
    case "text":
    case "file":
    case undefined:
      return "1"
  }
}
