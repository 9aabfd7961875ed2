/**
 * Consumers of events. The store keeps the position of each under its name. Each event is handled at least once, and
 * the next one only after it.
 */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type { EngineContext } from "../context/Context.ts"
import { engineError } from "../context/EngineError.ts"
import type { StoredCaseEvent } from "../decide/Cases.ts"
import * as MetaKey from "../name/MetaKey.ts"
import * as Stream from "../name/Stream.ts"
import type { Querier } from "../port/EventStore.ts"
import { storeError } from "../port/StoreError.ts"
import { textsIn } from "../redact/Redaction.ts"
import type { EventFeed } from "./EventFeed.ts"

/** What the handler of a consumer gets beside the event. */
export interface HandlerContext {
  /** Ends when the handler's time is over, or when the consumer is stopped at once. */
  readonly signal: AbortSignal
  /** Records in the host's own transaction that this event is handled, so that both are stored or neither. */
  readonly commit: (tx: Querier) => Promise<void>
}

type Handle = (event: StoredCaseEvent, handling: HandlerContext) => Promise<void> | void

/** A reader that receives every event in order, also new ones, until it is stopped. */
export interface Consumer {
  /** The position of the last event that was handled; 0 before the first. */
  readonly position: number
  /** Stops after the event that is being handled now. */
  stop(): Promise<void>
}

/** Starts and stops consumers. */
export interface Consumers {
  /**
   * Handles all events so far and then new ones; resolves when it has caught up. A failing handler is called again with
   * the same event after a pause.
   *
   * Errors: `consumer/running` for a name that is in use.
   */
  start(name: string, handle: Handle, options?: { readonly after?: number | undefined }): Promise<Consumer>
  /** Stops all consumers, each after its present event. */
  stop(): Promise<void>
}

const pauses = Schedule.min([Schedule.exponential("50 millis"), Schedule.spaced("30 seconds")]).pipe(Schedule.jittered)

/** Makes the consumers of an engine. */
export const makeConsumers = (context: EngineContext, feed: EventFeed): Consumers => {
  const { store, tenant } = context
  const running = new Map<string, Consumer>()

  const checkpointOf = async (name: string): Promise<number | undefined> => {
    const kept = await store.meta(tenant, MetaKey.consumer(name))
    return typeof kept === "number" ? kept : undefined
  }

  /** Handles one event until that succeeds. Then it stores the consumer's position, unless the handler did. */
  const handled = async (name: string, one: StoredCaseEvent, handle: Handle, stopping: AbortSignal): Promise<void> => {
    const { position, stream } = one.stored
    let isKept = false
    const commit = async (tx: Querier): Promise<void> => {
      const inside = store.within?.(tx)
      if (inside === undefined) throw storeError("tx/unsupported", "this store has no transactions of the host's")
      await inside.setMeta(tenant, MetaKey.consumer(name), position)
      isKept = true
    }
    const call = {
      port: "consumer",
      operation: name,
      case: Stream.caseIn(stream),
      personal: () => textsIn(one.event)
    } as const
    const once = async (): Promise<void> => {
      isKept = false
      await context.call(call, (signal) => handle(one, { signal, commit }))
      if (!isKept) await store.setMeta(tenant, MetaKey.consumer(name), position)
    }
    // Stopping ends the pauses but not the running handler.
    const whole = Effect.uninterruptible(Effect.tryPromise({ try: once, catch: (cause) => cause }))
    await Effect.runPromise(Effect.retry(whole, pauses), { signal: stopping })
  }

  const start: Consumers["start"] = async (name, handle, { after = 0 } = {}) => {
    if (running.has(name)) throw engineError("consumer/running", `a consumer \`${name}\` is running already`)
    const stopping = new AbortController()
    const { signal } = stopping
    let position = after
    let caughtUp = (): void => {}
    const isCaughtUp = new Promise<void>((resolve) => {
      caughtUp = resolve
    })
    const run = async (): Promise<void> => {
      position = (await checkpointOf(name)) ?? position
      for await (const one of feed({ after: position, follow: true, signal, idle: caughtUp })) {
        await handled(name, one, handle, signal)
        position = one.stored.position
      }
    }
    // An error here is one of the store and was reported, so it is tried again. Stopping ends only the pauses.
    const done = Effect.runPromise(
      Effect.retry(Effect.uninterruptible(Effect.tryPromise({ try: run, catch: (cause) => cause })), pauses),
      { signal }
    )
      .catch(() => {})
      .finally(() => running.delete(name))
    const consumer: Consumer = {
      get position() {
        return position
      },
      stop: () => {
        stopping.abort()
        return done
      }
    }
    running.set(name, consumer)
    await Promise.race([isCaughtUp, done])
    return consumer
  }

  return {
    start,
    stop: async () => {
      await Promise.all([...running.values()].map((consumer) => consumer.stop()))
    }
  }
}
