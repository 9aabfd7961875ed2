/**
 * Decisions, one after another where they concern the same: read, decide, append. Within the process each waits for its
 * turn on its queues; another process may be faster, and then it is decided again after a pause.
 *
 * Effect runs queues, pauses and interruption; what is exported are plain promises.
 */
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as Semaphore from "effect/Semaphore"
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
export const makeAttempts = (longestMs: number): RunAttempt => {
  const whileLost = pauses.pipe(Schedule.upTo({ duration: longestMs }))
  const queues = new Map<string, Queue>()

  const inTurn = <A, E>(name: string, run: Effect.Effect<A, E>): Effect.Effect<A, E> =>
    Effect.suspend(() => {
      const queue = queues.get(name) ?? { turn: Semaphore.makeUnsafe(1), users: 0 }
      queues.set(name, queue)
      queue.users += 1
      const leave = Effect.sync(() => {
        queue.users -= 1
        if (queue.users === 0) queues.delete(name)
      })
      return Effect.ensuring(queue.turn.withPermit(run), leave)
    })

  return async <Decided, Answer>({ queues: names, scope, conflict, decide, commit }: Attempt<Decided, Answer>) => {
    const { signal } = scope
    signal?.throwIfAborted()
    // Kept here, since an interruption that comes while it is appended would take the answer with it.
    let answered: { readonly answer: Answer } | undefined
    const within = <T>(run: () => Promise<T>): Effect.Effect<T, unknown> =>
      Effect.tryPromise({ try: () => inScope(scope, run), catch: (cause) => cause })
    const once = Effect.uninterruptibleMask((restore) =>
      Effect.flatMap(restore(within(decide)), (decided) =>
        // The caller may have left since: until here nothing is stored.
        signal?.aborted
          ? Effect.interrupt
          : Effect.flatMap(
              within(() => commit(decided)),
              (answer) => {
                if (answer === undefined) return Effect.fail(lost)
                answered = { answer }
                return Effect.void
              }
            )
      )
    )
    const again = Effect.retry(once, ($) => $(whileLost).pipe(Schedule.while(({ input }) => input === lost)))
    const all = names.reduceRight<Effect.Effect<void, unknown>>((run, name) => inTurn(name, run), again)
    try {
      await Effect.runPromise(all, signal === undefined ? undefined : { signal })
    } catch (thrown) {
      const stored = answered as { readonly answer: Answer } | undefined
      if (stored !== undefined) return stored.answer
      if (signal?.aborted) throw signal.reason
      throw thrown === lost ? engineError("store/conflict", conflict, true) : thrown
    }
    return (answered as unknown as { readonly answer: Answer }).answer
  }
}
