/**
 * Background work: cases that are due are told the time, commands and messages in the outbox are delivered. Work is
 * claimed with a lease, so that several workers share it and the claims of a stopped one become free again.
 */
import type { Asked, Command, Problem } from "@hearback/core"
import { Actor, Offshoot } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import { lanesOf } from "../context/Routes.ts"
import type { Cases } from "../decide/Cases.ts"
import type { CustomerSurveys } from "../decide/CustomerSurveys.ts"
import type { Problems } from "../decide/Problems.ts"
import type { Intake } from "../intake/Intake.ts"
import * as CommandAddress from "../name/CommandAddress.ts"
import * as Lane from "../name/Lane.ts"
import * as MetaKey from "../name/MetaKey.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { Json } from "../port/Event.ts"
import type { DueClaim, OutboxClaim, Settlement } from "../port/EventStore.ts"
import type { Erasure } from "../retention/Erasure.ts"
import { makeMessageDelivery, retryAfterFailureMs } from "./MessageDelivery.ts"

export interface TickResult {
  readonly fired: number
  readonly sent: number
  readonly nextDueAt: number | null
  readonly more: boolean
}

export interface BackgroundWork {
  /** Does what is due now, until nothing is left or the budget (ms of real time) is used up. */
  tick(budgetMs?: number): Promise<TickResult>
}

const batchSize = 100
export const makeBackgroundWork = (
  context: Context,
  cases: Cases,
  intake: Intake,
  problems: Problems,
  surveys: CustomerSurveys,
  erasure: Erasure
): BackgroundWork => {
  const { leaseMs } = context
  const delivery = makeMessageDelivery(context, cases)
  const fire = async (claim: DueClaim): Promise<Settlement> => {
    await cases.execute({
      case: claim.case,
      command: { do: "time" },
      actor: Actor.system("timer"),
      key: UnitKey.timeDue(claim.case, claim.dueAt, context.clock.now())
    })
    return { claim: claim.id, outcome: "done" }
  }

  const command = async ({ message }: OutboxClaim): Promise<void> => {
    const address = CommandAddress.parse(message.to)
    if (address === undefined) throw new Error(`no command goes to \`${message.to}\``)
    const { kind, id } = address
    const key = UnitKey.outboxCommand(message.id)
    switch (kind) {
      case "case":
        return told(id, message)
      case "problem":
        return problems.execute(id, message.body as unknown as Problem.ProblemCommand, key)
      case "survey":
        return void (await surveys.execute(id, message.body as unknown as Asked.AskedCommand, key))
      case "erasure":
        return erasure.expireRecord(id, key)
    }
  }

  /** A case that another case gave rise to is opened from the record of that one, where its words are sealed. */
  const told = async (id: string, message: OutboxClaim["message"]): Promise<void> => {
    const command = message.body as unknown as Command.Command
    const key = UnitKey.outboxCommand(message.id)
    const origin = command.do === "submit" ? command.of?.case : undefined
    const opening = origin === undefined ? undefined : Offshoot.openingOf((await cases.load(origin)).state, id)
    if (opening === undefined)
      return void (await cases.execute({ case: id, command, actor: Actor.system("problem"), key }))
    const { receivedAt: occurredAt, by } = opening
    await cases.execute({
      case: id,
      command: opening.command,
      actor: await context.staff.named(by),
      key,
      occurredAt
    })
  }

  const leave = async (claim: OutboxClaim): Promise<Settlement> => {
    await command(claim)
    return { claim: claim.id, outcome: "done" }
  }

  /** One failing claim holds nobody else up: it is offered again later. */
  const each = async <C extends DueClaim | OutboxClaim>(
    claims: readonly C[],
    act: (claim: C) => Promise<Settlement>
  ): Promise<void> => {
    const results: Settlement[] = []
    let failure: unknown
    for (const claim of claims) {
      try {
        results.push(await act(claim))
      } catch (cause) {
        failure ??= cause
        results.push({ claim: claim.id, outcome: { retryAt: context.clock.now() + retryAfterFailureMs } })
      }
    }
    await context.store.settle(context.tenant, results)
    if (failure !== undefined) throw failure
  }

  /** What this process can deliver: of all that the policy in force sends, and of what waits from another version. */
  const served = async (): Promise<readonly string[]> => {
    const { outbox } = await context.store.status(context.tenant)
    const lanes = [{ kind: "command" } as const, ...lanesOf(context.policies.active.bundle)].map(Lane.render)
    return context.routes.served([...new Set([...lanes, ...outbox.lanes.map(({ lane }) => lane)])])
  }

  return {
    tick: async (budgetMs = Number.POSITIVE_INFINITY) => {
      const started = Date.now()
      let fired = 0
      let sent = 0
      await context.policies.refresh("now")
      await intake.resume()
      await surveys.round()
      const lanes = await served()
      for (;;) {
        const now = context.clock.now()
        const waiting = await context.store.claim(context.tenant, "outbox", { now, leaseMs, limit: batchSize, lanes })
        await each(
          waiting.filter((claim) => claim.message.kind === "command"),
          leave
        )
        const delivered = await delivery.deliver(waiting.filter((claim) => claim.message.kind === "message"))
        await context.store.settle(context.tenant, delivered.settlements)
        sent += delivered.sent
        const due =
          waiting.length > 0 ? [] : await context.store.claim(context.tenant, "due", { now, leaseMs, limit: batchSize })
        await each(due, fire)
        fired += due.length
        const idle = waiting.length === 0 && due.length === 0
        if (idle || Date.now() - started > budgetMs) {
          await context.store.setMeta(context.tenant, MetaKey.lastTick, now satisfies Json)
          const { nextDueAt } = await context.store.status(context.tenant)
          return { fired, sent, nextDueAt, more: !idle }
        }
      }
    }
  }
}
