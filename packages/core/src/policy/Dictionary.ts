/** The words by which feedback is understood: a part of the bundle. */

import type { ToneWords } from "../language/Tone.ts"
import type { Target } from "../time/Target.ts"
import type { Text } from "./Rule.ts"

export interface CategoryRule {
  readonly name: string
  readonly title?: Text
  readonly words: readonly string[]
  readonly kind?: string
  readonly under?: string
  readonly department?: string
  /** Level by dimension. */
  readonly defaults: Readonly<Record<string, string>>
}

export interface DictionaryRule {
  /** Share, 0..1. */
  readonly sureAbove: number
  /** The role that is asked below it. */
  readonly reviewBy?: string
  /** The category of what matches none. */
  readonly otherwise?: string
  readonly kinds: readonly { readonly kind: string; readonly words: readonly string[] }[]
  readonly otherwiseKind: string
  readonly categories: readonly CategoryRule[]
  /** How long a person's category or grade stays; absent: until the case is closed. */
  readonly overrideLasts?: Target
  /** Strongest first. */
  readonly emotions: readonly { readonly level: string; readonly words: readonly string[] }[]
  /** Words of judgement by their weight; where a word stands twice the first one counts. */
  readonly tone: readonly ToneWords[]
  readonly negation: readonly string[]
  readonly stronger: readonly string[]
  readonly weaker: readonly string[]
  readonly signals: readonly { readonly name: string; readonly words: readonly string[]; readonly ask?: string }[]
}
