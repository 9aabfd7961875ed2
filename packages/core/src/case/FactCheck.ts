/** Checks the facts of a command against the facts that the policy declares. */
import type { Policy } from "../policy/Policy.ts"
import { encode, type FactType } from "../table/Fact.ts"
import { defined } from "../value/Optional.ts"
import type { RefusalReason } from "./Refusal.ts"
import { reason } from "./Refusal.ts"

/** Returns why facts cannot be recorded: the policy does not declare the fact, or the value is not of its type. */
export const againstFacts = (
  { policy }: { readonly policy: Policy },
  facts: Readonly<Record<string, unknown>>
): readonly RefusalReason[] =>
  Object.entries(facts).flatMap(([name, value]) => {
    const declared = Object.hasOwn(policy.bundle.facts, name) ? policy.bundle.facts[name] : undefined
    if (declared === undefined)
      return [reason("fact/unknown", undefined, { fact: name, known: Object.keys(policy.bundle.facts) })]
    const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    return plain && encode(declared.type, value, policy.zone) !== undefined
      ? []
      : [
          reason(
            "fact/wrong-type",
            `facts.${name}`,
            defined({ fact: name, value: String(value), expected: declared.kind, allowed: allowed(declared.type) })
          )
        ]
  })

/** Returns the values that a fact may have; undefined if its type does not list them. */
const allowed = (type: FactType): readonly string[] | undefined => {
  if (type._tag === "OneOf" || type._tag === "SomeOf") return type.values
  if (type._tag !== "Amount" || type.min === undefined || type.max === undefined || type.max - type.min > 10)
    return undefined
  const { min, max } = type
  return Array.from({ length: max - min + 1 }, (_, i) => String(min + i))
}
