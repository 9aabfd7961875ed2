/**
 * Sends messages of the outbox: each is a job on its channel, and notices to one person are collected before they
 * leave.
 */
import type { EngineContext } from "../context/Context.ts"
import { isEngineError } from "../context/EngineError.ts"
import type { Cases } from "../decide/Cases.ts"
import * as MessageId from "../name/MessageId.ts"
import * as Stream from "../name/Stream.ts"
import type { OutboxClaim, OutboxMessage, Settlement } from "../port/EventStore.ts"
import { isStoreError } from "../port/StoreError.ts"
import type { Settle } from "./ClaimSettlement.ts"
import type { HeldClaims } from "./HeldClaims.ts"
import { isJoined } from "./JoinedMessage.ts"
import { makeMessageDelivery } from "./MessageDelivery.ts"
import { byUrgency, isNotice, makeNotices } from "./Notices.ts"
import type { DeliveryRound } from "./Round.ts"
import type { Workers } from "./Workers.ts"

/** The messages that a process is sending. */
export interface OutboxMessages {
  /** Begins to send claimed messages; notices are collected. */
  take(round: DeliveryRound, claims: readonly OutboxClaim[]): void
  /**
   * Begins to send the collected notices; returns whether there were any. If the round is over, they are joined
   * nevertheless and wait as one message for the next round.
   */
  sendNotices(round: DeliveryRound): boolean
}

/** The functions and claims with which messages are sent. */
export interface Hands {
  readonly workers: Workers
  readonly held: HeldClaims
  readonly settle: Settle
  /** Keeps an error for the end of the tick. */
  readonly noted: (cause: unknown) => void
}

/**
 * The most messages redirected from other channels that wait for a place; further ones are tried again after a pause.
 */
const mostWaiting = 100
/** The pause before a redirected message without a place is tried again.  Units: ms. */
const pauseMs = 30_000

/** Makes the sending of messages. */
export const makeOutboxMessages = (
  context: EngineContext,
  cases: Cases,
  { workers, held, settle, noted }: Hands
): OutboxMessages => {
  const { clock, routes } = context
  const delivery = makeMessageDelivery(context, cases)
  const notices = makeNotices(context)

  const channelOf = ({ lane }: OutboxMessage): string => routes.takerOf(lane) ?? ""

  const begin = (
    round: DeliveryRound,
    channel: string,
    name: string,
    claims: readonly OutboxClaim[],
    job: () => Promise<void>
  ): void => {
    round.inHand += 1
    const ids = claims.map(({ id }) => id)
    void workers.begin(channel, name, () =>
      held
        .during(ids, job)
        .catch(noted)
        .finally(() => {
          round.inHand -= 1
        })
    )
  }

  const outcomeOf = async (
    round: DeliveryRound,
    claim: OutboxClaim,
    channel: string
  ): Promise<Settlement["outcome"] | { readonly instead: string }> => {
    try {
      return await delivery.deliver(round, claim, channel)
    } catch (cause) {
      noted(cause)
      return delivery.failed(round, claim, saying(cause))
    }
  }

  type Outcome = Awaited<ReturnType<typeof outcomeOf>>

  const timed = ({ message }: OutboxClaim, channel: string, work: () => Promise<Outcome>): Promise<Outcome> =>
    context.telemetry.during(
      "delivery",
      { channel },
      async ({ add }) => {
        const outcome = await work()
        add({ outcome: wordOf(outcome) })
        return outcome
      },
      message.trace
    )

  const send = async (round: DeliveryRound, claim: OutboxClaim, channel: string): Promise<void> => {
    if (round.isOver()) return settle([claim], { untried: clock.now() })
    // If this process was stopped for long, another one may have sent the message.
    if (!(await held.isHeld(claim.id))) return held.letGo([claim.id])
    const outcome = await timed(claim, channel, () => outcomeOf(round, claim, channel))
    if (typeof outcome === "object" && "instead" in outcome) return sendInstead(round, claim, outcome.instead)
    await settle([claim], outcome)
    if (outcome !== "done") return
    round.sent += 1
    if (isNotice(claim.message) || isJoined(claim.message)) await notices.sent(claim.message.to)
  }

  /** Sends a message by another channel, in a place of that channel, so that a slow channel delays no other. */
  const sendInstead = async (round: DeliveryRound, claim: OutboxClaim, channel: string): Promise<void> => {
    if (workers.free(channel) <= -mostWaiting) return settle([claim], { untried: clock.now() + pauseMs })
    beginToSend(round, claim, channel)
  }

  const beginToSend = (round: DeliveryRound, claim: OutboxClaim, channel: string): void =>
    begin(round, channel, orderOf(claim.message), [claim], () => send(round, claim, channel))

  const sendTogether = async (round: DeliveryRound, person: string, claims: readonly OutboxClaim[]): Promise<void> => {
    for (const composed of await notices.compose(person, claims))
      if ("send" in composed) await send(round, composed.send, channelOf(composed.send.message))
      else if ("wait" in composed) await settle(composed.wait, { untried: composed.until })
      else held.letGo(composed.joined.map(({ id }) => id))
  }

  return {
    take: (round, claims) => {
      for (const claim of claims) {
        const { message } = claim
        if (!isNotice(message)) beginToSend(round, claim, channelOf(message))
        else round.notices.set(message.to, [...(round.notices.get(message.to) ?? []), claim])
      }
    },
    sendNotices: (round) => {
      const people = [...round.notices].map(([person, claims]) => [person, claims.toSorted(byUrgency)] as const)
      round.notices.clear()
      const first = ([, [claim]]: (typeof people)[number]): OutboxClaim => claim as OutboxClaim
      for (const [person, claims] of people.toSorted((one, other) => byUrgency(first(one), first(other))))
        begin(round, channelOf(first([person, claims]).message), noticesTo(person), claims, () =>
          sendTogether(round, person, claims)
        )
      return people.length > 0
    }
  }
}

/** Returns the outcome of a message in one word. */
const wordOf = (outcome: Settlement["outcome"] | { readonly instead: string }): string => {
  if (outcome === "done") return "sent"
  if ("instead" in outcome) return "another-channel"
  return "dead" in outcome ? "given-up" : "later"
}

const noticesTo = (person: string): string => `notices/${person}`

/**
 * Returns the name of the queue of a message. Messages of one case leave in order, and so do joined ones to one person.
 */
const orderOf = (message: OutboxMessage): string => {
  const stream = MessageId.parse(message.id)?.stream
  return stream === undefined ? noticesTo(message.to) : Stream.render(stream)
}

/** Returns the error text that is kept with a message. Errors of adapters are cleaned; other texts may be personal. */
const saying = (cause: unknown): string => {
  if (isEngineError(cause) || isStoreError(cause)) return cause.message
  return cause instanceof Error ? cause.name : "unknown"
}
