/** Reads what the forms of a policy ask for. */
import type { Bundle, Policy } from "@hearback/core"

/** Returns the form of a channel: its own form over that of all channels. */
export const formOf = ({ bundle }: Policy.Policy, channel: string): Bundle.FormRule =>
  bundle.channels[channel]?.form ?? bundle.form

/** Returns the facts that customers must give. */
export const requiredFacts = (policy: Policy.Policy, channel: string): readonly string[] => {
  const { require, prefill } = formOf(policy, channel)
  return require.filter((field) => Object.hasOwn(policy.bundle.facts, field) && !prefill.includes(field))
}
