/** Commits of a tenant, as far as this process knows of them. Followers wait for the next one. */
import * as Effect from "effect/Effect"

/** Counts the known commits of a tenant. */
export interface Commits {
  /** The number of commits known so far. */
  readonly heard: number
  tell(): void
  /** Resolves when more than `after` commits are known, or after `withinMs`.  Errors: the reason of the signal. */
  next(after: number, withinMs: number, signal: AbortSignal): Promise<void>
}

/** Makes the counter of commits. */
export const makeCommits = (): Commits => {
  const waiting = new Set<() => void>()
  let heard = 0
  const wakened = Effect.callback<void>((resume) => {
    const wake = () => resume(Effect.void)
    waiting.add(wake)
    return Effect.sync(() => waiting.delete(wake))
  })
  return {
    get heard() {
      return heard
    },
    tell: () => {
      heard += 1
      for (const wake of [...waiting]) wake()
      waiting.clear()
    },
    next: async (after, withinMs, signal) => {
      signal.throwIfAborted()
      if (heard > after) return
      try {
        await Effect.runPromise(Effect.timeoutOption(wakened, withinMs), { signal })
      } catch (thrown) {
        throw signal.aborted ? signal.reason : thrown
      }
    }
  }
}
