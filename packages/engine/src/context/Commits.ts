/** Commits of a tenant, as this process knows of them: followers wait for the next one. */
import * as Effect from "effect/Effect"

export interface Commits {
  /** Grows with each commit that was heard of. */
  readonly heard: number
  tell(): void
  /** Resolves once a commit was heard of after so many, or when the time is over.  Errors: the reason of the signal. */
  next(after: number, withinMs: number, signal: AbortSignal): Promise<void>
}

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
