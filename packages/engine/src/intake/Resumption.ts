/**
 * Decides arrivals that are stored and not decided yet, because an adapter failed or the process was stopped, again and
 * again until that succeeds. One that fails delays no other.
 */
import type { EngineContext } from "../context/Context.ts"
import { isOutage } from "../context/EngineError.ts"
import { itemsOf } from "../port/Cursor.ts"
import { isRecordError } from "../record/shape/EventFault.ts"
import type { Arrival } from "./Arrival.ts"
import type { ArrivalOutcome, ArrivalProcessing } from "./ArrivalProcessing.ts"
import { arrivalId, quarantineId, readArrival } from "./ArrivalRecord.ts"

/** Resumes undecided arrivals. */
export interface Resumption {
  /**
   * Decides what is received and not decided yet. Returns how many now have an outcome.
   *
   * Errors: what is wrong with one of them, such as `record/later`, after all others were decided.
   */
  resume(): Promise<number>
  /** Runs the decision on arrivals that `resume` must leave alone meanwhile. */
  inHand<T>(arrivals: readonly Arrival[], run: () => Promise<T>): Promise<T>
}

/** After this number of failures an adapter is assumed to be down, and the rest waits for the next time. */
const mostFailures = 3

/**
 * Returns the outcome of a stored arrival. It stays received if an adapter fails, if the case that it answers cannot be
 * read, or if the caller ends the call.
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

/** Makes the resumption of an engine. */
export const makeResumption = (context: EngineContext, { open }: ArrivalProcessing): Resumption => {
  const busy = new Map<string, number>()
  /** Arrivals that failed the last time, which are tried after the others. */
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
