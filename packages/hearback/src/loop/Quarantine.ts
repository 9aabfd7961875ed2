/** Quarantine: what arrived and could not be read waits there for a person. */
import { Actor, defined } from "@hearback/core"
import { itemsOf } from "@hearback/engine"
import { type ActorReference, actorOf, checkActor } from "../call/Actor.ts"
import type { Session } from "../call/Call.ts"
import { type Instantish, toInstant } from "../call/Instant.ts"
import type { Feedback } from "../desk/Feedback.ts"
import { readOwnWord } from "../desk/OwnWord.ts"
import { quarantinedReceipt, type Receipt, receiptOf } from "../desk/Receipt.ts"

export interface Quarantined {
  readonly id: string
  readonly key: string
  readonly channel: string
  readonly receivedAt: Date
  readonly reason: string
  readonly owner?: string
  readonly raw: string
}

export interface Quarantine {
  list(): Promise<readonly Quarantined[]>
  /** Keeps what could not even be read, with its raw text and the reason. */
  put(arrival: {
    readonly key: string
    readonly channel: string
    readonly raw: string
    readonly reason: string
    readonly received?: Instantish
  }): Promise<Receipt>
  /** Opens the case with the original receipt time; what was missing comes with it. */
  release(id: string, feedback: Feedback, scope?: { readonly actor: ActorReference }): Promise<Receipt>
}

/** Makes the methods of quarantine. */
export const quarantineOf = (session: Session): Quarantine => {
  const { engine } = session
  return {
    list: async () => {
      session.begin()
      const owner = engine.policies.active.bundle.dictionary.reviewBy
      const entries: Quarantined[] = []
      const waiting = itemsOf(({ after }) => engine.intake.quarantined(after))
      for await (const { id, key, channel, receivedAt, reason = "", raw } of waiting)
        entries.push(defined({ id, key, channel, receivedAt: new Date(receivedAt), reason, raw, owner }))
      return entries
    },
    put: async ({ key, channel, raw, reason, received }) => {
      session.begin()
      const receivedAt = received === undefined ? engine.clock.now() : toInstant(received)
      const arrival = { key, channel, actor: Actor.channel(channel), receivedAt, raw, problem: reason }
      return receiptOf(await engine.intake.take(arrival), key)
    },
    release: async (id, feedback, scope) => {
      session.begin()
      if (scope !== undefined) checkActor(scope.actor)
      const known = scope === undefined ? undefined : await actorOf(engine, scope.actor)
      const actor = known ?? Actor.channel(feedback.channel)
      const read = readOwnWord(scope?.actor, known !== undefined, feedback)
      return "problem" in read
        ? quarantinedReceipt(id, read.problem, id)
        : receiptOf(await engine.intake.release(id, read.feedback, actor), id)
    }
  }
}
