/** Facts that a policy knows: the log was read in the words of one policy, and another version may know others. */
import { Fact, type Policy } from "@hearback/core"
import type { Facts } from "./RecordedCase.ts"

/** Returns what keeps of facts those that a policy declares, with values that it allows. */
export const ownFacts = ({ bundle, zone }: Policy.Policy): ((facts: Facts) => Facts) => {
  const encoders = new Map(
    Object.entries(bundle.facts).map(([name, { type }]) => [name, Fact.encoder(type, zone)] as const)
  )
  return (facts) =>
    Object.fromEntries(Object.entries(facts).filter(([name, value]) => encoders.get(name)?.(value) !== undefined))
}
