/** The open loop with all its methods, which a host uses. */
import { type AnyNames, type Bundle, defined, type PolicyNames } from "@hearback/core"
import type { Engine, Querier, Reception } from "@hearback/engine"
import { checkActor } from "../call/Actor.ts"
import type { NameOf, Session } from "../call/Call.ts"
import { hearbackError } from "../call/HearbackError.ts"
import { dateOf, type Instantish, toInstant } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import { type CustomerDesk, customerDeskOf } from "../customer/CustomerDesk.ts"
import { type Customers, customersOf } from "../customer/Customers.ts"
import { type Desk, deskOf } from "../desk/Desk.ts"
import type { Keyed } from "../desk/Feedback.ts"
import type { Receipt } from "../desk/Receipt.ts"
import { type Learning, learningOf } from "../learning/Learning.ts"
import { catchUpSummaries } from "../learning/SummaryProjection.ts"
import { type ConsumeOptions, type Consumer, consume, type EventHandler } from "./Consumers.ts"
import { type FileProblems, type Health, healthOf } from "./Health.ts"
import { importFeedback } from "./Import.ts"
import { type PolicyVersions, policyVersionsOf } from "./PolicyVersions.ts"
import { type Quarantine, quarantineOf } from "./Quarantine.ts"
import { receive } from "./Receivers.ts"
import { type RecordAudit, recordAuditOf } from "./RecordAudit.ts"
import { type Undelivered, undeliveredOf } from "./Undelivered.ts"
import { startWork, type Work, type WorkOptions } from "./Work.ts"

/** An opened loop: the desk of the host, with customers, policy versions, figures and the record. */
export interface Loop<N extends PolicyNames = AnyNames>
  extends Desk<N>,
    Customers<N>,
    Learning,
    RecordAudit,
    AsyncDisposable {
  /** The versions of the policy: publish one, or move open cases to it. */
  readonly policy: PolicyVersions
  /**
   * Returns the desk of one customer: only their own cases, without notes of staff and without data of another customer
   * in the same case. Use it for a page for customers.
   */
  forCustomer(id: string, options?: { readonly language?: Bundle.Language }): CustomerDesk<N>
  /**
   * Returns the desk inside your own transaction on the store's database: feedback and commands commit or roll back
   * with it, and messages leave after the commit. `hearback/tx` makes `tx` from drivers and query builders.
   *
   * Errors: `tx/unsupported` if the store has no host transactions, or on the first call if `tx` belongs to other data.
   */
  within(tx: Querier): Desk<N>
  /** Takes many pieces of feedback in few transactions. Receipts come in the order of the feedback. */
  submitMany(
    feedback: Iterable<Keyed<N>> | AsyncIterable<Keyed<N>>,
    options?: { readonly signal?: AbortSignal; readonly batch?: number }
  ): AsyncIterable<Receipt>
  /**
   * Calls a handler with every event, in order, each at least once, and continues with new ones. The store keeps the
   * progress under `name`. Resolves when all present events are handled. If the handler throws, the error goes to
   * `onError` and the handler is called again with the same event. Use each name in one process only: two would both
   * get every event.
   *
   * Errors: `consumer/running` if this loop already has a consumer of that name.
   */
  consume(name: string, handler: EventHandler<N>, options?: ConsumeOptions): Promise<Consumer>
  /**
   * Starts to receive messages from the channels, until it is stopped or the loop is closed. Each message is taken in
   * once.
   */
  receive(): Reception
  /**
   * Tells the engine the time: fires due clocks, delivers waiting messages, updates the figures. It ends after
   * `budgetMs` of real time with `more: true`, and throws the reason of `signal` when that is aborted. Work that has
   * begun by then, such as a message being sent, still finishes; `close` waits for it.
   */
  tick(options?: {
    readonly at?: Instantish
    readonly budgetMs?: number
    readonly signal?: AbortSignal
  }): Promise<{ readonly fired: number; readonly sent: number; readonly nextDue?: Date; readonly more: boolean }>
  /**
   * Ticks by itself until it is stopped or the loop is closed: after each commit in this process, when something falls
   * due, and at least every `everyMs`. A failed tick is reported to `logger` and tried again.
   */
  work(options?: WorkOptions): Work
  /** Arrivals that could not become a case, and what to do with them. */
  readonly quarantine: Quarantine<N>
  /** Messages that failed or were given up. */
  readonly undelivered: Undelivered
  /** Returns the state of the loop and its adapters. */
  health(): Promise<Health>
  /**
   * Begins no new work, waits for running work, and closes the store. It waits for a sending channel for up to
   * `timeouts.channel`.
   */
  close(): Promise<void>
}

/** What an open loop is made of. */
export interface LoopOptions {
  readonly engine: Engine
  readonly language: Bundle.Language
  readonly names: NameOf
  /** Whether time can be ahead of the clock; marked in the store. */
  readonly virtualTime: boolean
  /** Moves the engine's clock, if it can be moved. */
  readonly setTime?: (at: number) => void
  /** Called when closing begins, and when no work is left. */
  readonly onClosing: () => void
  readonly onClosed: () => Promise<void>
  /** Called with the error of a tick that failed in the background. */
  readonly onTickFailed: (cause: unknown) => void
  /** Passes the gauges to the observer of the loop; returns how to stop. */
  readonly observed: (loop: Pick<Loop, "health">) => () => void
  /** Returns why files cannot be used now. */
  readonly problems: () => FileProblems
}

/** Makes an open loop. Desks of actors are cheap. */
export const makeLoop = (options: LoopOptions): Loop => {
  const { engine, language, names } = options
  const ending = new AbortController()
  let isClosed = false
  const receptions = new Set<Reception>()
  const works = new Set<Work>()
  const session: Session = {
    engine,
    language,
    names,
    closing: ending.signal,
    begin: ({ signal } = {}) => {
      if (isClosed) throw hearbackError("closed", "the loop is closed")
      signal?.throwIfAborted()
    }
  }
  let closed: Promise<void> | undefined
  const ended = async (): Promise<void> => {
    isClosed = true
    options.onClosing()
    ending.abort(hearbackError("closed", "the loop is closed"))
    const receiving = [...receptions].map((reception) => reception.stop())
    const working = [...works].map((work) => work.stop())
    await Promise.all([...receiving, ...working, engine.consumers.stop(), engine.work.stop()])
    unobserve()
    await engine.audit.sign()
    await options.onClosed()
  }
  const close = (): Promise<void> => {
    closed ??= ended()
    return closed
  }
  const desk = deskOf(session)
  const health = (): Promise<Health> => healthOf(session, !isClosed, options.problems())
  const unobserve = options.observed({ health })
  return {
    ...desk,
    ...customersOf(session, desk.execute),
    ...learningOf(session),
    ...recordAuditOf(session),
    forCustomer: (id, given = {}) => {
      session.begin()
      checkActor({ customer: id })
      Shape.check("forCustomer", given, { language: Shape.language })
      return customerDeskOf(session, id, given.language ?? language)
    },
    within: (tx) => {
      session.begin()
      Shape.checkValue("the transaction", tx, Shape.having("query"))
      return deskOf({ ...session, engine: engine.within(tx) })
    },
    policy: policyVersionsOf(session),
    quarantine: quarantineOf(session),
    undelivered: undeliveredOf(session),
    submitMany: (feedback, given) => importFeedback(session, feedback, given),
    receive: () => {
      const reception = receive(session)
      receptions.add(reception)
      return reception
    },
    tick: (given) => tick(session, options, given),
    work: (given) => {
      const work = startWork(session, (budget) => tick(session, options, budget), options.onTickFailed, given)
      works.add(work)
      return work
    },
    consume: (name, handler, given) => consume(session, name, handler, given),
    health,
    close,
    [Symbol.asyncDispose]: close
  }
}

const tick = async (
  session: Session,
  { virtualTime, setTime }: LoopOptions,
  options: NonNullable<Parameters<Loop["tick"]>[0]> = {}
): ReturnType<Loop["tick"]> => {
  session.begin()
  Shape.check("tick", options, { at: Shape.instant, budgetMs: Shape.positive, signal: Shape.signal })
  const { at: told, budgetMs, signal } = options
  if (told !== undefined) {
    const at = toInstant(told, "at")
    if (at > Date.now() && !virtualTime)
      throw hearbackError(
        "time/in-the-future",
        "this store runs on real time: open it with `virtualTime` to tell it a time ahead"
      )
    setTime?.(at)
  }
  const { fired, sent, nextDueAt, more } = await session.engine.work.tick({ budgetMs, signal })
  const { commits } = session.engine
  const { heard } = commits
  // What is committed during a tick is work for the next one, and would wake nobody.
  const isLeft = !more && (!(await keepUpFigures(session, budgetMs, signal)) || commits.heard > heard)
  return defined({ fired, sent, more: more || isLeft, nextDue: dateOf(nextDueAt) })
}

/** Updates figures within a tenth of the time of a tick, so that due work does not wait long. */
const keepUpFigures = async (
  { engine, closing }: Session,
  budgetMs: number | undefined,
  signal: AbortSignal | undefined
): Promise<boolean> => {
  const end = budgetMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + budgetMs / 10
  const isOver = (): boolean => performance.now() >= end || signal?.aborted === true || closing.aborted
  // If the record cannot be read, this is reported to callers who ask for figures, and does not stop other work.
  return catchUpSummaries(engine, isOver).catch(() => true)
}
