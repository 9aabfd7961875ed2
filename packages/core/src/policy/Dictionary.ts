/** The part of a bundle with the words by which feedback is classified. */

import type { ToneWords } from "../language/Tone.ts"
import type { Target } from "../time/Target.ts"
import type { Text } from "./Rule.ts"

/** A category of a policy, with its words. */
export interface CategoryRule {
  readonly name: string
  readonly title?: Text
  readonly words: readonly string[]
  readonly kind?: string
  readonly under?: string
  readonly department?: string
  /** The default level of each dimension. */
  readonly defaults: Readonly<Record<string, string>>
}

/** The dictionary of a policy, and how sure it must be. */
export interface DictionaryRule {
  /** A share from 0 to 1. If the confidence is below it, a person is asked. */
  readonly sureAbove: number
  /** The role that is asked then. */
  readonly reviewBy?: string
  /** The category of a text in which no category is found. */
  readonly otherwise?: string
  readonly kinds: readonly { readonly kind: string; readonly words: readonly string[] }[]
  readonly otherwiseKind: string
  readonly categories: readonly CategoryRule[]
  /** How long a category or grade set by a person holds; absent: until the case is closed. */
  readonly overrideLasts?: Target
  /** Levels of emotion with their words, the strongest first. */
  readonly emotions: readonly { readonly level: string; readonly words: readonly string[] }[]
  /** Judging words by weight. If a word is listed twice, the first weight counts. */
  readonly tone: readonly ToneWords[]
  readonly negation: readonly string[]
  readonly stronger: readonly string[]
  readonly weaker: readonly string[]
  readonly signals: readonly { readonly name: string; readonly words: readonly string[]; readonly ask?: string }[]
}
