/**
 * Stored first: whatever arrives is durable before anything else is done with it. What cannot become a case stays in
 * a visible quarantine with its reason and its raw words, and can be released from there with its original receipt.
 */

import type { Context } from "../context/Context.ts"
import { engineError } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import { makeBatch } from "../decide/CommandBatch.ts"
import type { Appended, Unit } from "../port/EventStore.ts"
import type { Arrival } from "./Arrival.ts"
import { type Decided, makeOpening, type Taken } from "./ArrivalOutcome.ts"
import { contentOf, readReceipt, receiptOf } from "./ArrivalRecord.ts"
import { makeQuarantine, type Quarantine } from "./Quarantine.ts"

export interface Intake extends Quarantine {
  take(arrival: Arrival): Promise<Taken>
  /** Takes many in few transactions; the outcomes stand in the order of the arrivals. */
  takeMany(arrivals: readonly Arrival[]): Promise<readonly Taken[]>
  /** Finishes what a crash left between the receipt and the case. Returns how many. */
  resume(): Promise<number>
}

export const makeIntake = (x: Context, cases: Cases): Intake => {
  const opening = makeOpening(x, cases)
  const { decide, finish, open, known, rowOf } = opening

  const appendMany = async (units: readonly Unit[]): Promise<readonly Appended[]> => {
    if (x.store.appendMany !== undefined) return x.store.appendMany(units)
    const result: Appended[] = []
    for (const unit of units) result.push(await x.store.append(unit))
    return result
  }

  const reused = (a: Arrival): Error => engineError("key/reused", `the key "${a.key}" came before with other content`)

  /** The very same message by another channel: its case learns of it, and so does whoever works on that. */
  const again = async (a: Arrival): Promise<Taken> => {
    const row = await rowOf(a.key)
    const found = row === undefined ? undefined : await readReceipt(x, a.key)
    if (row === undefined || found === undefined || contentOf(found.arrival) !== contentOf(a)) throw reused(a)
    if (row.state === "received") await open(found.arrival, found.version)
    const first = await known((await rowOf(a.key)) ?? row)
    if (first.outcome === "quarantined") return first
    const { feedback = { channel: a.channel } } = a
    const answer = await cases.execute({
      case: first.case,
      command: { do: "join", ...feedback, contacts: 0, unanswered: 0, again: true },
      actor: a.actor,
      key: `again:${a.key}:${a.channel}`,
      occurredAt: a.receivedAt
    })
    const { owner } = answer.state.ownership
    return { outcome: "joined", case: answer.state.id, owner, replayed: answer.replayed }
  }

  const take = async (a: Arrival): Promise<Taken> => {
    const b = makeBatch(x)
    const first = await x.store.append(await receiptOf(x, a, b))
    if (first.result === "key-reused") return again(a)
    if (first.result === "appended") return open(a, 1, b)
    const row = await rowOf(a.key)
    return row === undefined || row.state === "received" ? open(a, 1) : known(row)
  }

  const takeMany = async (arrivals: readonly Arrival[]): Promise<readonly Taken[]> => {
    const b = makeBatch(x)
    const receipts = await appendMany(await Promise.all(arrivals.map((a) => receiptOf(x, a, b))))
    const result: Taken[] = []
    const waiting = new Map<number, Decided>()
    const store = async (): Promise<void> => {
      if (waiting.size === 0) return
      const outcomes = await appendMany([...waiting.values()].map((one) => one.unit))
      for (const [n, [i, decided]] of [...waiting].entries()) {
        const [a, outcome] = [arrivals[i], outcomes[n]]
        if (a !== undefined && outcome !== undefined) result[i] = await finish(a, decided, outcome, 1)
      }
      waiting.clear()
      b.stored()
    }
    for (const [i, a] of arrivals.entries()) {
      const { result: receipt } = receipts[i] ?? { result: "conflict" }
      if (receipt === "appended") {
        waiting.set(i, await decide(a, 1, b, store))
        continue
      }
      // It may be the same as another of this batch.
      await store()
      result[i] = receipt === "key-reused" ? await again(a) : await take(a)
    }
    await store()
    return result
  }

  return {
    ...makeQuarantine(x, opening),
    take,
    takeMany,
    resume: async () => {
      let count = 0
      for (;;) {
        const { items } = await x.store.intake(x.tenant, { state: "received", limit: 200 })
        if (items.length === 0) return count
        for (const row of items) {
          const found = await readReceipt(x, row.key)
          if (found !== undefined) await open(found.arrival, found.version)
          count += 1
        }
      }
    }
  }
}
