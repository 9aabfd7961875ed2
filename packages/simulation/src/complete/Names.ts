/** What assumptions call things: the titles that the policy gives, else its names. */
import { type Bundle, inLanguage, type Policy, Text } from "@hearback/core"
import { said, type TranslatedText } from "../text/TranslatedText.ts"

type Titled = Parameters<typeof inLanguage>[0]

const named = ({ bundle }: Policy.Policy, title: Titled, name: string): TranslatedText => {
  return said((_, language) => inLanguage(title, language, bundle.language) ?? name)
}

export const roleNamed = (policy: Policy.Policy, role: string): TranslatedText =>
  named(policy, policy.bundle.roles[role]?.title, role)

export const channelNamed = (policy: Policy.Policy, channel: string): TranslatedText =>
  named(policy, policy.bundle.channels[channel]?.title, channel)

export const categoryNamed = (policy: Policy.Policy, category: string): TranslatedText =>
  named(policy, policy.bundle.dictionary.categories.find(({ name }) => name === category)?.title, category)

export const factNamed = (policy: Policy.Policy, fact: string): TranslatedText =>
  named(policy, policy.bundle.facts[fact]?.title, fact)

export const kindNamed = (kind: Bundle.GateKind): TranslatedText =>
  said((_, language) => Text.word("gate-kind", kind, language))
