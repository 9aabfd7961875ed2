/** Reads facts and channels that were given as words, and checks them against the policy. */
import { Fact, type Policy } from "@hearback/core"
import type { CommandContext } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { notAmong } from "../program/Suggestion.ts"

/** Returns facts by name. Errors: an undeclared fact, a value of the wrong type. */
export const factsOf = (
  pairs: readonly (readonly [string, string])[],
  policy: Policy.Policy,
  context: CommandContext
): Readonly<Record<string, Fact.FactValue>> =>
  Object.fromEntries(
    pairs.map(([name, text]) => {
      const { fault, frame } = context.texts
      const declared = Object.hasOwn(policy.bundle.facts, name) ? policy.bundle.facts[name] : undefined
      if (declared === undefined) {
        const known = Object.keys(policy.bundle.facts)
        return notAmong({ code: "fact/unknown", message: fault.unknownFact(name) }, name, known, frame)
      }
      const value = ["number", "integer", "scale"].includes(declared.kind) ? Number(text) : text
      if (Fact.encode(declared.type, value, policy.zone) !== undefined) return [name, value]
      const words = declared.type._tag === "OneOf" || declared.type._tag === "SomeOf" ? declared.type.values : undefined
      const wrong = { code: "fact/wrong-type", message: fault.wrongFact(name, text) }
      return words === undefined
        ? cannotRun({ ...wrong, expected: context.texts.word.factKind[declared.kind] })
        : notAmong(wrong, text, words, frame)
    })
  )

/** Returns the named channel, or the policy's first passive one. Errors: an undeclared channel. */
export const channelOf = (named: string | undefined, policy: Policy.Policy, context: CommandContext): string => {
  const channels = Object.entries(policy.bundle.channels)
  const known = channels.map(([name]) => name)
  if (named === undefined) return channels.find(([, { mode }]) => mode === "passive")?.[0] ?? known[0] ?? "cli"
  if (known.includes(named) || known.length === 0) return named
  const { fault, frame } = context.texts
  return notAmong({ code: "channel/unknown", message: fault.unknownChannel(named) }, named, known, frame)
}
