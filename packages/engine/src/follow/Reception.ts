/** Reception: runs the channels that receive messages by themselves, each separately, until it is stopped. */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type { EngineContext } from "../context/Context.ts"
import type { Channel, Inbound, Taken } from "../port/Channel.ts"

/** Takes a message of a channel; it is stored when this resolves. */
type Take = (channel: Channel, message: Inbound) => Promise<Taken>

/** The running reception of an engine. */
export interface Reception {
  /** Stops the reception: channels get their signal and are waited for. */
  stop(): Promise<void>
}

/** The pause before a channel that has received everything is asked again. */
const nextTime = Schedule.spaced("1 second")
const pauses = Schedule.min([Schedule.exponential("50 millis"), Schedule.spaced("30 seconds")]).pipe(Schedule.jittered)

/** Starts to receive messages of channels. An error of a channel is reported, and the channel is called again. */
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
    // Received messages are stored before the end: stopping ends the pauses at once, and the channel by its signal.
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
