/**
 * Delivery of messages by channels. The first notice to a person is sent at once. Notices that follow it within their
 * digest time are sent together as one message when that time is over.
 */
import { Actor, defined, Text } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import * as MessageId from "../name/MessageId.ts"
import * as MetaKey from "../name/MetaKey.ts"
import * as Stream from "../name/Stream.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { Audience, Correspondent, Delivery, Outgoing } from "../port/Channel.ts"
import type { OutboxClaim, Settlement } from "../port/EventStore.ts"
import { unseal } from "../record/Seal.ts"
import { sealText } from "../record/SealedText.ts"
import { makeRecipients, type Undeliverable } from "./Recipients.ts"

/** Units: ms. A message that no channel takes is offered again after a delay that doubles, at most six hours. */
const retryDelay = (attempts: number): number => Math.min(6 * 3_600_000, 30_000 * 2 ** Math.min(attempts, 10))
const maxAttempts = 30

/** Work that failed by an error is tried again after so many ms. */
export const retryAfterFailureMs = 30_000

/** The clear part of a message. */
interface Body {
  readonly id: string
  readonly language: "zh-CN" | "en"
  readonly audience: Audience
  /** Of another customer whom the case answers as well: the case that theirs was. */
  readonly party?: string
  readonly gate?: string
  readonly message: string
  /** How long after a notice to the same person it waits to be sent together with others.  Units: ms. */
  readonly digest?: number
}

/** The sealed part of a message. */
interface Words {
  readonly subject: string
  readonly text: string
}

interface ClaimedMessage {
  readonly claim: OutboxClaim
  readonly body: Body
  readonly stream: Stream.Stream
}

export interface MessageDelivery {
  /** Sends claimed messages; returns the outcome of each, in no order, and how many were sent. */
  deliver(
    claims: readonly OutboxClaim[]
  ): Promise<{ readonly settlements: readonly Settlement[]; readonly sent: number }>
}

export const makeMessageDelivery = (context: Context, cases: Cases): MessageDelivery => {
  const { destinationOf } = makeRecipients(context, cases)

  /** Reports the outcome to the case: that a message came back, and that it left where a gate waits for it. */
  const report = async ({ claim, body, stream }: ClaimedMessage, refused: string | undefined): Promise<void> => {
    if (stream.kind !== "case" || (refused === undefined && body.gate === undefined)) return
    const told =
      refused === undefined
        ? { do: "delivered" as const, message: body.id }
        : { do: "bounced" as const, message: body.id, reason: refused }
    await cases.execute({
      case: stream.id,
      command: told,
      actor: Actor.system("delivery"),
      key: UnitKey.deliveryReport(claim.message.id, told.do)
    })
  }

  const wordsOf = async ({ claim }: ClaimedMessage): Promise<Words | undefined> => {
    const { sealed } = claim.message
    const opened = sealed === undefined ? undefined : await unseal(context.keys, context.tenant, sealed)
    return opened?.ok === true ? (opened.value as unknown as Words) : undefined
  }

  /** One message to a person; several notices are joined, each a paragraph. */
  const outgoing = (
    messages: readonly ClaimedMessage[],
    words: readonly Words[],
    to: Correspondent
  ): Outgoing | undefined => {
    const [[first], [said]] = [messages, words]
    if (first === undefined || said === undefined) return undefined
    const { language, audience } = first.body
    const common = { audience, to, language }
    // A survey belongs to no case that an answer could name.
    const thread = first.stream.kind === "case" ? { thread: first.stream.id } : {}
    if (messages.length === 1)
      return {
        ...common,
        key: `${Stream.render(first.stream)}/${first.body.id}`,
        ...thread,
        ...said,
        message: first.body.message
      }
    const subject = Text.words(language).andMore(said.subject, messages.length - 1)
    const text = words.map((each) => each.text).join("\n\n")
    const contains = messages.flatMap(({ stream, body }) =>
      stream.kind === "case" ? [{ case: stream.id, message: body.message }] : []
    )
    const { id, to: person } = first.claim.message
    return { ...common, key: `digest/${person}/${id}`, message: "digest", subject, text, contains }
  }

  /** A channel may say whom it could not reach: that is kept as the message is. */
  const sealed = async ({ claim: { message } }: ClaimedMessage, reason: string): Promise<string> => {
    const subject = message.sealed?.customer
    return subject === undefined ? "refused" : sealText(context.keys, context.tenant, subject, reason)
  }

  const settled = async (message: ClaimedMessage, delivery: Delivery): Promise<Settlement> => {
    const { id, attempts } = message.claim
    switch (delivery.delivery) {
      case "sent":
      case "delivered":
        await report(message, undefined)
        return { claim: id, outcome: "done" }
      case "refused":
      case "bounced":
        await report(message, delivery.reason)
        return { claim: id, outcome: { dead: await sealed(message, delivery.reason), at: context.clock.now() } }
      case "deferred": {
        if (attempts + 1 < maxAttempts)
          return { claim: id, outcome: { retryAt: context.clock.now() + retryDelay(attempts) } }
        await report(message, "given up")
        return { claim: id, outcome: { dead: "given up", at: context.clock.now() } }
      }
    }
  }

  /** Nobody is written to at an address that is made up: the message is given up, and the case says so. */
  const undeliverable = async (message: ClaimedMessage, why: Undeliverable): Promise<Settlement> => {
    await report(message, why)
    return { claim: message.claim.id, outcome: { dead: why, at: context.clock.now() } }
  }

  /** Sends messages to one person as one message. One that cannot be read any more is put aside. */
  const send = async (messages: readonly ClaimedMessage[]): Promise<readonly Settlement[]> => {
    const attempts = Math.max(...messages.map(({ claim }) => claim.attempts))
    const opened = await Promise.all(messages.map(async (message) => ({ message, words: await wordsOf(message) })))
    const readable = opened.flatMap(({ message, words }) => (words === undefined ? [] : [{ message, words }]))
    const erased = opened.filter(({ words }) => words === undefined)
    const results: Settlement[] = erased.map(({ message }) => ({
      claim: message.claim.id,
      outcome: { dead: "erased", at: context.clock.now() }
    }))
    const [first] = readable
    if (first === undefined) return results
    const { claim, body, stream } = first.message
    const { to, channel: own } = claim.message
    const { audience, party } = body
    const destination = await destinationOf({ audience, to, stream, ...defined({ channel: own, party }) })
    if ("undeliverable" in destination) {
      for (const { message } of readable) results.push(await undeliverable(message, destination.undeliverable))
      return results
    }
    const { channel } = destination
    const joined = outgoing(
      readable.map(({ message }) => message),
      readable.map(({ words }) => words),
      destination.to
    )
    if (joined === undefined || channel.send === undefined) return results
    const delivery = await channel
      .send(joined, { signal: AbortSignal.timeout(30_000), attempt: attempts + 1 })
      .catch(() => ({ delivery: "deferred" as const }))
    for (const { message } of readable) results.push(await settled(message, delivery))
    return results
  }

  const lastNoticeKey = (person: string): string => MetaKey.lastNotice(person)

  /** Sends notices to one person, or keeps them back until the digest time after the last notice is over. */
  const notices = async (person: string, messages: readonly ClaimedMessage[]): Promise<readonly Settlement[]> => {
    const now = context.clock.now()
    const last = await context.store.meta(context.tenant, lastNoticeKey(person))
    const since = typeof last === "number" && last <= now ? last : Number.NEGATIVE_INFINITY
    const until = Math.min(...messages.map(({ body }) => since + (body.digest ?? 0)))
    if (until > now) return messages.map(({ claim }) => ({ claim: claim.id, outcome: { retryAt: until } }))
    const results = await send(messages)
    if (results.some(({ outcome }) => outcome === "done"))
      await context.store.setMeta(context.tenant, lastNoticeKey(person), now)
    return results
  }

  /** One failing message holds nobody else up: it is offered again later. */
  const guarded = async (
    messages: readonly ClaimedMessage[],
    act: () => Promise<readonly Settlement[]>
  ): Promise<readonly Settlement[]> => {
    try {
      return await act()
    } catch {
      return messages.map(({ claim }) => ({
        claim: claim.id,
        outcome: { retryAt: context.clock.now() + retryAfterFailureMs }
      }))
    }
  }

  return {
    deliver: async (claims) => {
      const settlements: Settlement[] = []
      const alone: ClaimedMessage[] = []
      const joined = new Map<string, ClaimedMessage[]>()
      for (const claim of claims) {
        const { message } = claim
        const body = message.body as unknown as Body
        const stream = MessageId.parse(message.id)?.stream
        if (stream === undefined) {
          settlements.push({ claim: claim.id, outcome: { dead: "unreadable id", at: context.clock.now() } })
          continue
        }
        const claimed = { claim, body, stream }
        if (body.digest === undefined) alone.push(claimed)
        else joined.set(message.to, [...(joined.get(message.to) ?? []), claimed])
      }
      let sent = 0
      const add = (results: readonly Settlement[]): void => {
        settlements.push(...results)
        if (results.some(({ outcome }) => outcome === "done")) sent += 1
      }
      for (const message of alone) add(await guarded([message], () => send([message])))
      for (const [person, messages] of joined) add(await guarded(messages, () => notices(person, messages)))
      return { settlements, sent }
    }
  }
}
