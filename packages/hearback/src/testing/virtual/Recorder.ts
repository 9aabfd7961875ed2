/** The channel of tests: it keeps messages instead of sending them. */
import { type Bundle, defined } from "@hearback/core"
import type { Channel, Delivery, Outgoing } from "@hearback/engine"

/** A message that left a loop under test. */
export interface Sent {
  readonly at: Date
  /** The name of the message in the policy; `word` for a text that a person wrote. */
  readonly template: string
  /** The id of the customer or person; `anonymous` if nobody is known. */
  readonly to: string
  /** The address; absent if none is known, or if the channel of the test needs none. */
  readonly address?: string
  readonly case: string
  readonly language: Bundle.Language
  readonly subject: string
  readonly text: string
  /** The notices that were joined into it, by their names in the policy. */
  readonly contains?: readonly { readonly case: string; readonly message: string }[]
}

/** Decides the result of sending a message in a test. Undefined means `sent`. */
export type Fate = (message: Sent) => Delivery | undefined

/** A channel that keeps messages. */
export interface Recorder {
  readonly channel: Channel
  /** All messages that were sent, in order, without those that bounced. */
  readonly sent: readonly Sent[]
  keep(outgoing: Outgoing): void
}

/** Makes a recorder. */
export const makeRecorder = (now: () => number, fate: Fate = () => undefined): Recorder => {
  const sent: Sent[] = []
  const sentOf = ({ to, thread, message, subject, text, language, contains }: Outgoing): Sent => ({
    at: new Date(now()),
    template: message,
    to: to.id ?? "anonymous",
    case: thread ?? "",
    language,
    subject,
    text,
    ...defined({ address: to.address, contains })
  })
  const channel: Channel = {
    name: "recorder",
    audiences: ["customer", "staff"],
    needsAddress: false,
    threads: true,
    send: async (outgoing) => {
      const message = sentOf(outgoing)
      const delivery = fate(message) ?? { delivery: "sent" }
      if (delivery.delivery === "sent" || delivery.delivery === "delivered") sent.push(message)
      return delivery
    }
  }
  return { channel, sent, keep: (outgoing) => void sent.push(sentOf(outgoing)) }
}

/** Returns a channel of the test that also records its messages. */
export const recording = (channel: Channel, recorder: Recorder): Channel => {
  const { send } = channel
  if (send === undefined) return channel
  return {
    ...channel,
    send: async (outgoing, attempt) => {
      const delivery = await send.call(channel, outgoing, attempt)
      if (delivery.delivery === "sent" || delivery.delivery === "delivered") recorder.keep(outgoing)
      return delivery
    }
  }
}
