/** Who comes after whom, and who is asked again. */

/** Runs what concerns the same thing one after the other, in the order in which it was asked for. */
export const turns = () => {
  const last = new Map<string, Promise<unknown>>()
  return <T>(about: string, run: () => Promise<T>): Promise<T> => {
    const turn = (last.get(about) ?? Promise.resolve()).then(run, run)
    last.set(about, turn)
    const leave = (): void => {
      if (last.get(about) === turn) last.delete(about)
    }
    turn.then(leave, leave)
    return turn
  }
}

/** An owner that hangs does not say so: another is asked meanwhile, which may be the same. */
const askAgainMs = 1_000

interface Waiting {
  readonly waitMs: number
  readonly signal: AbortSignal | undefined
}

/**
 * Asks until somebody answers, without giving up whom it asked before, and returns the first answer; undefined where
 * nobody has answered in time. What is asked must be the same however often it is.  Errors: the reason of the signal.
 */
export const firstAnswer = <T>(
  ask: (leaving: AbortSignal) => Promise<T>,
  { waitMs, signal }: Waiting
): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    const leaving = new AbortController()
    const end = (settle: () => void): void => {
      clearInterval(again)
      clearTimeout(over)
      signal?.removeEventListener("abort", abort)
      settle()
      leaving.abort()
    }
    // Why one of them has no answer is nobody's answer: the next may have one.
    const once = () =>
      ask(leaving.signal).then(
        (answer) => end(() => resolve(answer)),
        () => {}
      )
    const abort = (): void => end(() => reject(signal?.reason))
    const again = setInterval(once, askAgainMs)
    const over = setTimeout(() => end(() => resolve(undefined)), waitMs)
    signal?.addEventListener("abort", abort)
    void once()
  })
