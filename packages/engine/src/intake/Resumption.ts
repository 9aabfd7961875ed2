/**
 * Arrivals that are stored and not decided yet, because an adapter failed or the process was stopped: they are decided
 * again until that succeeds. One that fails holds up no other.
 */
import type { EngineContext } from "../context/Context.ts"
import { isOutage } from "../context/EngineError.ts"
import { itemsOf } from "../port/Cursor.ts"
import { isRecordError } from "../record/shape/EventFault.ts"
import type { Arrival } from "./Arrival.ts"
import type { ArrivalOutcome, ArrivalProcessing } from "./ArrivalProcessing.ts"
import { arrivalId, quarantineId, readArrival } from "./ArrivalRecord.ts"

export interface Resumption {
  /**
   * Decides what is received and not decided yet. Returns how many have their outcome now.
   * Errors: what is wrong with one of them, such as `record/later`, once all others were decided.
   */
  resume(): Promise<number>
  /** Runs the decision on arrivals that `resume` has to leave alone meanwhile. */
  inHand<T>(arrivals: readonly Arrival[], run: () => Promise<T>): Promise<T>
}

/** So many failures in one go mean that an adapter is down: the rest waits for the next time. */
const mostFailures = 3

/**
 * Returns the outcome of an arrival that is stored: where an adapter fails, the case that it answers cannot be read, or the
 * caller leaves, it stays received.
 */
export const leftAsReceived = async (
  { key }: Arrival,
  run: () => Promise<ArrivalOutcome>,
  signal?: AbortSignal
): Promise<ArrivalOutcome> => {
  try {
    return await run()
  } catch (cause) {
    const id = quarantineId(arrivalId(key))
    if (signal?.aborted) return { outcome: "received", id, reason: "intake/left", replayed: false }
    const code = isOutage(cause) ? "intake/outage" : isRecordError(cause) ? "intake/unread" : undefined
    if (code === undefined) throw cause
    return { outcome: "received", id, reason: `${code} ${(cause as Error).message}`, replayed: false }
  }
}

export const makeResumption = (context: EngineContext, { open }: ArrivalProcessing): Resumption => {
  const busy = new Map<string, number>()
  /** What failed the last time is tried after what did not. */
  const failed = new Set<string>()

  const waiting = async (): Promise<readonly string[]> => {
    const keys: string[] = []
    const rows = itemsOf((place) => context.store.intake(context.tenant, { state: "received", limit: 200, ...place }))
    for await (const { key } of rows) if (!busy.has(key)) keys.push(key)
    return [...keys.filter((key) => !failed.has(key)), ...keys.filter((key) => failed.has(key))]
  }

  return {
    resume: async () => {
      let count = 0
      let failures = 0
      const mistakes: unknown[] = []
      for (const key of await waiting())
        try {
          const found = await readArrival(context, key)
          if (found !== undefined) await open(found)
          failed.delete(key)
          count += 1
        } catch (cause) {
          failed.add(key)
          if (isOutage(cause)) failures += 1
          else mistakes.push(cause)
          if (failures >= mostFailures) break
        }
      const [mistake] = mistakes
      if (mistake !== undefined) throw mistake
      return count
    },
    inHand: async (arrivals, run) => {
      const ids = arrivals.map(({ key }) => arrivalId(key))
      for (const id of ids) busy.set(id, (busy.get(id) ?? 0) + 1)
      try {
        return await run()
      } finally {
        for (const id of ids) {
          const left = (busy.get(id) ?? 1) - 1
          if (left > 0) busy.set(id, left)
          else busy.delete(id)
        }
      }
    }
  }
}
