/** What differs between two policies: plain data, each with the cases that it concerns and its line in both. */
import type { FactType, PolicyPlace, Ranges, RuleId } from "../../bundle/Bundle.ts"

export const aspects = [
  "grade",
  "loop",
  "gate",
  "clock",
  "authority",
  "retention",
  "owner",
  "message",
  "words",
  "other"
] as const
export type Aspect = (typeof aspects)[number]

/**
 * What the change means for a customer. `weaker`: some case is owed less, or one person may do more alone.
 * `perhaps-weaker`: which of the two is stronger depends on the calendar or the day, as with `24 hours` and `1 day`.
 */
export type Weight = "weaker" | "perhaps-weaker" | "other" | "stronger"
export const weights: readonly Weight[] = ["weaker", "perhaps-weaker", "other", "stronger"]

/** A value as the bundle keeps it; `undefined` where a policy has none. */
export type BundleValue = unknown

/** What one input has to be. */
export interface DifferenceCell {
  readonly input: string
  readonly type: FactType
  /** The values that are meant. */
  readonly set: Ranges
  /** All that it can be. */
  readonly domain: Ranges
}

/** The cases for which two policies differ in one way. */
export interface DifferingCases {
  /** How many of the classes of cases that the rows of both policies tell apart. */
  readonly classes: number
  readonly of: number
  /** Any of these; all cells of one hold. An empty one is every case. */
  readonly when: readonly (readonly DifferenceCell[])[]
  /** How many more such conditions there are. */
  readonly more: number
  /** A value for each input that matters. */
  readonly witness: readonly (Omit<DifferenceCell, "set" | "domain"> & { readonly code: number })[]
}

/** What a change leads to beside itself: another deadline, a gate that is demanded or no longer. */
export interface Consequence {
  readonly aspect: "clock" | "gate"
  readonly of: string
  /** Loops in which it is so. */
  readonly loops: readonly string[]
  /** The length of time, or the kind of the gate; absent where there is none. */
  readonly before?: BundleValue
  readonly after?: BundleValue
}

export interface Difference {
  readonly aspect: Aspect
  /** The dimension, clock, gate, role, message or word that it is about; empty where there is one of its kind alone. */
  readonly of: string
  /** Loops in which it is so. */
  readonly loops: readonly string[]
  /** What differs, by the keys of the policy language: `within`, `compensate.per-case`. */
  readonly key: string
  readonly before?: BundleValue
  readonly after?: BundleValue
  readonly weight: Weight
  /** Absent: every case. */
  readonly cases?: DifferingCases
  /** Of a grade: what the other level leads to. */
  readonly leadsTo?: readonly Consequence[]
  /** Words of a customer that the two policies read otherwise. */
  readonly reading?: ReadingDifference
  readonly places: { readonly before?: PolicyPlace; readonly after?: PolicyPlace }
}

export interface ReadingDifference {
  readonly text: string
  readonly before: ReadAs
  readonly after: ReadAs
}

/** What words come to; null where the dictionary finds none. */
export interface ReadAs {
  readonly kind: string
  readonly category: string | null
  readonly emotion: string | null
  readonly signals: readonly string[]
}

/** A difference while it is being found: its lines are still paths. */
export interface DraftDifference extends Omit<Difference, "places" | "loops"> {
  readonly loop?: string
  readonly rules: readonly [before: RuleId | undefined, after: RuleId | undefined]
}

/** What could not be compared to its end: what was found is true, but there may be more. */
export interface NotDone {
  readonly aspect: Aspect
  readonly of: string
}
