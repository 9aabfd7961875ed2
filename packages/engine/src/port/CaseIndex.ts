/**
 * The index of the words of a customer's cases, sealed under the customer's key, so that the few that are like new
 * feedback are found without reading all. A store keeps it in *segments*, which are only ever added.
 */
import type { Sealed } from "./Event.ts"

/** Whose cases are meant: a customer's id; null for the cases of anonymous customers. */
export type IndexedCustomer = string | null

/** How far the cases of a customer are indexed. */
export interface IndexCoverage {
  /** Whether any case is indexed. */
  readonly isBegun: boolean
  /** The ids of cases that are not indexed, or only in another edition. */
  readonly without: readonly string[]
}

/** A segment to add, with the cases that it indexes. */
export interface Indexing {
  readonly of: IndexedCustomer
  /** The edition, above 0. Another key or another format of segments makes another edition. */
  readonly edition: number
  readonly cases: readonly IndexedCase[]
  readonly sealed: Sealed
}

/** A case that a segment indexes. */
export interface IndexedCase {
  readonly id: string
  readonly stream: string
  /** The version of its stream when it was read. */
  readonly version: number
}

/** A case with the present version of its stream. */
export interface CaseHead {
  readonly id: string
  readonly version: number
}

/** A stored segment. */
export interface Segment {
  /** The number of the segment. It grows with each segment of a customer until they are removed. */
  readonly number: number
  readonly sealed: Sealed
}
