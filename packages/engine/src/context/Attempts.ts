/**
 * Decisions, one after another where they concern the same: read, decide, append. Within the process each waits for its
 * turn on its queues; another process may be faster, and then it is decided again after a pause.
 *
 * Effect runs queues, pauses and interruption; what is exported are plain promises.
 */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as Semaphore from "effect/Semaphore"
import type { Telemetry } from "../telemetry/Telemetry.ts"
import { engineError } from "./EngineError.ts"
import { type CallScope, inScope } from "./PortCall.ts"

interface Attempt<Decided, Answer> {
  /**
   * What it waits for its turn on, in this order. Whoever names several names customers before cases, and cases before
   * ledgers, each kind in order of name: so two never wait for each other.
   */
  readonly queues: readonly string[]
  readonly scope: CallScope
  /** What is said where others were faster for too long. */
  readonly conflict: string
  /** Reads and decides. It ends at once when the caller's signal does. */
  readonly decide: () => Promise<Decided>
  /** Appends; undefined where somebody else was faster. Once begun it goes on to its end, whatever the signal says. */
  readonly commit: (decided: Decided) => Promise<Answer | undefined>
}

/** Errors: `store/conflict` where others were faster for too long, the reason of the signal, and what is thrown within. */
export type RunAttempt = <Decided, Answer>(attempt: Attempt<Decided, Answer>) => Promise<Answer>

/** Pauses between attempts, longer and longer, and by chance: of two who meet one is then faster. */
const pauses = Schedule.min([Schedule.exponential("2 millis"), Schedule.spaced("200 millis")]).pipe(Schedule.jittered)

const lost = Symbol("lost to another process")

interface Queue {
  readonly turn: Semaphore.Semaphore
  users: number
}

/** Makes attempts that are repeated for at most so many ms. */
export const makeAttempts = (longestMs: number, telemetry: Telemetry): RunAttempt => {
  const whileLost = pauses.pipe(Schedule.upTo({ duration: longestMs }))
  const queues = new Map<string, Queue>()

  const leave = (name: string, queue: Queue): void => {
    queue.users -= 1
    if (queue.users === 0) queues.delete(name)
  }

  /** Runs when it is its turn on a queue. */
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

  /** Runs at once where nobody is in the queues, as nearly always; whoever comes meanwhile waits. */
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
    // Kept here, since an interruption that comes while it is appended would take the answer with it.
    let answered: { readonly answer: Answer } | undefined
    let isCommitting = false
    const once = (): Promise<void> =>
      inScope(scope, async () => {
        isCommitting = false
        const decided = await decide()
        // The caller may have left meanwhile: until here nothing is stored.
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
      // A caller who leaves waits for what is being stored, and leaves behind what is only being decided.
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
