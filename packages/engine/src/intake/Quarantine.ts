/** Arrivals without a case: visible with the reason and the raw text, and released by a person. */
import type { Actor, Command, Refusal } from "@hearback/core"
import { defined } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import { engineError } from "../context/EngineError.ts"
import type { IntakeRow, Page } from "../port/ListRow.ts"
import { itemsOf } from "../port/Paging.ts"
import type { ArrivalOutcome, ArrivalProcessing } from "./ArrivalProcessing.ts"
import { arrivalId, quarantineId, readArrival } from "./ArrivalRecord.ts"

/** An arrival that waits: in quarantine, or stored and not decided yet. */
export interface WaitingArrival extends IntakeRow {
  /** As the channel had it. */
  readonly key: string
  readonly id: string
  readonly raw: string
  /** What the sentence of the reason's code needs, where it has one. */
  readonly says?: Refusal.Says
}

/** Which of those that wait. */
interface WaitingQuery {
  readonly state: "quarantined" | "received"
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

export interface Quarantine {
  waiting(query: WaitingQuery): Promise<Page<WaitingArrival>>
  /** Opens the case of a quarantined arrival, completed or corrected, with its original receipt time. */
  release(id: string, feedback: Command.Submission, actor: Actor.Actor): Promise<ArrivalOutcome>
}

export const makeQuarantine = (context: Context, { open }: ArrivalProcessing): Quarantine => {
  const rowsOf = (query: WaitingQuery): Promise<Page<IntakeRow>> => context.store.intake(context.tenant, defined(query))

  const waiting: Quarantine["waiting"] = async (query) => {
    const page = await rowsOf(query)
    const items: WaitingArrival[] = []
    for (const row of page.items) {
      const found = await readArrival(context, row.key)
      const { key = "", channel = row.channel, raw, feedback = null } = found?.arrival ?? {}
      const reason = found?.reason ?? row.reason ?? ""
      const id = quarantineId(row.key)
      items.push(defined({ ...row, key, channel, reason, says: found?.says, id, raw: raw ?? JSON.stringify(feedback) }))
    }
    return { ...page, items }
  }

  const release: Quarantine["release"] = async (id, feedback, actor) => {
    for await (const { key } of itemsOf((place) => rowsOf({ state: "quarantined", limit: 200, ...place }))) {
      if (quarantineId(key) !== id && arrivalId(id) !== key) continue
      const found = await readArrival(context, key)
      if (found === undefined) continue
      // The person who releases it has seen that no machine wrote it.
      const { automatic: _, ...arrival } = found.arrival
      return open({ ...found, arrival: { ...arrival, channel: feedback.channel, feedback, actor } })
    }
    throw engineError("quarantine/unknown", `nothing in quarantine is called \`${id}\``)
  }
  return { waiting, release }
}
