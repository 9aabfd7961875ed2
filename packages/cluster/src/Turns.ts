/** Runs tasks in order, once for several callers, or repeatedly until one is answered. */

/**
 * Returns a function that runs tasks with the same name one after the other, in the order in which they were requested.
 */
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
 * Returns a function that runs a task once for all who ask for the same meanwhile, so that repeated questions about a
 * late answer do not delay it further. `leaving` ends when nobody waits for the task any more.
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
  /** Runs the task or joins the running one.  Errors: what the task throws, or the reason of the signal. */
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

/** After this time another owner is asked, perhaps the same one, since a hanging owner gives no sign. */
const askAgainMs = 1_000

interface Waiting {
  readonly waitMs: number
  readonly signal: AbortSignal | undefined
}

/**
 * Asks repeatedly until somebody answers, without ending earlier questions, and returns the first answer; undefined if
 * nobody answers in time. Asking several times must have the same effect as asking once.
 *
 * Errors: the reason of the signal.
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
    // A question that fails is no answer; the next one may succeed.
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
