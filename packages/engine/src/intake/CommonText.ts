/**
 * Sentences that most messages of a channel have: of its form, of a greeting that a program sets. They make no two
 * messages alike.
 *
 * They are learnt from the last messages that this process has taken in, each customer's counted once.
 */
import { type Command, Landing, Likeness } from "@hearback/core"

export interface CommonText {
  /** The sentences that most of the last messages of a channel have. */
  of(channel: string): ReadonlySet<string>
  add(feedback: Command.Submission): void
}

interface Message {
  readonly customer: string | undefined
  readonly sentences: ReadonlySet<string>
}

/** So many messages are remembered, and so many customers have to have sent a sentence. */
const REMEMBERED = 40
const LEAST = 4

export const makeCommonText = (): CommonText => {
  const byChannel = new Map<string, Message[]>()
  const found = new Map<string, ReadonlySet<string>>()
  return {
    of: (channel) => {
      const known = found.get(channel) ?? commonOf(byChannel.get(channel) ?? [])
      found.set(channel, known)
      return known
    },
    add: (feedback) => {
      const { channel, customer } = feedback
      const last = (byChannel.get(channel) ?? []).filter((one) => customer === undefined || one.customer !== customer)
      const sentences = Likeness.sentencesOf(Landing.textsOf(feedback).join("\n"))
      byChannel.set(channel, [...last, { customer, sentences }].slice(-REMEMBERED))
      found.delete(channel)
    }
  }
}

const commonOf = (messages: readonly Message[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const { sentences } of messages)
    for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1)
  const least = Math.max(LEAST, messages.length / 2)
  return new Set([...counts].filter(([, count]) => count >= least).map(([sentence]) => sentence))
}
