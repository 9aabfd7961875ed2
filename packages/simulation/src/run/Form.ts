/** Fills in what a form requires and nothing else gives, so that nobody is asked for it first. */
import { type Command, exampleValue, type Fact, Instant, type Policy } from "@hearback/core"
import { formOf, requiredFacts } from "../complete/Forms.ts"
import { wordsOf } from "./CustomerTexts.ts"

interface Filling {
  readonly now: number
  /** What is known without the form. */
  readonly onFile: Readonly<Record<string, Fact.FactValue>>
  readonly category: string | undefined
  readonly draw: (purpose: string) => number
}

/** Returns feedback with all that its form requires. */
export const filled = (policy: Policy.Policy, given: Command.Submit, filling: Filling): Command.Submit => {
  const { category, onFile } = filling
  const said = wordsOf(policy)
  const answers: Readonly<Record<string, Partial<Command.Submit>>> = {
    where: { where: said("where") },
    demand: { demand: said("demand") },
    description: { description: said("description") },
    "happened-at": { happenedAt: Instant.renderInstant(filling.now, policy.zone) },
    category: category === undefined ? {} : { category },
    attachments: { attachments: ["1"] }
  }
  const known = { ...onFile, ...given.facts }
  const missing = requiredFacts(policy, given.channel).filter((name) => known[name] === undefined)
  const facts = missing.map((name) => [name, factOf(policy, name, filling)] as const)
  return {
    ...Object.assign({}, ...formOf(policy, given.channel).require.map((field) => answers[field])),
    ...given,
    ...(facts.length === 0 ? {} : { facts: { ...given.facts, ...Object.fromEntries(facts) } })
  }
}

/** Returns a random value. Choices are equally likely; any other value is as good as another. */
const factOf = (policy: Policy.Policy, name: string, { now, draw }: Filling): Fact.FactValue => {
  const { type, kind } = policy.bundle.facts[name] ?? {}
  const share = draw(`form ${name}`)
  if (type?._tag === "OneOf") return type.values[Math.floor(share * type.values.length)] ?? ""
  return kind === "yes-no" ? share < 0.5 : exampleValue(policy, name, now)
}
