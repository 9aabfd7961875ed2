/** Executes the commands in the outbox that earlier decisions of the engine have caused. */
import type { Command, Problem, SurveyedCustomer } from "@hearback/core"
import { Actor, Offshoot } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import type { CustomerSurveys } from "../decide/CustomerSurveys.ts"
import type { Problems } from "../decide/Problems.ts"
import * as CommandAddress from "../name/CommandAddress.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { OutboxMessage } from "../port/EventStore.ts"
import type { Erasure } from "../retention/Erasure.ts"
import { type DeliveryRound, executeIn } from "./Round.ts"

/** The parts of the engine that execute commands. */
export interface Aggregates {
  readonly cases: Cases
  readonly problems: Problems
  readonly surveys: CustomerSurveys
  readonly erasure: Erasure
}

/** Makes the function that executes a command of the outbox. Executing it again changes nothing. */
export const makeOutboxCommands = (
  context: EngineContext,
  { cases, problems, surveys, erasure }: Aggregates
): ((round: DeliveryRound, message: OutboxMessage) => Promise<void>) => {
  /** Tells a case. A case that came out of another one is opened from that one's record, where its words are sealed. */
  const told = async (round: DeliveryRound, id: string, message: OutboxMessage): Promise<void> => {
    const command = message.body as unknown as Command.Command
    const key = UnitKey.outboxCommand(message.id)
    const origin = command.do === "submit" ? command.of?.case : undefined
    const opening = origin === undefined ? undefined : Offshoot.openingOf((await cases.load(origin)).state, id)
    if (opening === undefined)
      return void (await executeIn(round, cases, { case: id, command, actor: Actor.system("problem"), key }))
    const { receivedAt: occurredAt, by } = opening
    await executeIn(round, cases, {
      case: id,
      command: opening.command,
      actor: await context.staff.named(by),
      key,
      occurredAt
    })
  }

  return async (round, message) => {
    const address = CommandAddress.parse(message.to)
    if (address === undefined) throw new Error(`no command goes to \`${message.to}\``)
    const { kind, id } = address
    const key = UnitKey.outboxCommand(message.id)
    switch (kind) {
      case "case":
        return told(round, id, message)
      case "problem":
        return problems.execute(id, message.body as unknown as Problem.ProblemCommand, key)
      case "survey":
        return void (await surveys.execute(id, message.body as unknown as SurveyedCustomer.CustomerCommand, key))
      case "erasure":
        return erasure.expireRecord(id, key)
    }
  }
}
