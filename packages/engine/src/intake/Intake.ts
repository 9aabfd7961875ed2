/**
 * Intake: an arrival is stored before anything else is done with it. One that cannot become a case stays in quarantine,
 * visible with the reason and its raw text, and can be released from there with its original time of receipt. Where an
 * adapter fails meanwhile the arrival stays received, and is taken up again.
 */
import type { Context } from "../context/Context.ts"
import { engineError } from "../context/EngineError.ts"
import { inScope } from "../context/PortCall.ts"
import { textsIn } from "../context/Redaction.ts"
import type { Cases } from "../decide/Cases.ts"
import { makeCommandBatch } from "../decide/CommandBatch.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { Appended } from "../port/EventStore.ts"
import type { Arrival } from "./Arrival.ts"
import { type ArrivalOutcome, makeArrivalProcessing } from "./ArrivalProcessing.ts"
import { arrivalId, contentOf, quarantineId, readArrival, receiptUnit } from "./ArrivalRecord.ts"
import { makeBatchIntake } from "./BatchIntake.ts"
import { makeQuarantine, type Quarantine } from "./Quarantine.ts"
import { leftAsReceived, makeResumption, type Resumption } from "./Resumption.ts"

interface TakeOptions {
  /** Ends the call until the arrival is stored; after that the answer is `received` where the caller leaves. */
  readonly signal?: AbortSignal | undefined
  /** The failure of an adapter that was met on the way here: the arrival is stored and decided later. */
  readonly outage?: unknown
}

export interface Intake extends Quarantine, Resumption {
  /** Takes an arrival. It is stored first, whatever else fails. */
  take(arrival: Arrival, options?: TakeOptions): Promise<ArrivalOutcome>
  /** Takes many in few transactions; the outcomes stand in the order of the arrivals. */
  takeMany(arrivals: readonly Arrival[]): Promise<readonly ArrivalOutcome[]>
}

export const makeIntake = (context: Context, cases: Cases): Intake => {
  const processing = makeArrivalProcessing(context, cases)
  const { open, known, rowOf } = processing
  const resumption = makeResumption(context, processing)

  const reused = (arrival: Arrival): Error =>
    engineError("key/reused", `the key of ${quarantineId(arrivalId(arrival.key))} came before with other content`)

  /** The same message by another channel joins the case of the first. */
  const again = async (arrival: Arrival, signal?: AbortSignal): Promise<ArrivalOutcome> => {
    const row = await rowOf(arrival.key)
    const found = row === undefined ? undefined : await readArrival(context, arrivalId(arrival.key))
    if (row === undefined || found === undefined || contentOf(found.arrival) !== contentOf(arrival))
      throw reused(arrival)
    if (row.state === "received") await open(found, signal)
    const first = await known((await rowOf(arrival.key)) ?? row)
    if (first.outcome !== "opened" && first.outcome !== "joined") return first
    const { feedback = { channel: arrival.channel } } = arrival
    const answer = await cases.execute({
      case: first.case,
      command: { do: "join", ...feedback, contacts: 0, unanswered: 0, again: true },
      actor: arrival.actor,
      key: UnitKey.repeatedArrival(arrivalId(arrival.key), arrival.channel),
      occurredAt: arrival.receivedAt,
      signal
    })
    const { owner } = answer.state.ownership
    return { outcome: "joined", case: answer.state.id, owner, replayed: answer.replayed }
  }

  /** Goes on with an arrival whose receipt was appended, or was appended before. */
  const goOn = async (
    arrival: Arrival,
    receipt: Appended["result"],
    recordedAt: number,
    { signal, outage }: TakeOptions = {}
  ): Promise<ArrivalOutcome> => {
    if (receipt === "key-reused") return again(arrival, signal)
    const row = receipt === "appended" ? undefined : await rowOf(arrival.key)
    if (row !== undefined && row.state !== "received") return known(row)
    const decide = () =>
      outage === undefined ? open({ arrival, version: 1, recordedAt }, signal) : Promise.reject(outage)
    return resumption.inHand([arrival], () => leftAsReceived(arrival, decide, signal))
  }

  const take: Intake["take"] = async (arrival, options = {}) => {
    const { signal } = options
    const personal = () => textsIn(arrival)
    const batch = makeCommandBatch(context)
    const unit = await inScope({ signal, personal }, () => receiptUnit(context, arrival, batch))
    signal?.throwIfAborted()
    // From here on it is stored, and the signal ends nothing but the waiting.
    const { result } = await inScope({ personal }, () => context.store.append(unit))
    return goOn(arrival, result, batch.now, options)
  }

  return {
    ...makeQuarantine(context, processing),
    ...resumption,
    take,
    takeMany: makeBatchIntake(context, processing, resumption, goOn)
  }
}
