/**
 * The record of a case: how long it is kept, and whether its customer was erased from it. Once its retention time is
 * over nothing more happens to the case; a later message of the customer is new feedback.
 */
import type { Instant } from "../../time/Instant.ts"
import type { EvolveTable } from "./Track.ts"

/** The state of the record of a case. */
export interface RecordState {
  /** When its retention time was over. */
  readonly expiredAt: Instant | undefined
  /** When its personal data became unreadable. */
  readonly erasedAt: Instant | undefined
}

/** The events of the record, by name. */
export interface RecordEvents {
  "record-expired": Readonly<Record<never, never>>
  /**
   * The key was destroyed of the case's customer, or of `customer`, whose case was merged into it. The rest of the
   * record stays.
   */
  "customer-erased": { readonly by: string; readonly reason: string; readonly customer?: string }
}

/** The state of a record that is kept and readable. */
export const nothing: RecordState = { expiredAt: undefined, erasedAt: undefined }

/** Returns the state of the record after an event. */
export const evolve: EvolveTable<RecordState, RecordEvents> = {
  "record-expired": (s, e) => ({ ...s, expiredAt: e.at }),
  "customer-erased": (s, e) => (e.customer === undefined ? { ...s, erasedAt: e.at } : s)
}
