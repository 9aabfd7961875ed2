/**
 * Converts events of older versions to the present one. The present version is one more than the number of steps, so a
 * step is never removed.
 *
 * To change the shape of an event so that old records do not fit it: add a step, then run `node --run schemas`.
 */
import type { Body } from "../clear/Split.ts"
import type { StreamEvents, StreamKind } from "../clear/StreamEvents.ts"

/** Converts the body of one version to that of the next. Sealed fields may be absent and then stay absent. */
export type Upcast = (body: Body) => Body

/** The steps by kind of stream and by event, from version 1 on. */
export type Upcasts = {
  readonly [Kind in StreamKind]?: { readonly [Name in keyof StreamEvents[Kind]]?: readonly Upcast[] }
}

/** The steps of the engine's events. */
export const upcasts: Upcasts = {}
