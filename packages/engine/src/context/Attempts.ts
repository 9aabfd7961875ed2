/**
 * Runs decisions: read, decide, append. Within the process decisions on the same queue wait for their turn. If another
 * process was faster, the decision is made again after a pause.
 *
 * Effect runs queues, pauses and interruption; exported functions return plain promises.
 */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as Semaphore from "effect/Semaphore"
import type { Telemetry } from "../telemetry/Telemetry.ts"
import { engineError } from "./EngineError.ts"
import { type CallScope, inScope } from "./PortCall.ts"

interface Attempt<Decided, Answer> {
  /**
   * The queues in which it waits for its turn, in this order. Several are named with customers before cases and cases
   * before ledgers, each kind sorted by name, so that two attempts never wait for each other.
   */
  readonly queues: readonly string[]
  readonly scope: CallScope
  /** The error message if others were faster for too long. */
  readonly conflict: string
  /** Reads and decides. It ends at once when the caller's signal does. */
  readonly decide: () => Promise<Decided>
  /** Appends; returns undefined if somebody else was faster. Once begun it is finished, whatever the signal says. */
  readonly commit: (decided: Decided) => Promise<Answer | undefined>
}

/**
 * Runs an attempt.
 *
 * Errors: `store/conflict` if others were faster for too long, the reason of the signal, and what the attempt throws.
 */
export type RunAttempt = <Decided, Answer>(attempt: Attempt<Decided, Answer>) => Promise<Answer>

/** Pauses between attempts, increasing and partly random, so that one of two competing processes becomes faster. */
const pauses = Schedule.min([Schedule.exponential("2 millis"), Schedule.spaced("200 millis")]).pipe(Schedule.jittered)

const lost = Symbol("lost to another process")

interface Queue {
  readonly turn: Semaphore.Semaphore
  users: number
}

/** Makes a function that runs attempts, each repeated for at most `longestMs`. */
export const makeAttempts = (longestMs: number, telemetry: Telemetry): RunAttempt => {
  const whileLost = pauses.pipe(Schedule.upTo({ duration: longestMs }))
  const queues = new Map<string, Queue>()

  const leave = (name: string, queue: Queue): void => {
    queue.users -= 1
    if (queue.users === 0) queues.delete(name)
  }

  /** Runs an effect when it is its turn in a queue. */
  const inTurn = <A, E>(name: string, run: Effect.Effect<A, E>): Effect.Effect<A, E> =>
    Effect.suspend(() => {
      const queue = queues.get(name) ?? { turn: Semaphore.makeUnsafe(1), users: 0 }
      queues.set(name, queue)
      queue.users += 1
      return Effect.ensuring(
        queue.turn.withPermit(run),
        Effect.sync(() => leave(name, queue))
      )
    })

  /** Runs at once if the queues are empty, which is the usual case; others who come meanwhile wait. */
  const alone = async (names: readonly string[], run: () => Promise<void>): Promise<void> => {
    const mine = names.map((name) => [name, { turn: Semaphore.makeUnsafe(0), users: 1 }] as const)
    for (const [name, queue] of mine) queues.set(name, queue)
    try {
      await run()
    } finally {
      for (const [name, queue] of mine) {
        if (queue.users > 1) Effect.runSync(queue.turn.resize(1))
        leave(name, queue)
      }
    }
  }

  return async <Decided, Answer>({ queues: names, scope, conflict, decide, commit }: Attempt<Decided, Answer>) => {
    const { signal } = scope
    signal?.throwIfAborted()
    // The answer is kept here, since an interruption during the append would lose it.
    let answered: { readonly answer: Answer } | undefined
    let isCommitting = false
    const once = (): Promise<void> =>
      inScope(scope, async () => {
        isCommitting = false
        const decided = await decide()
        // The caller may have given up; until here nothing is stored.
        signal?.throwIfAborted()
        isCommitting = true
        const answer = await commit(decided)
        if (answer === undefined) {
          telemetry.count("conflict", {})
          throw lost
        }
        answered = { answer }
      })
    const attempt = Effect.callback<void, unknown>((resume) => {
      const running = once()
      running.then(
        () => resume(Effect.void),
        (cause: unknown) => resume(Effect.fail(cause))
      )
      // A caller who gives up waits for an append that has begun, but not for a decision.
      return Effect.suspend(() => (isCommitting ? Effect.promise(() => running.catch(() => {})) : Effect.void))
    })
    const again = Effect.retry(attempt, ($) => $(whileLost).pipe(Schedule.while(({ input }) => input === lost)))
    try {
      if (signal === undefined && !names.some((name) => queues.has(name)))
        await alone(names, () =>
          once().catch((cause: unknown) => {
            if (cause !== lost) throw cause
            return Effect.runPromise(again)
          })
        )
      else
        await Effect.runPromise(
          names.reduceRight((run, name) => inTurn(name, run), again),
          signal === undefined ? undefined : { signal }
        )
    } catch (thrown) {
      const stored = answered as { readonly answer: Answer } | undefined
      if (stored !== undefined) return stored.answer
      if (signal?.aborted) throw signal.reason
      throw thrown === lost ? engineError("store/conflict", conflict, true) : thrown
    }
    return (answered as unknown as { readonly answer: Answer }).answer
  }
}
