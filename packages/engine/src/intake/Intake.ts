/**
 * Intake. An arrival is stored before anything else happens to it. One that cannot become a case stays in quarantine,
 * visible with the reason and its raw text, and can be released with its original time of receipt. If an adapter fails,
 * the arrival stays received and is decided later.
 */
import type { EngineContext } from "../context/Context.ts"
import { inScope } from "../context/PortCall.ts"
import type { Cases } from "../decide/Cases.ts"
import { makeCommandBatch } from "../decide/CommandBatch.ts"
import type { Appended } from "../port/EventStore.ts"
import { lastRecorded } from "../record/RecordedTime.ts"
import { textsIn } from "../redact/Redaction.ts"
import type { Arrival } from "./Arrival.ts"
import { type ArrivalOutcome, makeArrivalProcessing } from "./ArrivalProcessing.ts"
import { receiptUnit } from "./ArrivalRecord.ts"
import { makeBatchIntake } from "./BatchIntake.ts"
import { type IntakeQuarantine, makeQuarantine } from "./Quarantine.ts"
import { makeRepeatedArrival } from "./RepeatedArrival.ts"
import { leftAsReceived, makeResumption, type Resumption } from "./Resumption.ts"

interface TakeOptions {
  /** Ends the call until the arrival is stored. After that the answer is `received` if the caller ends it. */
  readonly signal?: AbortSignal | undefined
  /** The failure of an adapter that was met earlier; the arrival is stored and decided later. */
  readonly outage?: unknown
  /** Whether an arrival with the key of another one goes into quarantine instead of being an error. */
  readonly keepsAside?: boolean | undefined
}

/** The intake of an engine. */
export interface Intake extends IntakeQuarantine, Resumption {
  /** Takes an arrival. It is stored first, whatever else fails.  Errors: `key/reused`. */
  take(arrival: Arrival, options?: TakeOptions): Promise<ArrivalOutcome>
  /**
   * Takes many arrivals in few transactions. The outcomes are in the order of the arrivals; one failure affects no
   * other.
   */
  takeMany(arrivals: readonly Arrival[]): Promise<readonly ArrivalOutcome[]>
}

/** Makes the intake of an engine. */
export const makeIntake = (context: EngineContext, cases: Cases): Intake => {
  const processing = makeArrivalProcessing(context, cases)
  const { open, known, rowOf } = processing
  const resumption = makeResumption(context, processing)
  const again = makeRepeatedArrival(context, cases, processing, (arrival, options) => take(arrival, options))

  /** Continues with an arrival whose receipt was appended now or earlier. */
  const goOn = async (
    arrival: Arrival,
    receipt: Appended | undefined,
    { signal, outage, keepsAside }: TakeOptions = {}
  ): Promise<ArrivalOutcome> => {
    if (receipt?.result === "key-reused") return again(arrival, { signal, keepsAside })
    const row = receipt?.result === "appended" ? undefined : await rowOf(arrival.key)
    if (row !== undefined && row.state !== "received") return known(row)
    // Another machine with a faster clock may have stored it; later events are recorded after that.
    const stored = receipt !== undefined && "events" in receipt ? receipt.events : []
    const recordedAt = lastRecorded(stored) ?? context.clock.now()
    // A repetition after an outage counts from the first receipt.
    const first = { ...arrival, receivedAt: stored[0]?.at ?? arrival.receivedAt }
    const decide = () =>
      outage === undefined ? open({ arrival: first, version: 1, recordedAt }, signal) : Promise.reject(outage)
    return resumption.inHand([arrival], () => leftAsReceived(arrival, decide, signal))
  }

  const { telemetry, policies } = context

  /** Returns the name of a channel for telemetry. A channel that the policy does not have may be any text. */
  const channelOf = ({ channel }: Arrival): string =>
    Object.hasOwn(policies.active.bundle.channels, channel) ? channel : "unknown"

  const counted = (arrival: Arrival, { outcome, replayed }: ArrivalOutcome): void =>
    telemetry.count("arrival", { channel: channelOf(arrival), outcome: replayed ? "repeated" : outcome })

  const take: Intake["take"] = async (arrival, options = {}) => {
    const { signal } = options
    const personal = () => textsIn(arrival)
    const batch = makeCommandBatch(context)
    const unit = await inScope({ signal, personal }, () => receiptUnit(context, arrival, batch))
    signal?.throwIfAborted()
    // From here on it is stored, and the signal ends only the wait.
    const receipt = await inScope({ personal }, () => context.store.append(unit))
    return goOn(arrival, receipt, options)
  }

  const takeMany = makeBatchIntake(context, processing, resumption, (arrival, receipt) =>
    goOn(arrival, receipt, { keepsAside: true })
  )

  return {
    ...makeQuarantine(context, processing),
    ...resumption,
    take: (arrival, options) =>
      telemetry.during("intake", { channel: channelOf(arrival) }, async ({ add }) => {
        const outcome = await take(arrival, options)
        add({ outcome: outcome.outcome })
        counted(arrival, outcome)
        return outcome
      }),
    takeMany: (arrivals) =>
      telemetry.during("intake", {}, async ({ add }) => {
        const outcomes = await takeMany(arrivals)
        add({ arrivals: arrivals.length })
        for (const [n, outcome] of outcomes.entries()) counted(arrivals[n] as Arrival, outcome)
        return outcomes
      })
  }
}
