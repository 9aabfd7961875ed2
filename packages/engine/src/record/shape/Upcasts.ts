/**
 * Events of older versions, brought to the one that is written today. The version that is written is one more than there
 * are steps, so a step stands here for good.
 *
 * To change the shape of an event so that old records no longer fit it: add a step, then run `node --run schemas`.
 */
import type { Body } from "../clear/Split.ts"
import type { StreamEvents, StreamKind } from "../clear/StreamEvents.ts"

/** Makes the body of one version that of the next. What is sealed of it may be absent, and then stays so. */
export type Upcast = (body: Body) => Body

/** By the kind of stream and the name of the event, from version 1 on. */
export type Upcasts = {
  readonly [Kind in StreamKind]?: { readonly [Name in keyof StreamEvents[Kind]]?: readonly Upcast[] }
}

export const upcasts: Upcasts = {}
