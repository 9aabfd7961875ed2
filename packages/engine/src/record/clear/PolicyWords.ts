/** The words that are not free text: those of a policy, and those of the policy language. */
import { Fact, type Policy, Text } from "@hearback/core"
import type { Json } from "../../port/Event.ts"

/** The words that may be in the clear. */
export interface PolicyWords {
  /** Returns whether the policy or the language has this word. */
  has(word: string): boolean
  /** Returns whether the value of a fact may be in the clear: declared, not personal, and not free text. */
  isClearFact(name: string, value: Json): boolean
}

/** The words of the engine; empty at the end of a pause, `settled` for a settled gate. */
const ownWords: ReadonlySet<string> = new Set([
  "",
  "settled",
  ...(["kind", "verb", "outcome", "cause", "because"] as const).flatMap((area) => Text.known(area))
])

/** The words without a policy: only ids, numbers and words of closed lists are clear. */
export const noWords: PolicyWords = { has: () => false, isClearFact: () => false }

const known = new WeakMap<Policy.Policy, PolicyWords>()

/** Returns the words of a policy, collected once for each policy. */
export const wordsOf = (policy: Policy.Policy): PolicyWords => {
  const found = known.get(policy) ?? read(policy)
  known.set(policy, found)
  return found
}

const read = ({ bundle, zone }: Policy.Policy): PolicyWords => {
  const { places: _, zones: __, ...rest } = bundle
  const words = new Set<string>()
  collect(rest, words)
  return {
    has: (word) => ownWords.has(word) || words.has(word),
    isClearFact: (name, value) => {
      const fact = Object.hasOwn(bundle.facts, name) ? bundle.facts[name] : undefined
      if (fact === undefined || fact.personal !== undefined || fact.kind === "file") return false
      if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return false
      const code = Fact.encode(fact.type, value, zone)
      // The code 0 of a text stands for any text that the policy does not mention.
      return code !== undefined && (fact.type._tag !== "Text" || code > 0)
    }
  }
}

/** Collects every name and every text of a bundle. */
const collect = (value: unknown, words: Set<string>): void => {
  if (typeof value === "string") words.add(value)
  else if (Array.isArray(value)) {
    // Tables and automata are long lists of numbers.
    if (typeof value[0] !== "number") for (const item of value) collect(item, words)
  } else if (typeof value === "object" && value !== null)
    for (const [name, inner] of Object.entries(value)) {
      words.add(name)
      collect(inner, words)
    }
}
