/**
 * Sentences that most messages of a channel have, such as those of a form or an automatic greeting. They make no two
 * messages alike.
 *
 * They are learnt from the last messages that this process has taken, each customer's counted once.
 */
import { type Command, Landing, Likeness } from "@hearback/core"

/** The common sentences of channels. */
export interface CommonText {
  /** Returns the sentences that most of the last messages of a channel have. */
  of(channel: string): ReadonlySet<string>
  add(feedback: Command.Submission): void
}

interface Message {
  readonly customer: string | undefined
  readonly sentences: ReadonlySet<string>
}

/** The last messages of a channel, oldest first, and how many of them have each sentence. */
interface Channel {
  readonly messages: Message[]
  readonly counts: Map<string, number>
  /** Sentences that may be common, since at least `LEAST` messages have them. */
  readonly often: Set<string>
}

/** The number of messages that are remembered, and the number of customers who must have sent a common sentence. */
const REMEMBERED = 40
const LEAST = 4

/** Makes the record of common sentences. */
export const makeCommonText = (): CommonText => {
  const channels = new Map<string, Channel>()
  return {
    of: (name) => {
      const { messages, counts, often } = channels.get(name) ?? unheard()
      return new Set([...often].filter((sentence) => (counts.get(sentence) ?? 0) >= messages.length / 2))
    },
    add: (feedback) => {
      const { channel: name, customer } = feedback
      const channel = channels.get(name) ?? unheard()
      channels.set(name, channel)
      const { messages } = channel
      const earlier = customer === undefined ? -1 : messages.findIndex((one) => one.customer === customer)
      const forgotten =
        earlier >= 0 ? messages.splice(earlier, 1) : messages.splice(0, messages.length - REMEMBERED + 1)
      for (const message of forgotten) count(channel, message, -1)
      const message = { customer, sentences: Likeness.sentencesOf(Landing.textsOf(feedback).join("\n")) }
      messages.push(message)
      count(channel, message, 1)
    }
  }
}

const unheard = (): Channel => ({ messages: [], counts: new Map(), often: new Set() })

const count = ({ counts, often }: Channel, { sentences }: Message, more: 1 | -1): void => {
  for (const sentence of sentences) {
    const now = (counts.get(sentence) ?? 0) + more
    if (now === 0) counts.delete(sentence)
    else counts.set(sentence, now)
    if (now >= LEAST) often.add(sentence)
    else often.delete(sentence)
  }
}
