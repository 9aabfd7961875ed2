/** The events of cases in the order of their positions, up to the last one or continuing with new ones. */
import type { EngineContext } from "../context/Context.ts"
import type { Cases, StoredCaseEvent } from "../decide/Cases.ts"
import * as Stream from "../name/Stream.ts"
import type { StoredEvent } from "../port/Event.ts"
import { decode } from "../record/EventCodec.ts"

interface FeedOptions {
  /** Only events after this position. */
  readonly after?: number | undefined
  /** Only the events of this case, read from its own stream. */
  readonly case?: string | undefined
  /** Continues with later events until the signal. */
  readonly follow?: boolean | undefined
  readonly signal: AbortSignal
  /** Called whenever no more events are available for now. */
  readonly idle?: () => void
}

/** Reads events.  Errors: the reason of the signal. */
export type EventFeed = (options: FeedOptions) => AsyncGenerator<StoredCaseEvent, void>

const pageSize = 200

/** How often followers look for commits of other processes if nobody reports these.  Units: ms. */
const pollMs = 250

interface Page {
  readonly events: readonly StoredEvent[]
  /** Whether there may be more events at once. */
  readonly more: boolean
}

/** Returns a function that reads the next page, from the end of the one before. */
const pagesOf = (
  { store, tenant }: Pick<EngineContext, "store" | "tenant">,
  after: number,
  id: string | undefined
): (() => Promise<Page>) => {
  let position: number | null = after
  let version = 0
  if (id === undefined)
    return async () => {
      const page = await store.read(tenant, position, pageSize)
      position = page.next
      const events = page.events.filter(({ stream }) => Stream.caseIn(stream) !== undefined)
      return { events, more: page.events.length > 0 }
    }
  return async () => {
    const { events } = await store.load({ tenant, stream: Stream.ofCase(id) }, version)
    version += events.length
    return { events: events.filter((event) => event.position > after), more: false }
  }
}

/** Makes the feed of an engine. */
export const makeEventFeed = (context: EngineContext, cases: Cases): EventFeed =>
  async function* ({ after = 0, case: id, follow = false, signal, idle }) {
    const { commits, store, tenant } = context
    const read = pagesOf(context, after, id)
    const stop = follow ? store.watch?.(tenant, commits.tell) : undefined
    try {
      for (;;) {
        signal.throwIfAborted()
        const { heard } = commits
        const { events, more } = await read()
        for (const stored of events) {
          yield { stored, event: await cases.decodeEvent(stored) }
          signal.throwIfAborted()
        }
        if (more) continue
        if (!follow) return
        idle?.()
        await commits.next(heard, pollMs, signal)
      }
    } finally {
      stop?.()
    }
  }

/** Reads the events of all cases of a store without opening an engine: nothing is decided or written. */
export async function* readRecord(
  of: Pick<EngineContext, "store" | "keys" | "tenant">
): AsyncGenerator<StoredCaseEvent, void> {
  const read = pagesOf(of, 0, undefined)
  for (;;) {
    const { events, more } = await read()
    for (const stored of events) yield { stored, event: await decode(of.keys, "case", stored) }
    if (!more) return
  }
}
