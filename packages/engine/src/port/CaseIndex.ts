/**
 * What a customer's cases say, sealed under the customer's key, so that the few that are like new feedback are found
 * without reading all. A store keeps it in *segments*, which are only ever added.
 */
import type { Sealed } from "./Event.ts"

/** Whose cases are meant: those of a customer, or those of nobody known. */
export type IndexedCustomer = string | null

/** How far the cases of a subject are indexed. */
export interface IndexCoverage {
  /** Some are. */
  readonly isBegun: boolean
  /** Ids of those that are not, or in another edition. */
  readonly without: readonly string[]
}

/** A segment to be added, and the cases that it makes indexed. */
export interface Indexing {
  readonly of: IndexedCustomer
  /** Another key or another form of segments makes another edition. More than 0. */
  readonly edition: number
  readonly cases: readonly IndexedCase[]
  readonly sealed: Sealed
}

export interface IndexedCase {
  readonly id: string
  readonly stream: string
  /** Of the stream as it was read. */
  readonly version: number
}

/** A case, and how far its stream has come. */
export interface CaseHead {
  readonly id: string
  readonly version: number
}

export interface Segment {
  /** Grows with each segment of a subject, until they are dropped. */
  readonly number: number
  readonly sealed: Sealed
}
