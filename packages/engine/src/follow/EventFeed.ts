/** The events of cases in the order of their positions: up to the last one, or on and on as they come. */
import type { EngineContext } from "../context/Context.ts"
import type { Cases, StoredCaseEvent } from "../decide/Cases.ts"
import * as Stream from "../name/Stream.ts"
import type { StoredEvent } from "../port/Event.ts"
import { decode } from "../record/EventCodec.ts"

interface FeedOptions {
  /** Only what comes after this position. */
  readonly after?: number | undefined
  /** Only the events of this case; read from its own stream. */
  readonly case?: string | undefined
  /** Goes on with what comes later, until the signal. */
  readonly follow?: boolean | undefined
  readonly signal: AbortSignal
  /** Told whenever there is nothing more for now. */
  readonly idle?: () => void
}

/** Errors: the reason of the signal. */
export type EventFeed = (options: FeedOptions) => AsyncGenerator<StoredCaseEvent, void>

const pageSize = 200

/** Where nobody tells of the commits of other processes, followers look for them.  Units: ms. */
const pollMs = 250

interface Page {
  readonly events: readonly StoredEvent[]
  /** There may be more at once. */
  readonly more: boolean
}

/** Returns how to read on, page by page, each from where the one before ended. */
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

/** Reads the events of all cases of a store that nobody opens: nothing is decided, and nothing is written. */
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
