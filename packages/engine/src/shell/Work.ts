/**
 * The work that nobody asks for by name: what is due fires, what waits leaves. Claimed with a lease, so that several
 * workers share it and a stopped one's claims come back.
 */
import type { Command, Problem } from "@hearback/core"
import { Actor } from "@hearback/core"
import type { Channel } from "../port/Channel.ts"
import type { Json } from "../port/Event.ts"
import type { DueClaim, OutboxClaim, Settlement } from "../port/EventStore.ts"
import { unseal } from "../record/Seal.ts"
import type { Cases } from "./Cases.ts"
import type { Context } from "./Context.ts"
import type { Problems } from "./Problems.ts"

export interface Ticked {
  readonly fired: number
  readonly sent: number
  readonly nextDueAt: number | null
  readonly more: boolean
}

export interface Work {
  /** Fires and delivers what is due now, until nothing is left or the budget (ms of real time) is used up. */
  tick(budgetMs?: number): Promise<Ticked>
}

const batch = 100
/** A message that nobody takes is offered again, ever later, up to six hours apart. */
const later = (attempts: number): number => Math.min(6 * 3_600_000, 30_000 * 2 ** Math.min(attempts, 10))
const attemptsAtMost = 30

export const makeWork = (x: Context, cases: Cases, problems: Problems): Work => {
  const { leaseMs } = x
  const fire = async (claim: DueClaim): Promise<Settlement> => {
    await cases.execute({
      case: claim.case,
      command: { do: "time" },
      actor: Actor.system("timer"),
      key: `time:${claim.case}:${claim.dueAt}:${x.clock.now()}`
    })
    return { claim: claim.id, outcome: "done" }
  }

  const command = async ({ message }: OutboxClaim): Promise<void> => {
    const slash = message.to.indexOf("/")
    const id = message.to.slice(slash + 1)
    if (message.to.startsWith("problem/"))
      await problems.execute(id, message.body as unknown as Problem.ProblemCommand, `out:${message.id}`)
    else
      await cases.execute({
        case: id,
        command: message.body as unknown as Command.Command,
        actor: Actor.system("problem"),
        key: `out:${message.id}`
      })
  }

  const route = (name: string | undefined): Channel | undefined =>
    x.channels.find((channel) => channel.name === name && channel.send !== undefined) ??
    x.channels.find((channel) => channel.send !== undefined)

  /** Tells the case what became of its message, where a gate waits for it. */
  const report = async (
    stream: string,
    body: { readonly id: string; readonly gate?: string },
    refused: string | undefined,
    key: string
  ): Promise<void> => {
    if (body.gate === undefined) return
    const told: Command.Command =
      refused === undefined
        ? { do: "delivered", message: body.id }
        : { do: "bounced", message: body.id, reason: refused }
    await cases.execute({
      case: stream.slice(5),
      command: told,
      actor: Actor.system("channel"),
      key: `${key}:${told.do}`
    })
  }

  const deliver = async ({ message, id, attempts }: OutboxClaim): Promise<Settlement> => {
    const channel = route(message.channel)
    if (channel?.send === undefined) return { claim: id, outcome: { retryAt: x.clock.now() + later(attempts) } }
    const opened = message.sealed === undefined ? undefined : await unseal(x.keys, x.tenant, message.sealed)
    const body = message.body as {
      readonly id: string
      readonly language: "zh-CN" | "en"
      readonly gate?: string
      readonly message: string
    }
    const stream = message.id.split("/").slice(0, 2).join("/")
    if (opened === undefined || !opened.ok) return { claim: id, outcome: { dead: opened?.reason ?? "empty" } }
    const { text } = opened.value as { readonly text: string }
    const name = (await x.customers(message.to))?.name
    const outgoing = {
      key: `${stream}/${body.id}`,
      to: { value: message.to, ...(name === undefined ? {} : { name }) },
      thread: stream.slice(5),
      subject: body.message,
      text,
      language: body.language
    }
    const delivery = await channel
      .send(outgoing, { signal: AbortSignal.timeout(30_000), attempt: attempts + 1 })
      .catch((cause: unknown) => ({ delivery: "deferred" as const, cause }))
    switch (delivery.delivery) {
      case "sent":
      case "delivered":
        await report(stream, body, undefined, `out:${message.id}`)
        return { claim: id, outcome: "done" }
      case "refused":
      case "bounced":
        await report(stream, body, delivery.reason, `out:${message.id}`)
        return { claim: id, outcome: { dead: delivery.reason } }
      case "deferred": {
        if (attempts + 1 < attemptsAtMost) return { claim: id, outcome: { retryAt: x.clock.now() + later(attempts) } }
        await report(stream, body, "given up", `out:${message.id}`)
        return { claim: id, outcome: { dead: "given up" } }
      }
    }
  }

  const leave = async (claim: OutboxClaim): Promise<Settlement> => {
    if (claim.message.kind === "message") return deliver(claim)
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
        results.push({ claim: claim.id, outcome: { retryAt: x.clock.now() + 30_000 } })
      }
    }
    await x.store.settle(results)
    if (failure !== undefined) throw failure
  }

  return {
    tick: async (budgetMs = Number.POSITIVE_INFINITY) => {
      const started = Date.now()
      let fired = 0
      let sent = 0
      for (;;) {
        const now = x.clock.now()
        const waiting = await x.store.claim("outbox", { now, leaseMs, limit: batch })
        await each(waiting, leave)
        sent += waiting.filter((claim) => claim.message.kind === "message").length
        const due = waiting.length > 0 ? [] : await x.store.claim("due", { now, leaseMs, limit: batch })
        await each(due, fire)
        fired += due.length
        const idle = waiting.length === 0 && due.length === 0
        if (idle || Date.now() - started > budgetMs) {
          await x.store.setMeta("tick:last", now satisfies Json)
          const { nextDueAt } = await x.store.status()
          return { fired, sent, nextDueAt, more: !idle }
        }
      }
    }
  }
}
