/**
 * The simulation that a record makes: its arrivals as they came, and how long work took, who worked and what customers
 * answered as far as the record tells. What it does not tell stays open, so that the simulation assumes it and says so.
 */
import { defined, Instant, type Policy } from "@hearback/core"
import type { Worker, WorkModel } from "@hearback/simulation"
import type { RecordedCase } from "../record/RecordedCase.ts"
import { crewOf } from "./Crew.ts"
import { empirical } from "./Empirical.ts"
import { type EstimatedInput, type EstimatedPart, type EstimatedSimulation, fewest } from "./EstimatedInputs.ts"
import { pausesOf } from "./Pauses.ts"
import { replies } from "./Replies.ts"
import { traceOf } from "./Trace.ts"
import { workTimes } from "./WorkTimes.ts"

const WEEK = 7 * Instant.DAY

/** So many arrivals show what there is to see; a replication of more takes minutes. */
const mostArrivals = 3000
/** A desk that begins empty is not counted: a fifth of the time, at most so long.  Units: days. */
const longestStart = 28

/** What a simulation is estimated from beside the recorded cases. */
export interface EstimationOptions {
  /** The people of the people file. */
  readonly workers: readonly Worker[]
  /** The last weeks of the record alone. Default: all, but no more at the end than about 3,000 cases. */
  readonly weeks?: number
}

/** Returns the simulation of recorded cases under a policy; undefined for fewer than ten cases. */
export const estimateSimulation = (
  cases: readonly RecordedCase[],
  policy: Policy.Policy,
  { workers, weeks }: EstimationOptions
): EstimatedSimulation | undefined => {
  const all = traceOf(cases, policy)
  const last = all.at(-1)?.at ?? 0
  const first = all[Math.max(0, all.length - mostArrivals)]?.at ?? 0
  const from = dayOf(weeks === undefined ? first : Math.max(all[0]?.at ?? 0, last - weeks * WEEK), policy)
  const trace = all.filter(({ at }) => at >= from.at)
  if (trace.length < fewest) return undefined
  const [work, crew, customers, compensation, handovers, pauses] = [
    workTimes(cases, policy, workers),
    crewOf(cases, policy, workers),
    replies(cases, policy),
    compensationOf(cases),
    handoversOf(cases),
    pausesOf(cases, policy)
  ]
  const days = Math.floor((last - from.at) / Instant.DAY) + 1
  const arrivals: EstimatedInput = { of: "arrivals", count: trace.length, from: from.at, to: last }
  const parts: readonly EstimatedPart<unknown>[] = [work, crew, customers, compensation, handovers, pauses]
  return {
    simulation: {
      from: from.date,
      weeks: days / 7,
      warmUp: Math.min(longestStart, Math.floor(days / 5)) * Instant.DAY,
      arrivals: { trace },
      work: defined({
        times: work.part,
        compensation: compensation.part,
        handOver: handovers.part,
        pauses: pauses.part
      }),
      customers: customers.part,
      ...defined({ staff: crew.part && { people: crew.part } })
    },
    estimated: [arrivals, ...parts.flatMap(({ estimated }) => estimated)],
    assumed: parts.flatMap(({ assumed }) => assumed)
  }
}

/** The day of an instant in the policy's zone, and when it began. */
const dayOf = (at: number, { zone }: Policy.Policy): { readonly date: string; readonly at: number } => {
  const date = Instant.renderInstant(at, zone).slice(0, 10)
  return { date, at: Instant.parseInstant(date, zone) ?? at }
}

const compensationOf = (cases: readonly RecordedCase[]): EstimatedPart<WorkModel["compensation"]> => {
  const amounts = cases.flatMap(({ compensated = 0 }) => (compensated > 0 ? [compensated] : []))
  if (amounts.length < fewest) return { part: undefined, estimated: [], assumed: [] }
  return {
    part: { share: amounts.length / cases.length, amount: empirical(amounts) },
    estimated: [{ of: "compensation", count: amounts.length }],
    assumed: []
  }
}

/** The simulation hands a case over once at most. */
const handoversOf = (cases: readonly RecordedCase[]): EstimatedPart<number | undefined> => {
  const owned = cases.filter(({ handedOver }) => handedOver !== undefined)
  const count = owned.filter(({ handedOver = 0 }) => handedOver > 0).length
  if (count < fewest) return { part: undefined, estimated: [], assumed: [] }
  return { part: count / owned.length, estimated: [{ of: "handovers", count }], assumed: [] }
}
