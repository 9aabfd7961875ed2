/**
 * Keeps only the facts that a policy declares. A log is read with the facts of one policy; another version can
 * declare others.
 */
import { Fact, type Policy } from "@hearback/core"
import type { Facts } from "./RecordedCase.ts"

/** Returns a function that keeps the facts that a policy declares, if it allows their values. */
export const ownFacts = ({ bundle, zone }: Policy.Policy): ((facts: Facts) => Facts) => {
  const encoders = new Map(
    Object.entries(bundle.facts).map(([name, { type }]) => [name, Fact.encoder(type, zone)] as const)
  )
  return (facts) =>
    Object.fromEntries(Object.entries(facts).filter(([name, value]) => encoders.get(name)?.(value) !== undefined))
}
