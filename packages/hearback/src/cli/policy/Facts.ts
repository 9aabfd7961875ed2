/** Facts and channels given as words, held against what the policy declares. */
import { Fact, type Policy } from "@hearback/core"
import type { Context } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { nearest } from "../program/Nearest.ts"

/** Returns facts by name. Errors: a fact that the policy does not declare, a value that is none of it. */
export const factsOf = (
  pairs: readonly (readonly [string, string])[],
  policy: Policy.Policy,
  context: Context
): Readonly<Record<string, Fact.FactValue>> =>
  Object.fromEntries(
    pairs.map(([name, text]) => {
      const { fault, frame } = context.texts
      const declared = Object.hasOwn(policy.bundle.facts, name) ? policy.bundle.facts[name] : undefined
      if (declared === undefined) {
        const known = Object.keys(policy.bundle.facts)
        const guess = nearest(name, known)
        return cannotRun({
          code: "fact/unknown",
          message: fault.unknownFact(name),
          expected: known.length === 0 ? frame.noneKnown : frame.oneOf(known),
          ...(guess === undefined ? {} : { help: frame.didYouMean(guess) })
        })
      }
      const value = declared.kind === "number" || declared.kind === "integer" ? Number(text) : text
      if (Fact.encode(declared.type, value, policy.zone) !== undefined) return [name, value]
      const words = declared.type._tag === "OneOf" ? declared.type.values : undefined
      const guess = words === undefined ? undefined : nearest(text, words)
      return cannotRun({
        code: "fact/wrong-type",
        message: fault.wrongFact(name, text),
        expected: words === undefined ? context.texts.word.factKind[declared.kind] : frame.oneOf(words),
        ...(guess === undefined ? {} : { help: frame.didYouMean(guess) })
      })
    })
  )

/** Returns the channel named, or the policy's first passive one. Errors: a channel that the policy does not declare. */
export const channelOf = (named: string | undefined, policy: Policy.Policy, context: Context): string => {
  const channels = Object.entries(policy.bundle.channels)
  const known = channels.map(([name]) => name)
  if (named === undefined) return channels.find(([, { mode }]) => mode === "passive")?.[0] ?? known[0] ?? "cli"
  if (known.includes(named) || known.length === 0) return named
  const { fault, frame } = context.texts
  const guess = nearest(named, known)
  return cannotRun({
    code: "channel/unknown",
    message: fault.unknownChannel(named),
    expected: frame.oneOf(known),
    ...(guess === undefined ? {} : { help: frame.didYouMean(guess) })
  })
}
