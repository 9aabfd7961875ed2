/** Events of cases for a host: from the beginning or a position, up to the last one or continuously. */
import { type LoopEvent, loopEventOf } from "../answer/LoopEvent.ts"
import type { Session } from "../call/Call.ts"
import { hearbackError } from "../call/HearbackError.ts"
import * as Shape from "../call/Shape.ts"

/** Which events are read, and whether reading continues with new ones. */
export interface EventsOptions {
  /** The position of the last event that was read: reading continues after it. Default: from the first event. */
  readonly after?: number | string
  /** Only the events of this case. */
  readonly case?: string
  /** Whether to wait for new events after the last one. Default false. */
  readonly follow?: boolean
  /** Ends reading when it is aborted. */
  readonly signal?: AbortSignal
}

const fields: Readonly<Record<keyof EventsOptions, Shape.ValueKind>> = {
  // An invalid position has its own error.
  after: Shape.anything,
  case: Shape.name,
  follow: Shape.flag,
  signal: Shape.signal
}

/** Returns a position as a number.  Errors: `events/position`. */
export const positionOf = (given: number | string): number => {
  const position = typeof given === "string" && /^\d+$/.test(given) ? Number(given) : given
  if (typeof position === "number" && Number.isSafeInteger(position) && position >= 0) return position
  throw hearbackError("events/position", `\`${String(given)}\` is not a position: give that of an event that was read`)
}

/** Returns the events that the options select. */
export const eventsOf = (session: Session, options: EventsOptions = {}): AsyncIterable<LoopEvent> => {
  session.begin()
  Shape.check("events", options, fields)
  // An invalid position throws at once, not when reading begins.
  const after = options.after === undefined ? 0 : positionOf(options.after)
  return read(session, options, after)
}

async function* read(
  session: Session,
  { case: id, follow, signal }: EventsOptions,
  after: number
): AsyncGenerator<LoopEvent, void> {
  const { engine, closing } = session
  const ends = signal === undefined ? closing : AbortSignal.any([signal, closing])
  try {
    for await (const one of engine.feed({ after, case: id, follow, signal: ends }))
      yield await loopEventOf(session, await engine.policies.of(one.stored.policy), one)
  } catch (thrown) {
    // Following ends when the loop is closed.
    if (follow === true && closing.aborted && signal?.aborted !== true) return
    throw thrown
  }
}
