/** Quarantine, in which arrivals that could not be read wait for a person. */
import { Actor, type AnyNames, defined, type PolicyNames } from "@hearback/core"
import { itemsOf, type Page, type WaitingArrival } from "@hearback/engine"
import { whyNoCase } from "../answer/ReceiptSentence.ts"
import { type ActorReference, actorOf, checkActor } from "../call/Actor.ts"
import type { Session } from "../call/Call.ts"
import { type Instantish, toInstant } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import type { Feedback, FeedbackRow } from "../desk/Feedback.ts"
import { readOwnWord } from "../desk/OwnWord.ts"
import { quarantinedReceipt, type Receipt, receiptOf } from "../desk/Receipt.ts"
import { feedbackOf, receivedOf } from "../desk/Submission.ts"

/** An arrival that could not become a case, with the reason. */
export interface Quarantined {
  /** The id of the entry, such as `q-…`. */
  readonly id: string
  /** The idempotency key under which it arrived. */
  readonly key: string
  readonly channel: string
  readonly receivedAt: Date
  /** The reason as a code. */
  readonly reason: string
  /** The reason as a sentence, in the language of the loop. */
  readonly message: string
  /** The id of the person who has to look at it. */
  readonly owner?: string
  /** The original text. */
  readonly raw: string
  /** The row of a file from which it was read. */
  readonly source?: Omit<FeedbackRow, "raw">
  /** What could be understood; `release` may complete it. */
  readonly understood?: Feedback
}

/** A page of arrivals that wait. */
export interface WaitingQuery {
  /**
   * `quarantined`, the default: a person has to decide. `received`: stored and not decided yet, because an adapter
   * failed.
   */
  readonly state?: "quarantined" | "received"
  /** The `next` of the page before. */
  readonly after?: string
  /** How many items the page has at most. Default 50, at most 200. */
  readonly limit?: number
}

/** The quarantine of a loop: arrivals that could not become a case without a person. */
export interface Quarantine<N extends PolicyNames = AnyNames> {
  /** Everything in quarantine, the oldest first. */
  list(): Promise<readonly Quarantined[]>
  /** One page of what waits, the oldest first. */
  page(query?: WaitingQuery): Promise<Page<Quarantined>>
  /** Keeps what could not even be read, with its raw text and the reason. */
  put(arrival: {
    readonly key: string
    readonly channel: string
    readonly raw: string
    readonly reason: string
    readonly received?: Instantish
    readonly source?: Omit<FeedbackRow, "raw">
  }): Promise<Receipt>
  /** Lets go of the entry under a key, whose row has come to a case or to another entry under another key. */
  settle(key: string, found: { readonly case?: string }): Promise<void>
  /** Opens the case with the original receipt time where `received` says no other; what was missing comes with it. */
  release(id: string, feedback: Feedback<N>, scope?: { readonly actor: ActorReference }): Promise<Receipt>
}

const putFields: Shape.ArgumentFields = {
  key: Shape.name,
  channel: Shape.text,
  raw: Shape.text,
  reason: Shape.text,
  received: Shape.instant,
  source: Shape.anything
}

const pageFields: Readonly<Record<keyof WaitingQuery, Shape.ValueKind>> = {
  state: Shape.oneOf(["quarantined", "received"]),
  after: Shape.text,
  limit: Shape.positive
}

const quarantinedOf = ({ engine, language }: Session, waiting: WaitingArrival): Quarantined => {
  const { id, key, channel, receivedAt, reason = "", says, raw, source, feedback } = waiting
  const owner = engine.policies.active.bundle.dictionary.reviewBy
  const message = whyNoCase(reason, says, language)
  const understood = feedback === undefined ? undefined : feedbackOf(feedback)
  const at = new Date(receivedAt)
  return defined({ id, key, channel, receivedAt: at, reason, message, raw, owner, source, understood })
}

const checkFeedback = (feedback: unknown): void => {
  if (typeof feedback !== "object" || feedback === null || Array.isArray(feedback))
    throw Shape.invalid(
      '`quarantine.release` needs the complete feedback: release(id, { channel: "email", customer: "C-17", verbatim: "…" })'
    )
}

/** Makes the methods of quarantine. */
export const quarantineOf = (session: Session): Quarantine => {
  const { engine } = session
  return {
    list: async () => {
      session.begin()
      const entries: Quarantined[] = []
      const waiting = itemsOf((place) => engine.intake.waiting({ state: "quarantined", limit: 200, ...place }))
      for await (const one of waiting) entries.push(quarantinedOf(session, one))
      return entries
    },
    page: async (query = {}) => {
      session.begin()
      Shape.check("quarantine.page", query, pageFields)
      const { items, next } = await engine.intake.waiting({ state: "quarantined", ...query })
      return defined({ items: items.map((one) => quarantinedOf(session, one)), next })
    },
    put: async (given) => {
      session.begin()
      Shape.check("quarantine.put", given, putFields)
      Shape.required("quarantine.put", given, ["key", "channel", "raw", "reason"])
      const { key, channel, raw, reason, received, source } = given
      const undated = received === undefined
      const receivedAt = undated ? engine.clock.now() : toInstant(received, "received")
      const arrival = { key, channel, actor: Actor.channel(channel), receivedAt, undated, raw, problem: reason }
      return receiptOf(session, await engine.intake.take({ ...arrival, ...defined({ source }) }), key)
    },
    settle: async (key, found) => {
      session.begin()
      Shape.check("quarantine.settle", found, { case: Shape.name })
      await engine.intake.settle(key, found)
    },
    release: async (id, feedback, scope) => {
      session.begin()
      checkFeedback(feedback)
      Shape.check("quarantine.release", scope, { actor: Shape.anything })
      if (scope !== undefined) checkActor(scope.actor)
      const known = scope === undefined ? undefined : await actorOf(engine, scope.actor)
      const actor = known ?? Actor.channel(feedback.channel)
      const read = readOwnWord(scope?.actor, known !== undefined, feedback, engine.clock.now())
      return "problem" in read
        ? quarantinedReceipt(session, id, read.problem)
        : receiptOf(
            session,
            await engine.intake.release(id, read.feedback, { actor, receivedAt: receivedOf(feedback) }),
            id
          )
    }
  }
}
