/**
 * Arrivals whose key came before. The same message by another channel joins the case of the first. A quarantined
 * arrival does not use its key up: it is read again when it comes again.
 */
import type { EngineContext } from "../context/Context.ts"
import { engineError } from "../context/EngineError.ts"
import type { Cases } from "../decide/Cases.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { Arrival } from "./Arrival.ts"
import type { ArrivalOutcome, ArrivalProcessing } from "./ArrivalProcessing.ts"
import { arrivalId, contentOf, keyBeside, quarantineId, readArrival, rowIdOf } from "./ArrivalRecord.ts"

interface RepeatOptions {
  readonly signal?: AbortSignal | undefined
  /** Whether an arrival with the key of another one goes into quarantine instead of being an error. */
  readonly keepsAside?: boolean | undefined
}

type Take = (arrival: Arrival, options: RepeatOptions) => Promise<ArrivalOutcome>

/** Makes the function that decides on an arrival whose key came before.  Errors: `key/reused`. */
export const makeRepeatedArrival = (
  context: EngineContext,
  cases: Cases,
  { open, known, rowOf }: ArrivalProcessing,
  take: Take
): Take => {
  const reused = ({ key }: Arrival): Error =>
    engineError("key/reused", `the key of ${quarantineId(arrivalId(key))} came before with other content`)

  /** Joins the same message by another channel to the case of the first. */
  const joined = async (arrival: Arrival, id: string, signal?: AbortSignal): Promise<ArrivalOutcome> => {
    const { feedback = { channel: arrival.channel } } = arrival
    const answer = await cases.execute({
      case: id,
      command: { do: "join", ...feedback, contacts: 0, unanswered: 0, again: true },
      actor: arrival.actor,
      key: UnitKey.repeatedArrival(arrivalId(arrival.key), arrival.channel),
      occurredAt: arrival.receivedAt,
      signal
    })
    const { owner } = answer.state.ownership
    return { outcome: "joined", case: answer.state.id, owner, replayed: answer.replayed }
  }

  /** Puts an arrival into quarantine whose key belongs to another one. */
  const aside = (arrival: Arrival, options: RepeatOptions): Promise<ArrivalOutcome> => {
    const { feedback, ...unread } = { ...arrival, key: keyBeside(arrival) }
    if (feedback === undefined) return take(unread, options)
    if (options.keepsAside !== true) throw reused(arrival)
    const raw = arrival.raw ?? JSON.stringify(feedback)
    return take({ ...unread, raw, problem: `key/reused ${arrival.key}` }, options)
  }

  return async (arrival, options) => {
    const { signal } = options
    const first = await rowOf(arrival.key)
    const found = first === undefined ? undefined : await readArrival(context, first.key)
    if (first === undefined || found === undefined) throw reused(arrival)
    const isSame = contentOf(found.arrival) === contentOf(arrival)
    const isSameRow = found.row !== undefined && found.row === rowIdOf(arrival)
    if (first.state === "received" && isSame) await open(found, signal)
    const row = (await rowOf(arrival.key)) ?? first
    if (row.state === "quarantined" || (row.state === "received" && isSameRow)) {
      if (!isSame && !isSameRow) return take({ ...arrival, key: keyBeside(arrival) }, options)
      const receivedAt = arrival.undated === true ? found.arrival.receivedAt : arrival.receivedAt
      return open({ ...found, arrival: { ...arrival, receivedAt } }, signal)
    }
    const outcome = await known(row)
    if (isSame && (outcome.outcome === "opened" || outcome.outcome === "joined"))
      return joined(arrival, outcome.case, signal)
    return isSame || isSameRow ? outcome : aside(arrival, options)
  }
}
