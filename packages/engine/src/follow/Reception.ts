/** Reception: channels that take in messages by themselves are kept at it, each beside the others, until they are stopped. */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type { EngineContext } from "../context/Context.ts"
import type { Channel, Inbound, Taken } from "../port/Channel.ts"

/** Takes a message of a channel in; it is stored when this resolves. */
type Take = (channel: Channel, message: Inbound) => Promise<Taken>

export interface Reception {
  /** Ends it: channels are told by their signal, and are waited for. */
  stop(): Promise<void>
}

/** A channel that has taken in what there was is asked again after a moment. */
const nextTime = Schedule.spaced("1 second")
const pauses = Schedule.min([Schedule.exponential("50 millis"), Schedule.spaced("30 seconds")]).pipe(Schedule.jittered)

/** Begins to take in what channels receive. What one of them throws is reported, and it is tried again. */
export const startReception = ({ channels, call }: EngineContext, take: Take): Reception => {
  const stopping = new AbortController()
  const { signal } = stopping
  const receive = async (channel: Channel): Promise<void> => {
    const given = {
      port: "channel",
      operation: "receive",
      adapter: channel.name,
      timeoutMs: Number.POSITIVE_INFINITY
    } as const
    await call({ ...given, signal }, (ending) =>
      channel.receive?.((message) => take(channel, message), { signal: ending })
    )
  }
  const kept = (channel: Channel): Promise<void> => {
    // What it takes in is stored before it ends: stopping ends the pauses alone, and the channel by its signal.
    const once = Effect.uninterruptible(Effect.tryPromise({ try: () => receive(channel), catch: (cause) => cause }))
    const again = Effect.repeat(Effect.retry(once, pauses), nextTime)
    return Effect.runPromise(again, { signal }).then(
      () => {},
      () => {}
    )
  }
  const done = Promise.all(channels.filter(({ receive: takes }) => takes !== undefined).map(kept))
  return {
    stop: async () => {
      stopping.abort()
      await done
    }
  }
}
