/**
 * Background work: cases that are due are told the time, commands and messages in the outbox are delivered. Work is
 * claimed with a lease, so that several workers share it and the claims of a stopped one become free again. Each piece is
 * settled by itself, when it is done; one that fails holds up no other.
 *
 * Effect bounds how long a tick is waited for; what is exported are plain promises.
 */
import { Actor } from "@hearback/core"
import * as Effect from "effect/Effect"
import type { EngineContext } from "../context/Context.ts"
import { isOutage } from "../context/EngineError.ts"
import { lanesOf } from "../context/Routes.ts"
import type { Intake } from "../intake/Intake.ts"
import * as Lane from "../name/Lane.ts"
import * as MetaKey from "../name/MetaKey.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { Claim, ClaimId, DueClaim, Settlement } from "../port/EventStore.ts"
import type { Routines } from "../routine/Routines.ts"
import { makeSettle } from "./ClaimSettlement.ts"
import { makeHeldClaims } from "./HeldClaims.ts"
import { type Aggregates, makeOutboxCommands } from "./OutboxCommands.ts"
import { makeOutboxMessages } from "./OutboxMessages.ts"
import { type DeliveryRound, executeIn, makeRound } from "./Round.ts"
import { makeWorkers } from "./Workers.ts"

export interface TickOptions {
  /** How long it may take, in ms of real time. Default: until nothing is left. */
  readonly budgetMs?: number | undefined
  readonly signal?: AbortSignal | undefined
}

export interface TickResult {
  /**
   * How many due instants fired on cases, also those that a delivery met first. Not counted: those on the way of feedback that
   * waited for an adapter, and of an erasure.
   */
  readonly fired: number
  readonly sent: number
  /** `null` where nothing will be due, or where the time was over before everything was done. */
  readonly nextDueAt: number | null
  /** Whether something is left that is due now. */
  readonly more: boolean
}

export interface BackgroundWork {
  /**
   * Does what is due now. When its time is over, or the caller has left, nothing new is begun; what is in hand by then,
   * such as a message that a channel is sending, is finished and settled behind it.
   *
   * Errors: the reason of the signal; what is a mistake of a program, or an event that cannot be read, once everything else
   * has been done.
   */
  tick(options?: TickOptions): Promise<TickResult>
  /** Begins nothing more; resolves when what is in hand is finished. Every call of an adapter has an end. */
  stop(): Promise<void>
}

/** Units: ms. Work that failed by an error is tried again after so long. */
const retryAfterFailureMs = 30_000
/** A row that says something is due where the record says nothing is: `verify` names it, and nobody waits for it. Units: ms. */
const retryUndueMs = 60_000

/** Cases are told the time one after another, and commands carried out; so many are claimed at once. */
const batch = 100

const staff = Lane.render({ kind: "staff" })

/** Lanes of messages that leave by one channel; without one those of commands. */
interface Source {
  readonly channel: string | undefined
  readonly lanes: readonly string[]
}

/** Makes the work of an engine; `sign` is asked for at the end of each round. */
export const makeBackgroundWork = (
  context: EngineContext,
  intake: Intake,
  aggregates: Aggregates,
  sign: () => Promise<void>,
  routines: Routines
): BackgroundWork => {
  const { store, tenant, clock, telemetry } = context
  const { leaseMs, concurrency } = context.delivery
  const workers = makeWorkers(concurrency)
  const held = makeHeldClaims(context)
  const carryOut = makeOutboxCommands(context, aggregates)
  const rounds = new Set<Promise<boolean>>()
  /** Mistakes of programs that were met behind a tick that is over: the next one throws them. */
  const mistakes: unknown[] = []
  let isStopping = false

  /** An outage of an adapter has been reported where it was met, and is no reason to end a tick. */
  const noted = (cause: unknown): void => {
    if (!isOutage(cause)) mistakes.push(cause)
  }
  const settle = makeSettle(context, held)
  const messages = makeOutboxMessages(context, aggregates.cases, { workers, held, settle, noted })

  /** Does pieces of work one after another; each that is begun is settled, the others are given back. */
  const each = <C extends Claim>(
    round: DeliveryRound,
    claims: readonly C[],
    act: (claim: C) => Promise<Settlement["outcome"]>
  ): Promise<void> =>
    held.during(idsOf(claims), async () => {
      for (const claim of claims) {
        if (round.isOver()) await settle([claim], { untried: clock.now() })
        else if (await held.isHeld(claim.id).catch(() => false)) {
          const outcome = await act(claim).catch((cause: unknown) => {
            noted(cause)
            return { retryAt: clock.now() + retryAfterFailureMs }
          })
          await settle([claim], outcome)
        } else held.letGo([claim.id])
      }
    })

  const fire = async (round: DeliveryRound, { case: id, dueAt }: DueClaim): Promise<Settlement["outcome"]> => {
    const { events } = await executeIn(round, aggregates.cases, {
      case: id,
      command: { do: "time" },
      actor: Actor.system("timer"),
      key: UnitKey.timeDue(id, dueAt, clock.now())
    })
    return events.length > 0 ? "done" : { retryAt: clock.now() + retryUndueMs }
  }

  /** What this process can deliver: of all that the policy in force sends, and of what waits from another version. */
  const sources = async (): Promise<readonly Source[]> => {
    const { outbox } = await store.status(tenant)
    const lanes = [{ kind: "command" } as const, ...lanesOf(context.policies.active.bundle)].map(Lane.render)
    const served = context.routes.served([...new Set([...lanes, ...outbox.lanes.map(({ lane }) => lane)])])
    const takers = new Set(served.map(context.routes.takerOf))
    return [...takers].map((channel) => ({
      channel,
      lanes: served.filter((lane) => context.routes.takerOf(lane) === channel)
    }))
  }

  const hasRoom = ({ channel }: Source): boolean => channel === undefined || workers.free(channel) * 2 >= concurrency

  /** Takes from one source of the outbox what there is a place for; returns whether there was anything. */
  const takeFrom = async (round: DeliveryRound, { channel, lanes }: Source): Promise<boolean> => {
    const now = clock.now()
    const limit = channel === undefined ? batch : workers.free(channel)
    const claims = await store.claim(tenant, "outbox", { now, leaseMs, limit, lanes })
    held.keep(idsOf(claims), now)
    if (channel === undefined)
      await each(round, claims, async ({ message }) => {
        await telemetry.during("delivery", { tenant, channel: "cases" }, () => carryOut(round, message), message.trace)
        return "done"
      })
    else messages.take(round, claims)
    return claims.length > 0
  }

  /** Returns whether there was anything; `unknown` where the round was over before every source was asked. */
  const takeFromOutbox = async (round: DeliveryRound, open: readonly Source[]): Promise<boolean | "unknown"> => {
    let isAny = false
    for (const source of open) {
      if (round.isOver()) return "unknown"
      isAny = (await takeFrom(round, source)) || isAny
    }
    return isAny
  }

  const takeDue = async (round: DeliveryRound): Promise<boolean> => {
    const now = clock.now()
    const claims = await store.claim(tenant, "due", { now, leaseMs, limit: batch })
    held.keep(idsOf(claims), now)
    await each(round, claims, (claim) => fire(round, claim))
    return claims.length > 0
  }

  const workOn = async (round: DeliveryRound): Promise<boolean> => {
    const all = await sources()
    while (!round.isOver()) {
      // What ends while it is looked for work may have put more into the outbox.
      const isIdle = round.inHand === 0
      const { ended } = workers
      // A channel that is slow holds up no other.
      const open = all.filter(hasRoom)
      if ((await takeFromOutbox(round, open)) !== false) continue
      // Channels that are slow hold up no clock.
      if (await takeDue(round)) continue
      // What falls due at once is told at once, so that a person has one message of it.
      if (open.some(({ lanes }) => lanes.includes(staff)) && messages.sendNotices(round)) continue
      const isRoom = open.length === all.length
      if (isRoom && isIdle) return true
      if (round.inHand > 0 || !isRoom) await workers.next(ended)
    }
    return false
  }

  /** Returns whether nothing is left that is due now. */
  const work = async (round: DeliveryRound): Promise<boolean> => {
    const now = clock.now()
    await context.policies.refresh("now")
    for (const first of [intake.resume, aggregates.surveys.round, routines.round])
      if (!round.isOver()) await first().catch(noted)
    try {
      return await workOn(round)
    } finally {
      messages.sendNotices(round)
      while (round.inHand > 0) await workers.next(workers.ended)
      await store.setMeta(tenant, MetaKey.lastTick, now)
      await sign()
    }
  }

  /** Begins a round, which goes on to its end whoever waits for it. */
  const begin = (round: DeliveryRound): Promise<boolean> => {
    const done: Promise<boolean> = work(round).finally(() => rounds.delete(done))
    rounds.add(done)
    return done
  }

  /** Begins rounds until nothing is left: what an earlier one had in hand when its time was over may be due again. */
  const finish = async (round: DeliveryRound): Promise<boolean> => {
    while (await begin(round)) {
      const others = [...rounds]
      if (others.length === 0) return true
      await Promise.allSettled(others)
      if (round.isOver()) return false
    }
    return false
  }

  const tick: BackgroundWork["tick"] = async ({ budgetMs, signal } = {}) => {
    signal?.throwIfAborted()
    const end = budgetMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + budgetMs
    let isLeft = false
    const round = makeRound(() => isStopping || isLeft || performance.now() >= end)
    try {
      const isDone = await waitFor(finish(round), budgetMs, signal)
      const [mistake] = mistakes
      if (mistakes.splice(0).length > 0) throw mistake
      const { fired, sent } = round
      if (!isDone) return { fired, sent, nextDueAt: null, more: true }
      const dues = [(await store.status(tenant)).nextDueAt, routines.nextAt()].filter((due) => due !== null)
      return { fired, sent, nextDueAt: dues.length === 0 ? null : Math.min(...dues), more: false }
    } catch (thrown) {
      isLeft = true
      throw signal?.aborted ? signal.reason : thrown
    }
  }

  return {
    tick: (options) =>
      telemetry.during("tick", { tenant }, async ({ add }) => {
        const told = await tick(options)
        add({ fired: told.fired, sent: told.sent, more: told.more })
        return told
      }),
    stop: async () => {
      isStopping = true
      await Promise.allSettled(rounds)
      await workers.idle()
    }
  }
}

const idsOf = (claims: readonly Claim[]): readonly ClaimId[] => claims.map(({ id }) => id)

/** The longest that a timer can wait.  Units: ms. */
const longestWait = 2 ** 31 - 1

/** Waits for work, and no longer than so many ms or until the signal: then the answer is `false`, or an error. */
const waitFor = (work: Promise<boolean>, withinMs = longestWait, signal?: AbortSignal): Promise<boolean> => {
  // What fails after nobody waits any more was a failure of an adapter or the store, and is reported.
  work.catch(() => {})
  const done = Effect.tryPromise({ try: () => work, catch: (cause) => cause })
  const bounded = Effect.timeoutOrElse(done, {
    duration: Math.min(withinMs, longestWait),
    orElse: () => Effect.succeed(false)
  })
  return Effect.runPromise(bounded, signal === undefined ? undefined : { signal })
}
