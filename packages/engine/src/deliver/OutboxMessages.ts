/**
 * Messages of the outbox on their way: each is a job of its own on its channel, and notices to one person are gathered before
 * they leave.
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

export interface OutboxMessages {
  /** Begins to send what was claimed; notices are kept in hand. */
  take(round: DeliveryRound, claims: readonly OutboxClaim[]): void
  /**
   * Begins to send the notices in hand; returns whether there were any. Where the round is over they are joined all the
   * same, and wait as one message for the next.
   */
  sendNotices(round: DeliveryRound): boolean
}

export interface Hands {
  readonly workers: Workers
  readonly held: HeldClaims
  readonly settle: Settle
  /** Takes note of what was thrown. */
  readonly noted: (cause: unknown) => void
}

/** So many messages that come over from other channels wait for a place; the others are offered again after a pause. */
const mostWaiting = 100
/** Units: ms. */
const pauseMs = 30_000

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
      { tenant: context.tenant, channel },
      async ({ add }) => {
        const outcome = await work()
        add({ outcome: wordOf(outcome) })
        return outcome
      },
      message.trace
    )

  const send = async (round: DeliveryRound, claim: OutboxClaim, channel: string): Promise<void> => {
    if (round.isOver()) return settle([claim], { untried: clock.now() })
    // Another process may have sent it, where this one was held up for long.
    if (!(await held.isHeld(claim.id))) return held.letGo([claim.id])
    const outcome = await timed(claim, channel, () => outcomeOf(round, claim, channel))
    if (typeof outcome === "object" && "instead" in outcome) return sendInstead(round, claim, outcome.instead)
    await settle([claim], outcome)
    if (outcome !== "done") return
    round.sent += 1
    if (isNotice(claim.message) || isJoined(claim.message)) await notices.sent(claim.message.to)
  }

  /** It takes a place of the channel that carries it: a slow one holds up no other. */
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

/** What became of a message, in one word. */
const wordOf = (outcome: Settlement["outcome"] | { readonly instead: string }): string => {
  if (outcome === "done") return "sent"
  if ("instead" in outcome) return "another-channel"
  return "dead" in outcome ? "given-up" : "later"
}

const noticesTo = (person: string): string => `notices/${person}`

/** Messages of one case leave in order, and so do those to one person that were joined. */
const orderOf = (message: OutboxMessage): string => {
  const stream = MessageId.parse(message.id)?.stream
  return stream === undefined ? noticesTo(message.to) : Stream.render(stream)
}

/** What stands on a message of what was thrown: errors of adapters are cleaned; what else is said may be of a person. */
const saying = (cause: unknown): string => {
  if (isEngineError(cause) || isStoreError(cause)) return cause.message
  return cause instanceof Error ? cause.name : "unknown"
}
