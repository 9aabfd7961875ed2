/** The smallest evidence that a gate takes. */
import type { Bundle, Case, Command, Policy } from "@hearback/core"
import { defined, Instant } from "@hearback/core"

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
  const own = ofKind(policy, rule, moment)
  return own && { ...own, ...defined({ fields: missing.length === 0 ? undefined : fields }) }
}

const ofKind = (
  policy: Policy.Policy,
  rule: Bundle.GateRule,
  { by, now, isSystemic }: Moment
): Command.Evidence | undefined => {
  switch (rule.kind) {
    case "acknowledgement":
    case "classification":
    case "containment":
    case "record":
    case "approval":
      return {}
    case "correction":
    case "prevention": {
      const due = Instant.renderInstant(now, policy.zone).slice(0, 10)
      return { actions: [{ what: "1", metric: "1", target: "1", owner: by, due }] }
    }
    case "root-cause":
      return {
        ...defined({ method: rule.method?.[0] }),
        whys: Array.from({ length: rule.depth ?? 1 }, (_, i) => String(i + 1)),
        cause: isSystemic ? "systemic" : "incidental",
        evidence: ["1"]
      }
    case "proposal":
      return { proposal: "1" }
    case "decision":
      return { decision: rule.oneOf?.[0] ?? "1", reason: "1" }
    case "result":
      return { result: "1" }
    case "effectiveness":
      return rule.proof === "metric" || rule.proof === "either" ? { proof: "1" } : undefined
    case "confirmation":
      return undefined
  }
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
