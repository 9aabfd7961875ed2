/**
 * Delivers one message of the outbox by a channel: its sealed part is opened, it is sent, and the result is reported to
 * the case. A failure concerns only this message and is kept with it until it is delivered.
 */
import { Actor, type Bundle, defined, Messages, Text, Visible } from "@hearback/core"
import * as Answers from "../context/Answers.ts"
import type { EngineContext } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import * as MessageId from "../name/MessageId.ts"
import * as Stream from "../name/Stream.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { Audience, Channel, Correspondent, Delivery, Outgoing } from "../port/Channel.ts"
import type { OutboxClaim, OutboxMessage, Settlement } from "../port/EventStore.ts"
import { commandId } from "../record/CommandId.ts"
import { unseal } from "../record/Seal.ts"
import { sealText } from "../record/SealedText.ts"
import { isRecordError } from "../record/shape/EventFault.ts"
import { reasonSaid, textsIn } from "../redact/Redaction.ts"
import { sendParts } from "./ChannelSend.ts"
import { isJoined, partsOf } from "./JoinedMessage.ts"
import { makeRecipients } from "./Recipients.ts"
import { type DeliveryRound, executeIn } from "./Round.ts"

/** Returns the delay before the next attempt: it doubles, up to six hours.  Units: ms. */
const retryDelay = (attempts: number): number => Math.min(6 * 3_600_000, 30_000 * 2 ** Math.min(attempts, 10))
const maxAttempts = 30

/** The part of a message in the clear. */
interface Body {
  readonly id: string
  readonly language: Bundle.Language
  readonly audience: Audience
  /** The former case of the reader, if that is another customer whom the case answers. */
  readonly party?: string
  readonly gate?: string
  readonly message: string
}

/** The sealed part of a message. */
interface Words {
  readonly subject: string
  readonly text: string
}

/** A single message, or one of those that were joined. */
interface Part {
  readonly message: OutboxMessage
  readonly body: Body
  readonly stream: Stream.Stream
}

/** A part whose words can be read. */
interface ReadablePart extends Part {
  readonly words: Words
}

/** Which channel of the host took a message, and the channel's reference to it. */
interface Handed {
  readonly by?: string
  readonly reference?: string
}

type Outcome = Settlement["outcome"]

/** Delivers messages of the outbox. */
export interface MessageDelivery {
  /**
   * Sends a message by a channel. Returns the outcome, or which other channel has to send it, if the customer's only
   * address is one of that channel. Throws mistakes of a program.
   */
  deliver(round: DeliveryRound, claim: OutboxClaim, by: string): Promise<Outcome | { readonly instead: string }>
  /** Returns the outcome of a failed delivery. A message that is given up is reported to the case. */
  failed(round: DeliveryRound, claim: OutboxClaim, error: string): Promise<Outcome>
}

/** Makes the delivery of messages. */
export const makeMessageDelivery = (context: EngineContext, cases: Cases): MessageDelivery => {
  const { destinationOf } = makeRecipients(context, cases)

  /**
   * Reports the outcome to the case: that a message bounced; that it left, if a gate waits for it, it is answered, or
   * it had bounced before.
   */
  const report = async (
    round: DeliveryRound,
    { message, body, stream }: Part,
    refused: string | undefined,
    taken: Handed = {}
  ): Promise<void> => {
    if (stream.kind !== "case") return
    const isKept = body.gate !== undefined || taken.reference !== undefined || (await hasReturned(stream.id, body.id))
    if (refused === undefined && !isKept) return
    const told =
      refused === undefined
        ? { do: "delivered" as const, message: body.id, to: message.to, ...defined({ party: body.party }), ...taken }
        : { do: "bounced" as const, message: body.id, reason: refused }
    await executeIn(round, cases, {
      case: stream.id,
      command: told,
      actor: Actor.system("delivery"),
      key: UnitKey.deliveryReport(message.id, told.do, commandId(JSON.stringify(told)))
    })
  }

  const hasReturned = async (id: string, message: string): Promise<boolean> =>
    Messages.letterOf((await cases.load(id)).state.messages, message)?.returned === true

  const partOf = (message: OutboxMessage): readonly Part[] => {
    const stream = MessageId.parse(message.id)?.stream
    return stream === undefined ? [] : [{ message, body: message.body as unknown as Body, stream }]
  }

  /** Returns the readable parts. A part whose customer was erased meanwhile is left out. */
  const readable = async (part: Part): Promise<readonly ReadablePart[]> => {
    const { sealed } = part.message
    const opened = sealed === undefined ? undefined : await unseal(context.keys, context.tenant, sealed)
    return opened?.ok === true ? [{ ...part, words: opened.value as unknown as Words }] : []
  }

  /** Returns the message to send. Several notices are joined, each a paragraph. */
  const outgoing = (
    whole: OutboxMessage,
    parts: readonly [ReadablePart, ...ReadablePart[]],
    { to, inReplyTo }: { readonly to: Correspondent; readonly inReplyTo?: string }
  ): Outgoing => {
    const [{ body, stream, words }] = parts
    const { language, audience } = body
    const common = { audience, to, language }
    // A question of a survey belongs to no case that an answer could name.
    const thread = stream.kind === "case" ? { thread: stream.id, ...defined({ inReplyTo }) } : {}
    // A placeholder may contain a customer's words, and a subject of two lines could forge a mail header.
    const own = Visible.visibleLine(words.subject)
    const alone = { ...words, subject: own, message: body.message }
    if (!isJoined(whole)) return { ...common, key: `${Stream.render(stream)}/${body.id}`, ...thread, ...alone }
    const subject = Text.letter(language).andMore(own, parts.length - 1)
    const text = parts.map((each) => each.words.text).join("\n\n")
    const contains = parts.flatMap((each) =>
      each.stream.kind === "case" ? [{ case: each.stream.id, message: each.body.message }] : []
    )
    return { ...common, key: whole.id, message: "digest", subject, text, contains }
  }

  /** Seals a channel's reason for the same customer as the message. */
  const sealed = async ([{ message }]: readonly [Part, ...Part[]], reason: string): Promise<string> => {
    const subject = message.sealed?.customer
    return subject === undefined ? "refused" : sealText(context.keys, context.tenant, subject, reason)
  }

  const again = ({ attempts }: OutboxClaim, error: string, pauseMs = retryDelay(attempts)): Outcome => {
    const now = context.clock.now()
    return attempts + 1 < maxAttempts ? { retryAt: now + pauseMs, error } : { dead: "given up", at: now, error }
  }

  const send = async (
    claim: OutboxClaim,
    channel: Channel,
    message: Outgoing,
    parts: readonly Part[]
  ): Promise<Delivery> => {
    // The case was read to find the address, so an error of the channel may quote it.
    const known = () => parts.flatMap(({ stream }) => (stream.kind === "case" ? cases.knownOf(stream.id) : []))
    const personal = () => [...textsIn([message.to, message.subject, message.text]), ...known()]
    const call = {
      port: "channel",
      operation: "send",
      adapter: channel.name,
      case: message.thread,
      personal
    } as const
    const delivery = await sendParts(channel, message, (part) =>
      context.call(call, async (signal) =>
        Answers.delivery(await channel.send?.(part, { signal, attempt: claim.attempts + 1 }))
      )
    )
    if (!("reason" in delivery)) return delivery
    return { ...delivery, reason: reasonSaid(delivery.reason, personal()) || "bounced" }
  }

  const tell = async (
    round: DeliveryRound,
    parts: readonly Part[],
    refused: string | undefined,
    taken?: Handed
  ): Promise<void> => {
    for (const part of parts) await report(round, part, refused, taken)
  }

  const settled = async (
    round: DeliveryRound,
    claim: OutboxClaim,
    parts: readonly [Part, ...Part[]],
    delivery: Delivery,
    by: string
  ): Promise<Outcome> => {
    switch (delivery.delivery) {
      case "sent":
      case "delivered":
        // Joined notices concern several cases, so nothing about one of them is added.
        await tell(
          round,
          parts,
          undefined,
          isJoined(claim.message) ? {} : { by, ...defined({ reference: delivery.reference }) }
        )
        return "done"
      case "refused":
      case "bounced":
        await tell(round, parts, delivery.reason)
        return { dead: await sealed(parts, delivery.reason), at: context.clock.now() }
      case "deferred": {
        const outcome = again(claim, "deferred", delivery.retryAfterMs)
        if (isDead(outcome)) await tell(round, parts, outcome.dead)
        return outcome
      }
    }
  }

  return {
    deliver: async (round, claim, by) => {
      const parts = partsOf(claim.message).flatMap(partOf)
      if (parts.length === 0) return { dead: "unreadable id", at: context.clock.now() }
      const [first, ...rest] = (await Promise.all(parts.map(readable))).flat()
      if (first === undefined) return { dead: "erased", at: context.clock.now() }
      const { to, channel: own } = claim.message
      const { audience, party } = first.body
      const destination = await destinationOf({
        audience,
        to,
        stream: first.stream,
        ...defined({ channel: own, party })
      })
      // Nothing is sent to a made-up address: the message is given up, and the case is told.
      if ("undeliverable" in destination) {
        await tell(round, parts, destination.undeliverable)
        return { dead: destination.undeliverable, at: context.clock.now() }
      }
      const { channel } = destination
      if (channel.name !== by) return { instead: channel.name }
      const trace = context.telemetry.trace()
      const message = defined({ ...outgoing(claim.message, [first, ...rest], destination), trace })
      const sent = await send(claim, channel, message, [first, ...rest])
      return settled(round, claim, [first, ...rest], sent, by)
    },
    failed: async (round, claim, error) => {
      const outcome = again(claim, error)
      try {
        if (isDead(outcome)) await tell(round, partsOf(claim.message).flatMap(partOf), outcome.dead)
      } catch (cause) {
        // A case that cannot be read is not told; the message is given up nevertheless.
        if (!isRecordError(cause)) throw cause
      }
      return outcome
    }
  }
}

const isDead = (outcome: Outcome): outcome is Extract<Outcome, { readonly dead: string }> =>
  typeof outcome === "object" && "dead" in outcome
