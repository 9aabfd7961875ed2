import type { EngineContext } from "../context/Context.ts"
import { isOutage } from "../context/EngineError.ts"
import { inScope } from "../context/PortCall.ts"
import { makeCommandBatch } from "../decide/CommandBatch.ts"
import type { Appended, Unit } from "../port/EventStore.ts"
import { isRecordError } from "../record/shape/EventFault.ts"
import { textsIn } from "../redact/Redaction.ts"
import type { Arrival } from "./Arrival.ts"
import { type ArrivalOutcome, type ArrivalProcessing, type DecidedArrival, queueOf } from "./ArrivalProcessing.ts"
import { receiptUnit } from "./ArrivalRecord.ts"
import { leftAsReceived, type Resumption } from "./Resumption.ts"

/** Continues with one arrival separately. */
type GoOn = (arrival: Arrival, receipt: Appended | undefined) => Promise<ArrivalOutcome>

/**
 * Makes the intake of many arrivals in few transactions: first receipts, then decisions, then the arrivals that must be
 * decided separately.
 */
export const makeBatchIntake = (
  context: EngineContext,
  { decide, finish }: ArrivalProcessing,
  { inHand }: Resumption,
  goOn: GoOn
) => {
  const appendMany = async (units: readonly Unit[]): Promise<readonly Appended[]> => {
    if (context.store.appendMany !== undefined) return context.store.appendMany(units)
    const result: Appended[] = []
    for (const unit of units) result.push(await context.store.append(unit))
    return result
  }

  /** Decides the new arrivals; returns the outcomes by index, without those that must be decided separately. */
  const decideNew = async (
    arrivals: ReadonlyMap<number, Arrival>,
    batch: ReturnType<typeof makeCommandBatch>
  ): Promise<ReadonlyMap<number, ArrivalOutcome>> => {
    const result = new Map<number, ArrivalOutcome>()
    const waiting = new Map<number, DecidedArrival>()
    const store = async (): Promise<void> => {
      if (waiting.size === 0) return
      const outcomes = await appendMany([...waiting.values()].map((one) => one.unit))
      for (const [n, [i, decided]] of [...waiting].entries()) {
        const [arrival, appended] = [arrivals.get(i), outcomes[n]]
        const outcome = arrival && appended && (await finish(arrival, decided, appended))
        if (outcome !== undefined) result.set(i, outcome)
      }
      waiting.clear()
      batch.markStored()
    }
    let outage: unknown
    for (const [i, arrival] of arrivals) {
      // After an adapter has failed it is not asked again for the other arrivals.
      const deciding = async () => (outage === undefined ? decide(arrival, 1, batch, store) : Promise.reject(outage))
      try {
        waiting.set(i, await inScope({ personal: () => textsIn(arrival) }, deciding))
      } catch (cause) {
        if (isOutage(cause)) outage = cause
        else if (!isRecordError(cause)) throw cause
        result.set(i, await leftAsReceived(arrival, () => Promise.reject(cause)))
      }
    }
    await store()
    return result
  }

  return async (arrivals: readonly Arrival[]): Promise<readonly ArrivalOutcome[]> => {
    const batch = makeCommandBatch(context)
    const receipts = await inScope({ personal: () => textsIn(arrivals) }, async () =>
      appendMany(await Promise.all(arrivals.map((arrival) => receiptUnit(context, arrival, batch))))
    )
    const added = new Map([...arrivals.entries()].filter(([i]) => receipts[i]?.result === "appended"))
    const outcomes = await inHand([...added.values()], () =>
      context.attempt({
        queues: [...new Set([...added.values()].flatMap(queueOf))].sort(),
        scope: { personal: () => textsIn([...added.values()]) },
        conflict: "a batch is never decided again as a whole",
        decide: async () => batch,
        commit: () => decideNew(added, batch)
      })
    )
    const result: ArrivalOutcome[] = []
    // The arrival may equal another one of the batch, or its case may have changed meanwhile.
    for (const [i, arrival] of arrivals.entries()) result.push(outcomes.get(i) ?? (await goOn(arrival, receipts[i])))
    return result
  }
}
