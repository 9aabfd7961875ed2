/** A host's consumer of events, which keeps another system up to date; its checkpoint is in the store. */
import { type AnyNames, defined, type PolicyNames } from "@hearback/core"
import type { Consumer, HandlerContext } from "@hearback/engine"
import { type LoopEvent, loopEventOf } from "../answer/LoopEvent.ts"
import type { Session } from "../call/Call.ts"
import * as Shape from "../call/Shape.ts"
import { positionOf } from "../desk/Events.ts"

export type { Consumer }

/**
 * Handles one event. `handling.commit(tx)` records in your own transaction on the store's database that the event is
 * handled, so your writes and this record are stored together, once. Without it the store records it after the handler
 * returns, so an event may be handled twice.
 */
export type EventHandler<N extends PolicyNames = AnyNames> = (
  event: LoopEvent<N>,
  handling: HandlerContext
) => Promise<void> | void

/** Where a new consumer begins. */
export interface ConsumeOptions {
  /** The position after which a consumer begins that the store does not know yet. Default: at the first event. */
  readonly after?: number | string
}

/** Passes every event to a handler, and keeps the position in the store. */
export const consume = async (
  session: Session,
  name: string,
  handler: EventHandler,
  options: ConsumeOptions = {}
): Promise<Consumer> => {
  session.begin()
  Shape.checkValue("the name of a consumer", name, Shape.name)
  Shape.check("consume", options, { after: Shape.anything })
  const { after } = options
  const { engine } = session
  return engine.consumers.start(
    name,
    async (one, handling) =>
      handler(await loopEventOf(session, await engine.policies.of(one.stored.policy), one), handling),
    defined({ after: after === undefined ? undefined : positionOf(after) })
  )
}
