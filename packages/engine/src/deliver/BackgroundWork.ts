/**
 * Background work: tells the time to cases that are due, and delivers the commands and messages of the outbox. Work is
 * claimed with a lease, so several workers can share it, and the claims of a stopped one become free again. Each piece
 * is settled when it is done; one that fails delays no other.
 *
 * Effect limits how long a tick is waited for; exported functions return plain promises.
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

/** The options of a tick. */
export interface TickOptions {
  /** How long it may take, in ms of real time. Default: until nothing is left. */
  readonly budgetMs?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** The result of a tick. */
export interface TickResult {
  /**
   * How many due instants fired on cases, also during deliveries. Not counted: those fired for feedback that waited for
   * an adapter, and those of an erasure.
   */
  readonly fired: number
  readonly sent: number
  /** The next due instant; null if there is none, or if the time was over before everything was done. */
  readonly nextDueAt: number | null
  /** Whether work is left that is due now. */
  readonly more: boolean
}

/** The background work of an engine. */
export interface BackgroundWork {
  /**
   * Does what is due now. When the time is over or the caller has given up, nothing new is begun. Work that was begun,
   * such as a message that a channel is sending, is finished and settled afterwards.
   *
   * Errors: the reason of the signal; a mistake of a program or an unreadable event, thrown after all other work is
   * done.
   */
  tick(options?: TickOptions): Promise<TickResult>
  /** Begins no more work; resolves when begun work is finished. Every call of an adapter has a time limit. */
  stop(): Promise<void>
}

/** When work that failed by an error is tried again.  Units: ms. */
const retryAfterFailureMs = 30_000
/**
 * When a row is tried again that says that something is due while the record does not. `verify` names it.  Units: ms.
 */
const retryUndueMs = 60_000

/** The number of due cases and commands that are claimed at once; they are done one after another. */
const batch = 100

const staff = Lane.render({ kind: "staff" })

/** Lanes whose messages leave by one channel; without a channel, the lanes of commands. */
interface Source {
  readonly channel: string | undefined
  readonly lanes: readonly string[]
}

/** Makes the background work of an engine; `sign` is called at the end of each round. */
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
  /** Mistakes of programs in work that outlasted its tick; the next tick throws them. */
  const mistakes: unknown[] = []
  let isStopping = false

  /** Keeps a mistake for later. A failure of an adapter was reported already and does not end a tick. */
  const noted = (cause: unknown): void => {
    if (!isOutage(cause)) mistakes.push(cause)
  }
  const settle = makeSettle(context, held)
  const messages = makeOutboxMessages(context, aggregates.cases, { workers, held, settle, noted })

  /** Does pieces of work one after another. Each that is begun is settled; the others are given back. */
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

  /**
   * Returns what this process can deliver: the lanes of the policy in force, and those of messages of other versions.
   */
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

  /** Takes messages from one source as long as there is room; returns whether there were any. */
  const takeFrom = async (round: DeliveryRound, { channel, lanes }: Source): Promise<boolean> => {
    const now = clock.now()
    const limit = channel === undefined ? batch : workers.free(channel)
    const claims = await store.claim(tenant, "outbox", { now, leaseMs, limit, lanes })
    held.keep(idsOf(claims), now)
    if (channel === undefined)
      await each(round, claims, async ({ message }) => {
        await telemetry.during("delivery", { channel: "cases" }, () => carryOut(round, message), message.trace)
        return "done"
      })
    else messages.take(round, claims)
    return claims.length > 0
  }

  /**
   * Takes messages from the outbox; returns whether there were any, or `unknown` if the round ended before all sources
   * were asked.
   */
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
      // Deliveries that end while work is looked for may put more into the outbox.
      const isIdle = round.inHand === 0
      const { ended } = workers
      // A slow channel delays no other.
      const open = all.filter(hasRoom)
      if ((await takeFromOutbox(round, open)) !== false) continue
      // Slow channels do not delay due cases.
      if (await takeDue(round)) continue
      // Due cases are told first, so that notices that arise at once leave in one message to each person.
      if (open.some(({ lanes }) => lanes.includes(staff)) && messages.sendNotices(round)) continue
      const isRoom = open.length === all.length
      if (isRoom && isIdle) return true
      if (round.inHand > 0 || !isRoom) await workers.next(ended)
    }
    return false
  }

  /** Does a round of work; returns whether nothing is left that is due now. */
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

  /** Begins a round, which goes on to its end even if nobody waits for it. */
  const begin = (round: DeliveryRound): Promise<boolean> => {
    const done: Promise<boolean> = work(round).finally(() => rounds.delete(done))
    rounds.add(done)
    return done
  }

  /** Runs rounds until nothing is left, since the unfinished work of an earlier round may be due again. */
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
      telemetry.during("tick", {}, async ({ add }) => {
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

/** The longest time of a timer.  Units: ms. */
const longestWait = 2 ** 31 - 1

/** Waits for work until `withinMs` or the signal. Returns false after the time, and throws the reason of the signal. */
const waitFor = (work: Promise<boolean>, withinMs = longestWait, signal?: AbortSignal): Promise<boolean> => {
  // A later failure was one of an adapter or the store, and was reported.
  work.catch(() => {})
  const done = Effect.tryPromise({ try: () => work, catch: (cause) => cause })
  const bounded = Effect.timeoutOrElse(done, {
    duration: Math.min(withinMs, longestWait),
    orElse: () => Effect.succeed(false)
  })
  return Effect.runPromise(bounded, signal === undefined ? undefined : { signal })
}
