/** Sends a message in the form that its channel takes: with the case in the text, as HTML, in parts. */
import { Text } from "@hearback/core"
import type { Channel, Delivery, Outgoing } from "../port/Channel.ts"
import { htmlOf } from "./Html.ts"
import { partsOf } from "./TextParts.ts"

/** Returns the messages that a channel gets for one message, in order. */
const shapedFor = (channel: Channel, message: Outgoing): readonly [Outgoing, ...Outgoing[]] => {
  const { key, thread, language } = message
  const isNamed = channel.threads === true || thread === undefined || message.text.includes(thread)
  const text = isNamed ? message.text : `${message.text}\n\n${Text.letter(language).reference(thread)}`
  const html = (part: string) => (channel.html === true ? { html: htmlOf(part, language) } : {})
  const [only, ...further] = partsOf(text, channel.maxLength ?? Number.POSITIVE_INFINITY)
  if (further.length === 0) return [{ ...message, text, ...html(text) }]
  const of = further.length + 1
  const part = (said: string, number: number): Outgoing => ({
    ...message,
    key: `${key}/${number}`,
    text: said,
    ...html(said),
    part: { number, of }
  })
  return [part(only, 1), ...further.map((said, n) => part(said, n + 2))]
}

/**
 * Sends a message by `send`, part after part. The result is that of the first part that did not leave, else of the
 * first part, which replies name. A further attempt sends all parts again, each with its key.
 */
export const sendParts = async (
  channel: Channel,
  message: Outgoing,
  send: (part: Outgoing) => Promise<Delivery>
): Promise<Delivery> => {
  const [first, ...rest] = shapedFor(channel, message)
  let delivery = await send(first)
  const reference = "reference" in delivery ? { reference: delivery.reference } : {}
  for (const part of rest) {
    if (delivery.delivery !== "sent" && delivery.delivery !== "delivered") return delivery
    delivery = { ...(await send(part)), ...reference } as Delivery
  }
  return delivery
}
