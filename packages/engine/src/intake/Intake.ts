/**
 * Intake: an arrival is stored before anything else is done with it. One that cannot become a case stays in quarantine,
 * visible with the reason and its raw text, and can be released from there with its original time of receipt.
 */
import type { Context } from "../context/Context.ts"
import { engineError } from "../context/EngineError.ts"
import type { Cases } from "../decide/Cases.ts"
import { makeCommandBatch } from "../decide/CommandBatch.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { Appended, Unit } from "../port/EventStore.ts"
import type { Arrival } from "./Arrival.ts"
import { type ArrivalOutcome, type DecidedArrival, makeArrivalProcessing } from "./ArrivalProcessing.ts"
import { arrivalId, contentOf, quarantineId, readArrival, receiptUnit } from "./ArrivalRecord.ts"
import { makeQuarantine, type Quarantine } from "./Quarantine.ts"

export interface Intake extends Quarantine {
  take(arrival: Arrival): Promise<ArrivalOutcome>
  /** Takes many in few transactions; the outcomes stand in the order of the arrivals. */
  takeMany(arrivals: readonly Arrival[]): Promise<readonly ArrivalOutcome[]>
  /** Finishes what a crash left between the receipt and the case. Returns how many. */
  resume(): Promise<number>
}

export const makeIntake = (context: Context, cases: Cases): Intake => {
  const processing = makeArrivalProcessing(context, cases)
  const { decide, finish, open, known, rowOf } = processing

  const appendMany = async (units: readonly Unit[]): Promise<readonly Appended[]> => {
    if (context.store.appendMany !== undefined) return context.store.appendMany(units)
    const result: Appended[] = []
    for (const unit of units) result.push(await context.store.append(unit))
    return result
  }

  const reused = (arrival: Arrival): Error =>
    engineError("key/reused", `the key of ${quarantineId(arrivalId(arrival.key))} came before with other content`)

  /** The same message by another channel joins the case of the first. */
  const again = async (arrival: Arrival): Promise<ArrivalOutcome> => {
    const row = await rowOf(arrival.key)
    const found = row === undefined ? undefined : await readArrival(context, arrivalId(arrival.key))
    if (row === undefined || found === undefined || contentOf(found.arrival) !== contentOf(arrival))
      throw reused(arrival)
    if (row.state === "received") await open(found.arrival, found.version)
    const first = await known((await rowOf(arrival.key)) ?? row)
    if (first.outcome === "quarantined") return first
    const { feedback = { channel: arrival.channel } } = arrival
    const answer = await cases.execute({
      case: first.case,
      command: { do: "join", ...feedback, contacts: 0, unanswered: 0, again: true },
      actor: arrival.actor,
      key: UnitKey.repeatedArrival(arrivalId(arrival.key), arrival.channel),
      occurredAt: arrival.receivedAt
    })
    const { owner } = answer.state.ownership
    return { outcome: "joined", case: answer.state.id, owner, replayed: answer.replayed }
  }

  const take = async (arrival: Arrival): Promise<ArrivalOutcome> => {
    const batch = makeCommandBatch(context)
    const first = await context.store.append(await receiptUnit(context, arrival, batch))
    if (first.result === "key-reused") return again(arrival)
    if (first.result === "appended") return open(arrival, 1, batch)
    const row = await rowOf(arrival.key)
    return row === undefined || row.state === "received" ? open(arrival, 1) : known(row)
  }

  const takeMany = async (arrivals: readonly Arrival[]): Promise<readonly ArrivalOutcome[]> => {
    const batch = makeCommandBatch(context)
    const receipts = await appendMany(
      await Promise.all(arrivals.map((arrival) => receiptUnit(context, arrival, batch)))
    )
    const result: ArrivalOutcome[] = []
    const waiting = new Map<number, DecidedArrival>()
    const store = async (): Promise<void> => {
      if (waiting.size === 0) return
      const outcomes = await appendMany([...waiting.values()].map((one) => one.unit))
      for (const [n, [i, decided]] of [...waiting].entries()) {
        const [arrival, outcome] = [arrivals[i], outcomes[n]]
        if (arrival !== undefined && outcome !== undefined) result[i] = await finish(arrival, decided, outcome, 1)
      }
      waiting.clear()
      batch.markStored()
    }
    for (const [i, arrival] of arrivals.entries()) {
      const { result: receipt } = receipts[i] ?? { result: "conflict" }
      if (receipt === "appended") {
        waiting.set(i, await decide(arrival, 1, batch, store))
        continue
      }
      // It may be the same as another of this batch.
      await store()
      result[i] = receipt === "key-reused" ? await again(arrival) : await take(arrival)
    }
    await store()
    return result
  }

  return {
    ...makeQuarantine(context, processing),
    take,
    takeMany,
    resume: async () => {
      let count = 0
      for (;;) {
        const { items } = await context.store.intake(context.tenant, { state: "received", limit: 200 })
        if (items.length === 0) return count
        for (const row of items) {
          const found = await readArrival(context, row.key)
          if (found !== undefined) await open(found.arrival, found.version)
          count += 1
        }
      }
    }
  }
}
