/** Chooses what customers write: given texts by what the policy reads in them, else words of its dictionary. */
import { type Gathered, Landing, type Policy } from "@hearback/core"
import type { TextPlan } from "../model/Plan.ts"

const pick = (from: readonly string[], share: number): string | undefined =>
  from[Math.min(from.length - 1, Math.floor(share * from.length))]

/** Returns the category that the policy gives a text by its words. */
const categoryIn = ({ found }: Gathered.WordsRead): string | undefined => found.category

/** A cache of what each dictionary has read, so that all plans for a policy read a text once. */
const readBy = new WeakMap<Policy.Policy["classifier"], Map<string, Gathered.WordsRead>>()

/** Returns the texts of a policy. */
export const textsOf = (policy: Policy.Policy, given: readonly string[] | undefined): TextPlan => {
  const { dictionary } = policy.bundle
  const known = readBy.get(policy.classifier) ?? new Map<string, Gathered.WordsRead>()
  readBy.set(policy.classifier, known)
  const read = (text: string): Gathered.WordsRead => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = Landing.readWords(policy, [text])
    // Lists of words are short; a text that is written only once is not worth caching.
    if (known.size < 10_000) known.set(text, made)
    return made
  }

  const byCategory = new Map<string, string[]>()
  const everything: string[] = [...(given ?? [])]
  const put = (category: string, text: string): void =>
    void byCategory.set(category, [...(byCategory.get(category) ?? []), text])
  for (const text of everything) put(categoryIn(read(text)) ?? dictionary.otherwise ?? "", text)
  for (const { name, words } of dictionary.categories) {
    if (byCategory.has(name)) continue
    for (const word of words) if (categoryIn(read(word)) === name) put(name, word)
    // A text without known words is for cases without a category.
    if (!byCategory.has(name) && name === dictionary.otherwise) put(name, "?")
  }
  if (everything.length === 0) for (const texts of byCategory.values()) everything.push(...texts)
  if (everything.length === 0) everything.push("?")

  const angry = new Map(dictionary.emotions.map(({ level, words }) => [level, words]))
  return {
    read,
    of: (category, emotion, share) => {
      const said = pick(byCategory.get(category ?? "") ?? everything, share) ?? "?"
      const shown = emotion === undefined ? undefined : pick(angry.get(emotion) ?? [], share)
      return shown === undefined ? said : `${said} ${shown}`
    }
  }
}

/** Returns the categories that words can show. */
export const spokenCategories = ({ bundle: { dictionary } }: Policy.Policy): readonly string[] =>
  dictionary.categories.filter(({ words }) => words.length > 0).map(({ name }) => name)
