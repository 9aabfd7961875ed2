/** What an arrival asks of which case: a new one, the open one about the same thing, or the one that it answers. */
import type { Command, Landing } from "@hearback/core"
import { Actor } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import type { Batch } from "../decide/CommandBatch.ts"
import type { Order } from "../decide/CommandEnvelope.ts"
import type { Arrival } from "./Arrival.ts"
import { makeFind } from "./CandidateCases.ts"

export type Asks = Pick<Order, "case" | "command" | "actor" | "sameMatter" | "isNew">

export interface Destination {
  /** Undefined: a machine's word that answers no case of ours, and opens none. */
  destination(a: Arrival, feedback: Command.Submission, b: Batch): Promise<Asks | undefined>
  /** A case of its own after all, since the one that it was for has been closed in between. */
  fresh(a: Arrival, feedback: Command.Submission, closed: string): Asks
}

const word = (a: Arrival, feedback: Command.Submission) => ({
  do: "write" as const,
  text: feedback.verbatim ?? feedback.description ?? "",
  channel: a.channel
})

/** Whoever names their case, or thanks for it, writes as its customer, whoever took it down. */
const customerOf = (feedback: Command.Submission): Actor.Actor => ({
  id: feedback.customer ?? "anonymous",
  kind: "customer",
  roles: []
})

export const makeDestination = (x: Context, cases: Cases): Destination => {
  const find = makeFind(x, cases)

  /** What an arrival asks of a case, by where it lands. */
  const asks = (a: Arrival, feedback: Command.Submission, landing: Landing.Landing): Asks => {
    switch (landing.as) {
      case "new": {
        const id = x.ids.case(a.receivedAt)
        const command = { do: "submit" as const, case: id, ...feedback }
        return { case: id, command, actor: a.actor, sameMatter: landing.sameMatter, isNew: true }
      }
      case "joined": {
        const { contacts, unanswered } = landing
        return { case: landing.case, command: { do: "join", ...feedback, contacts, unanswered }, actor: a.actor }
      }
      case "word":
        return { case: landing.case, command: word(a, feedback), actor: customerOf(feedback) }
      case "answer": {
        const { gate, says } = landing
        const text = feedback.verbatim === undefined ? {} : { text: feedback.verbatim }
        return { case: landing.case, command: { do: "reply", gate, says, ...text }, actor: customerOf(feedback) }
      }
    }
  }

  /** A machine's word belongs to the case that it answers, or to nobody: no case is opened for it. */
  const destination = async (a: Arrival, feedback: Command.Submission, b: Batch): Promise<Asks | undefined> => {
    const { receivedAt, thread } = a
    if (a.automatic !== true)
      return asks(a, feedback, await find({ feedback, receivedAt, ...(thread === undefined ? {} : { thread }) }, b))
    const named = thread === undefined ? undefined : (await cases.load(thread)).state
    if (named === undefined || named.version === 0) return undefined
    return { case: named.id, command: { ...word(a, feedback), automatic: true }, actor: Actor.system(a.channel) }
  }

  return {
    destination,
    fresh: (a, feedback, closed) =>
      asks(a, feedback, { as: "new", sameMatter: { contacts: 1, unanswered: 0, earlier: [closed] } })
  }
}
