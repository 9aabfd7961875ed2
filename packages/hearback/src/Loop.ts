/** The handle a host holds: every verb of the engine as promises, in the host's words. */
import { randomUUID } from "node:crypto"
import type { Actor, Bundle, Policy } from "@hearback/core"
import { Arguments, Behalf } from "@hearback/core"
import { type Engine, MetaKey, Stream } from "@hearback/engine"
import { answersOf } from "./answers.ts"
import type { Call, CaseQuery, Command, Desk, Feedback, Health, Loop, Outcome, Quarantined, Receipt } from "./api.ts"
import { customersOf } from "./customers.ts"
import { hearbackError } from "./errors.ts"
import { explain } from "./explain.ts"
import { broughtBy, channelOf } from "./feedback.ts"
import * as InForce from "./inForce.ts"
import { toInstant } from "./instant.ts"
import { learningOf } from "./learn.ts"
import { type Names, type Speaker, sayEvent } from "./say.ts"
import { undeliveredOf } from "./undelivered.ts"
import { versionsOf } from "./versions.ts"
import { rowView, viewOf } from "./view.ts"

export interface LoopOptions {
  readonly engine: Engine
  readonly language: Bundle.Language
  readonly names: Names
  /** Time may be told ahead of the clock; marked in the store. */
  readonly virtualTime: boolean
  /** Moves the engine's clock, where it can be moved. */
  readonly setTime?: (at: number) => void
  readonly onClose: () => Promise<void>
  readonly policyProblem?: string
}

const aborted = (signal: AbortSignal | undefined): void => signal?.throwIfAborted()

/** Makes the handle. One per open store; desks for actors are cheap. */
export const makeLoop = (o: LoopOptions): Loop => {
  const { engine } = o
  let closed = false
  const whenOpen = (): void => {
    if (closed) throw hearbackError("closed", "the loop is closed")
  }
  const speaker = (policy: Policy.Policy): Speaker => ({ policy, language: o.language, names: o.names })
  const { acceptedOf, eventOf, rejectionOf } = answersOf(engine, o.language, speaker)

  const desk = (actorId: string | undefined): Desk => {
    const actor = async (channel?: string): Promise<Actor.Actor> =>
      actorId === undefined
        ? { id: `system:${channel ?? "host"}`, kind: "system", roles: [] }
        : engine.staff.actor(actorId)

    const submit = async (feedback: Feedback, call: Call = {}): Promise<Receipt> => {
      whenOpen()
      aborted(call.signal)
      const now = engine.clock.now()
      const receivedAt = feedback.received === undefined ? now : toInstant(feedback.received)
      if (receivedAt > now) throw hearbackError("time/in-the-future", "`received` lies in the future")
      const key = call.key ?? randomUUID()
      const taken = await engine.intake.take({
        key,
        channel: channelOf(feedback),
        actor: await actor(channelOf(feedback)),
        receivedAt,
        ...broughtBy(feedback)
      })
      return receiptOf(taken, key)
    }

    const execute = async (
      id: string,
      command: Command,
      call: Call & { readonly ifVersion?: number } = {}
    ): Promise<Outcome> => {
      whenOpen()
      aborted(call.signal)
      const read = Arguments.read(command)
      const { state, policy } = await engine.cases.load(id)
      if (!read.ok) {
        const reasons = read.problems.map((one) => ({
          code: one.argument === "do" ? ("command/unknown" as const) : ("command/shape" as const),
          says: { ...one }
        }))
        return {
          ok: false,
          rejection: rejectionOf(policy, { asked: String(command.do), reasons, allowed: [], onFile: false })
        }
      }
      const who = await actor()
      const { ifVersion } = call
      const answer = await engine.cases.execute({
        case: id,
        command: read.command,
        actor: who,
        key: `do:${call.key ?? randomUUID()}`,
        ...(ifVersion === undefined ? {} : { ifVersion })
      })
      if (answer.refusal !== undefined) {
        const since =
          ifVersion === undefined || state.version <= ifVersion
            ? []
            : await Promise.all((await engine.cases.history(id)).slice(ifVersion).map((one) => eventOf(policy, one)))
        return { ok: false, rejection: rejectionOf(answer.policy, answer.refusal, since) }
      }
      return acceptedOf(answer, read.command.do)
    }

    return {
      submit,
      execute,
      get: async (id) => {
        whenOpen()
        const { state, policy } = await engine.cases.load(id)
        if (state.version === 0) return undefined
        const [who, now] = [await actor(), engine.clock.now()]
        const people = who.kind === "person" ? await engine.staff.at(policy, now) : []
        return viewOf(InForce.asOfNow(engine, policy), state, Behalf.actorOn(policy, state, people, who, now))
      },
      list: async (query: CaseQuery = {}) => {
        whenOpen()
        const page = await engine.store.list(engine.tenant, query)
        return { items: page.items.map(rowView), ...(page.next === undefined ? {} : { next: page.next }) }
      },
      count: async (query: CaseQuery = {}) => {
        whenOpen()
        const { order: _, after: __, limit: ___, ...filter } = query
        return engine.store.count(engine.tenant, filter)
      },
      explain: async (id, about) => {
        whenOpen()
        return explain(engine, id, about, (policy, event, loop) => sayEvent(speaker(policy), event, loop))
      },
      events: async function* (options = {}) {
        whenOpen()
        let after = options.after === undefined ? null : Number(options.after)
        for (;;) {
          aborted(options.signal)
          const page = await engine.store.read(after, 200, engine.tenant)
          for (const stored of page.events) {
            const id = Stream.caseIn(stored.stream)
            if (id === undefined || (options.case !== undefined && id !== options.case)) continue
            const event = await engine.cases.decodeEvent(stored)
            yield await eventOf(await engine.policies.of(stored.policy), { stored, event })
          }
          if (page.events.length === 0) return
          after = page.next
        }
      },
      for: (scope) => desk(scope.actor.id)
    }
  }

  const toCustomers = customersOf({
    engine,
    language: o.language,
    whenOpen,
    execute: desk(undefined).execute,
    rejected: (asked, reasons) => rejectionOf(engine.policies.active, { asked, reasons, allowed: [], onFile: false })
  })

  const tick: Loop["tick"] = async (options = {}) => {
    whenOpen()
    if (options.at !== undefined) {
      const at = toInstant(options.at)
      if (at > Date.now() && !o.virtualTime)
        throw hearbackError(
          "time/in-the-future",
          "this store runs on real time: open it with `virtualTime` to tell it a time ahead"
        )
      o.setTime?.(at)
    }
    const { fired, sent, nextDueAt, more } = await engine.work.tick(options.budgetMs)
    return { fired, sent, more, ...(nextDueAt === null ? {} : { nextDue: new Date(nextDueAt) }) }
  }

  const quarantined = async (): Promise<readonly Quarantined[]> => {
    whenOpen()
    const owner = engine.policies.active.bundle.dictionary.reviewBy
    const result: Quarantined[] = []
    for (let after: string | undefined; ; ) {
      const page = await engine.intake.quarantined(after)
      for (const one of page.items)
        result.push({
          id: one.id,
          key: one.key,
          channel: one.channel,
          receivedAt: new Date(one.receivedAt),
          reason: one.reason ?? "",
          raw: one.raw,
          ...(owner === undefined ? {} : { owner })
        })
      if (page.next === undefined) return result
      after = page.next
    }
  }

  const health = async (): Promise<Health> => {
    const status = await engine.store.status()
    const last = await engine.store.meta(MetaKey.lastTick)
    const { bundle } = engine.policies.active
    const next = engine.policies.next?.bundle
    const now = engine.clock.now()
    return {
      live: !closed,
      store: true,
      policy: {
        id: bundle.id,
        content: bundle.content,
        shape: bundle.shape,
        ...(next?.effective === undefined ? {} : { next: { content: next.content, effective: next.effective } }),
        ...(o.policyProblem === undefined ? {} : { lastReloadError: o.policyProblem })
      },
      timers: {
        oldestDueMs: status.oldestDueAt === null ? null : Math.max(0, now - status.oldestDueAt),
        lastTickAt: typeof last === "number" ? new Date(last) : null
      },
      outbox: { waiting: status.outbox.waiting, dead: status.outbox.dead },
      quarantine: (await engine.intake.quarantined()).items.length
    }
  }

  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    await o.onClose()
  }

  return {
    ...desk(undefined),
    policy: versionsOf(engine, whenOpen),
    tick,
    ...toCustomers,
    ...learningOf({ ...o, whenOpen }),
    submitMany: async function* (feedback, options = {}) {
      whenOpen()
      let batch: { readonly feedback: Feedback; readonly key: string }[] = []
      const flush = async (): Promise<readonly Receipt[]> => {
        const arrivals = batch
        batch = []
        const now = engine.clock.now()
        const taken = await engine.intake.takeMany(
          arrivals.map(({ feedback: one, key }) => ({
            key,
            channel: channelOf(one),
            actor: { id: `system:${channelOf(one)}`, kind: "system" as const, roles: [] },
            receivedAt: one.received === undefined ? now : Math.min(now, toInstant(one.received)),
            ...broughtBy(one)
          }))
        )
        return taken.map((one, i) => receiptOf(one, arrivals[i]?.key ?? ""))
      }
      for await (const one of feedback) {
        aborted(options.signal)
        batch.push({ feedback: one.feedback, key: one.key ?? randomUUID() })
        if (batch.length >= (options.batch ?? 100)) yield* await flush()
      }
      if (batch.length > 0) yield* await flush()
    },
    quarantine: {
      list: quarantined,
      put: async ({ key, channel, raw, reason, received }) => {
        whenOpen()
        const receivedAt = received === undefined ? engine.clock.now() : toInstant(received)
        const taken = await engine.intake.take({
          key,
          channel,
          actor: { id: `system:${channel}`, kind: "system", roles: [] },
          receivedAt,
          raw,
          problem: reason
        })
        return receiptOf(taken, key)
      },
      release: async (id, feedback, scope) => {
        whenOpen()
        const actor =
          scope === undefined
            ? { id: `system:${feedback.channel}`, kind: "system" as const, roles: [] }
            : await engine.staff.actor(scope.actor.id)
        const brought = broughtBy(feedback)
        return "problem" in brought
          ? { outcome: "quarantined", case: id, id, reason: brought.problem, key: id, replayed: false }
          : receiptOf(await engine.intake.release(id, brought.feedback, actor), id)
      }
    },
    undelivered: undeliveredOf({ engine, whenOpen }),
    verify: async () => {
      whenOpen()
      const { streams, events, breaks } = await engine.verify()
      return {
        ok: breaks.length === 0,
        streams,
        events,
        breaks: breaks.map((one) => ({ ...one, problem: one.reason }))
      }
    },
    health,
    close,
    [Symbol.asyncDispose]: close
  }
}

type Taken = Awaited<ReturnType<Engine["intake"]["take"]>>

const receiptOf = (taken: Taken, key: string): Receipt =>
  taken.outcome !== "quarantined"
    ? { outcome: taken.outcome, case: taken.case, owner: taken.owner, key, replayed: taken.replayed }
    : { outcome: "quarantined", case: taken.id, id: taken.id, reason: taken.reason, key, replayed: taken.replayed }
