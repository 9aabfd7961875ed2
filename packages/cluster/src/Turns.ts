/** Who comes after whom, what is done once for all who ask for it, and who is asked again. */

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

interface Shared<T> {
  readonly answer: Promise<T>
  readonly leaving: AbortController
  waiting: number
}

/**
 * Runs what is asked for once at a time: whoever asks for the same meanwhile is given the same answer. Else those who ask again
 * because the answer is late would make it later still. What is run is told when nobody waits for it any more.
 */
export const sharing = <T>() => {
  const running = new Map<string, Shared<T>>()
  const begin = (what: string, run: (leaving: AbortSignal) => Promise<T>): Shared<T> => {
    const leaving = new AbortController()
    const shared = { answer: run(leaving.signal), leaving, waiting: 0 }
    running.set(what, shared)
    const forget = () => end(what, shared)
    shared.answer.then(forget, forget)
    return shared
  }
  const end = (what: string, shared: Shared<T>): void => {
    if (running.get(what) === shared) running.delete(what)
  }
  /** Errors: what the run throws, or the reason of the signal. */
  return (what: string, run: (leaving: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> => {
    if (signal?.aborted === true) return Promise.reject(signal.reason)
    const shared = running.get(what) ?? begin(what, run)
    shared.waiting += 1
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        shared.waiting -= 1
        if (shared.waiting === 0) {
          end(what, shared)
          shared.leaving.abort(signal?.reason)
        }
        reject(signal?.reason)
      }
      signal?.addEventListener("abort", leave, { once: true })
      shared.answer.then(resolve, reject).finally(() => signal?.removeEventListener("abort", leave))
    })
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
