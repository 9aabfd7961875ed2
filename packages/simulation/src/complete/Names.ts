/** The names of things in assumptions: the titles of the policy, else its names. */
import { type Bundle, inLanguage, type Policy, Text } from "@hearback/core"
import { said, type TranslatedText } from "../text/TranslatedText.ts"

type Titled = Parameters<typeof inLanguage>[0]

const named = ({ bundle }: Policy.Policy, title: Titled, name: string): TranslatedText => {
  return said((_, language) => inLanguage(title, language, bundle.language) ?? Text.readable(name))
}

/** Returns the title of a role. */
export const roleNamed = (policy: Policy.Policy, role: string): TranslatedText =>
  named(policy, policy.bundle.roles[role]?.title, role)

/** Returns the title of a channel. */
export const channelNamed = (policy: Policy.Policy, channel: string): TranslatedText =>
  named(policy, policy.bundle.channels[channel]?.title, channel)

/** Returns the title of a category. */
export const categoryNamed = (policy: Policy.Policy, category: string): TranslatedText =>
  named(policy, policy.bundle.dictionary.categories.find(({ name }) => name === category)?.title, category)

/** Returns the title of a fact. */
export const factNamed = (policy: Policy.Policy, fact: string): TranslatedText =>
  named(policy, policy.bundle.facts[fact]?.title, fact)

/** Returns the word for a kind of gate. */
export const kindNamed = (kind: Bundle.GateKind): TranslatedText =>
  said((_, language) => Text.word("gate-kind", kind, language))
