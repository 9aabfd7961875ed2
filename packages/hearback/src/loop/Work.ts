/** Ticks a loop again and again, until it is stopped or closed. */
import { setTimeout as pause } from "node:timers/promises"
import type { Session } from "../call/Call.ts"
import { hearbackError } from "../call/HearbackError.ts"
import * as Shape from "../call/Shape.ts"

/** How often `loop.work` ticks. */
export interface WorkOptions {
  /** The longest wait between two ticks if this process commits nothing.  Units: ms. Default 10,000. */
  readonly everyMs?: number
}

/** The background work that `loop.work` started. */
export interface Work {
  /** Begins no further tick. Resolves when the running one has ended. */
  stop(): Promise<void>
}

/** The time to wait for further commits after one, so that they are processed together.  Units: ms. */
const shortest = 100

/** Begins to work. `failed` is called when a tick throws; the next one is tried at its time. */
export const startWork = (
  session: Session,
  tick: (options: { readonly budgetMs: number }) => Promise<{ readonly more: boolean; readonly nextDue?: Date }>,
  failed: (cause: unknown) => void,
  options: WorkOptions = {}
): Work => {
  session.begin()
  Shape.check("work", options, { everyMs: Shape.count })
  const { everyMs = 10_000 } = options
  const { commits, clock } = session.engine
  const ending = new AbortController()
  const signal = AbortSignal.any([ending.signal, session.closing])

  const waitMs = (nextDue: Date | undefined): number =>
    Math.max(shortest, Math.min(everyMs, nextDue === undefined ? everyMs : nextDue.getTime() - clock.now()))

  const once = async (): Promise<void> => {
    let wait = everyMs
    try {
      const { more, nextDue } = await tick({ budgetMs: everyMs })
      wait = more ? 0 : waitMs(nextDue)
    } catch (cause) {
      if (!signal.aborted) failed(cause)
    }
    if (wait === 0) return
    const after = commits.heard
    await pause(shortest, undefined, { signal })
    // Commits of the tick itself cause no further tick.
    await commits.next(after, wait, signal)
  }
  const run = async (): Promise<void> => {
    while (!signal.aborted) await once().catch(() => {})
  }
  const running = run()
  return {
    stop: async () => {
      ending.abort(hearbackError("closed", "work was stopped"))
      await running
    }
  }
}
