/** Routes an arrival to a case: a new one, the open one about the same matter, or the one that it answers. */
import type { Command } from "@hearback/core"
import { Actor, defined, Landing, Policy, Submission } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import type { CommandBatch } from "../decide/CommandBatch.ts"
import type { CommandEnvelope } from "../decide/CommandEnvelope.ts"
import type { Arrival } from "./Arrival.ts"
import { makeFindLanding } from "./CandidateCases.ts"

/** The command that brings an arrival to a case. */
export type RoutedCommand = Pick<CommandEnvelope, "case" | "command" | "actor" | "sameMatter" | "words" | "isNew">

/** Routes arrivals. */
export interface ArrivalRouting {
  /** Returns the command to the case; undefined for an automatic message that answers no case, since it opens none. */
  route(arrival: Arrival, feedback: Command.Submission, batch: CommandBatch): Promise<RoutedCommand | undefined>
  /** Returns the command that opens a new case if the found one has been closed meanwhile. */
  routeToNewCase(arrival: Arrival, feedback: Command.Submission, closed: string): RoutedCommand
}

/** Returns the command `write` with everything that came with the words. */
const writeCommand = (arrival: Arrival, feedback: Command.Submission) => ({
  do: "write" as const,
  text: Landing.textsOf(feedback).join("\n"),
  channel: arrival.channel,
  ...Submission.broughtBy(feedback)
})

/** Returns the customer as the actor, also if staff entered the words. */
const customerOf = (feedback: Command.Submission): Actor.Actor => Actor.speaker(feedback.customer)

/** Returns where imported feedback goes: to a case of its own, since it adds nothing to a case that is worked on. */
const alone = ({ history }: Command.Submission, landing: Landing.Landing): Landing.Landing =>
  history === undefined || landing.as === "new"
    ? landing
    : { as: "new", sameMatter: { contacts: 1, unanswered: 0, earlier: [landing.case] } }

/** Makes the routing of arrivals. */
export const makeArrivalRouting = (context: EngineContext, cases: Cases): ArrivalRouting => {
  const find = makeFindLanding(context, cases)

  /** Returns the command for a landing. */
  const commandFor = (arrival: Arrival, feedback: Command.Submission, landing: Landing.Landing): RoutedCommand => {
    switch (landing.as) {
      case "new": {
        const id = context.ids.case(arrival.receivedAt)
        const command = { do: "submit" as const, case: id, ...feedback }
        return { case: id, command, actor: arrival.actor, sameMatter: landing.sameMatter, isNew: true }
      }
      case "joined": {
        const { contacts, unanswered } = landing
        return { case: landing.case, command: { do: "join", ...feedback, contacts, unanswered }, actor: arrival.actor }
      }
      case "word":
        return { case: landing.case, command: writeCommand(arrival, feedback), actor: customerOf(feedback) }
      case "answers": {
        const { gate, facts } = landing
        return {
          case: landing.case,
          command: defined({ do: "answer", gate, facts, text: feedback.verbatim }),
          actor: customerOf(feedback)
        }
      }
      case "answer": {
        const { gate, says } = landing
        return {
          case: landing.case,
          command: defined({ do: "reply", gate, says, text: feedback.verbatim, ...Submission.broughtBy(feedback) }),
          actor: customerOf(feedback)
        }
      }
    }
  }

  /** Routes an arrival. An automatic message opens no case: it belongs to the case that it answers, or to none. */
  const route = async (
    arrival: Arrival,
    feedback: Command.Submission,
    batch: CommandBatch
  ): Promise<RoutedCommand | undefined> => {
    const { receivedAt, thread } = arrival
    // A case of a routine is always a case of its own, whatever its words. It follows the case that it names.
    if (Policy.isRoutine(context.policies.active, arrival.channel)) {
      const earlier = thread === undefined ? [] : [thread]
      return commandFor(arrival, feedback, { as: "new", sameMatter: { contacts: 1, unanswered: 0, earlier } })
    }
    if (arrival.automatic !== true) {
      const { landing, words } = await find(defined({ feedback, receivedAt, thread }), batch)
      return defined({ ...commandFor(arrival, feedback, alone(feedback, landing)), words })
    }
    const named = thread === undefined ? undefined : (await cases.load(thread)).state
    if (named === undefined || named.version === 0) return undefined
    return {
      case: named.id,
      command: { ...writeCommand(arrival, feedback), automatic: true },
      actor: Actor.channel(arrival.channel)
    }
  }

  return {
    route,
    routeToNewCase: (arrival, feedback, closed) =>
      commandFor(arrival, feedback, { as: "new", sameMatter: { contacts: 1, unanswered: 0, earlier: [closed] } })
  }
}
