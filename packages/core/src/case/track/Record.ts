/**
 * The record itself: how long it is kept, and that its customer was erased from it. After its time nothing more happens
 * to a case; whatever the customer says then is new feedback.
 */
import type { Instant } from "../../time/Instant.ts"
import type { EvolveTable } from "./Track.ts"

export interface RecordState {
  /** When its time to be kept was over. */
  readonly expiredAt: Instant | undefined
  /** When what was personal in it became unreadable. */
  readonly erasedAt: Instant | undefined
}

export interface RecordEvents {
  "record-expired": Readonly<Record<never, never>>
  /** The key of its customer, or of `customer` whose case was merged into it, was destroyed; the record is intact. */
  "customer-erased": { readonly by: string; readonly reason: string; readonly customer?: string }
}

export const nothing: RecordState = { expiredAt: undefined, erasedAt: undefined }

export const evolve: EvolveTable<RecordState, RecordEvents> = {
  "record-expired": (s, e) => ({ ...s, expiredAt: e.at }),
  "customer-erased": (s, e) => (e.customer === undefined ? { ...s, erasedAt: e.at } : s)
}
