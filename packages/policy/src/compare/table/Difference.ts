/**
 * Differences between two policies as plain data. Each has the cases that it concerns and its line in both policies.
 */
import type { FactType, PolicyPlace, Ranges, RuleId } from "../../bundle/Bundle.ts"

/** The aspects of a policy that are compared, in the order of the report. */
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
/** One of the compared aspects. */
export type Aspect = (typeof aspects)[number]

/**
 * The effect of a change on a customer. `weaker`: some case is owed less, or one person may do more alone.
 * `perhaps-weaker`: which of the two is stronger depends on the calendar or the day, as with `24 hours` and `1 day`.
 */
export type Weight = "weaker" | "perhaps-weaker" | "other" | "stronger"
/** All weights, in the order of the report. */
export const weights: readonly Weight[] = ["weaker", "perhaps-weaker", "other", "stronger"]

/** A value as the bundle has it; `undefined` if a policy has none. */
export type BundleValue = unknown

/** The values that one input must have. */
export interface DifferenceCell {
  readonly input: string
  readonly type: FactType
  /** The values that are meant. */
  readonly set: Ranges
  /** All values that the input can have. */
  readonly domain: Ranges
}

/** The cases for which two policies differ in one way. */
export interface DifferingCases {
  /** How many of the classes of cases that the rows of both policies distinguish. */
  readonly classes: number
  readonly of: number
  /** Conditions, any of which may hold; all cells of one must hold. An empty condition means every case. */
  readonly when: readonly (readonly DifferenceCell[])[]
  /** How many more such conditions there are. */
  readonly more: number
  /** An example: a value for each input that matters. */
  readonly witness: readonly (Omit<DifferenceCell, "set" | "domain"> & { readonly code: number })[]
}

/** A consequence of a changed grade: another deadline, or a gate that is demanded or no longer demanded. */
export interface Consequence {
  readonly aspect: "clock" | "gate"
  readonly of: string
  /** The loops that have the consequence. */
  readonly loops: readonly string[]
  /** The duration, or the kind of the gate; absent if there is none. */
  readonly before?: BundleValue
  readonly after?: BundleValue
}

/** One difference between two policies. */
export interface Difference {
  readonly aspect: Aspect
  /**
   * The dimension, clock, gate, role, message or word that differs; empty if the policy has only one of this aspect.
   */
  readonly of: string
  /** The loops that have the difference. */
  readonly loops: readonly string[]
  /** The key that differs, as the policy language writes it: `within`, `compensate.per-case`. */
  readonly key: string
  readonly before?: BundleValue
  readonly after?: BundleValue
  readonly weight: Weight
  /** The cases that it concerns; absent: every case. */
  readonly cases?: DifferingCases
  /** The consequences of another level, if a grade differs. */
  readonly leadsTo?: readonly Consequence[]
  /** A customer's words that the two policies read differently. */
  readonly reading?: ReadingDifference
  readonly places: { readonly before?: PolicyPlace; readonly after?: PolicyPlace }
}

/** How two policies read the same words. */
export interface ReadingDifference {
  readonly text: string
  readonly before: ReadAs
  readonly after: ReadAs
}

/** How a dictionary reads words; null if it finds nothing. */
export interface ReadAs {
  readonly kind: string
  readonly category: string | null
  readonly emotion: string | null
  readonly signals: readonly string[]
}

/** A difference while the comparison runs, with paths instead of lines. */
export interface DraftDifference extends Omit<Difference, "places" | "loops"> {
  readonly loop?: string
  readonly rules: readonly [before: RuleId | undefined, after: RuleId | undefined]
}

/** A part that could not be compared completely: the results are correct, but there may be more. */
export interface NotDone {
  readonly aspect: Aspect
  readonly of: string
}
