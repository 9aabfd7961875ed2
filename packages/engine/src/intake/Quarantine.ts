/** Arrivals that could not become a case: visible with the reason and the raw text, and released by a person. */
import type { Actor, Command } from "@hearback/core"
import { defined } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import { engineError } from "../context/EngineError.ts"
import type { IntakeRow, Page } from "../port/ListRow.ts"
import { itemsOf } from "../port/Paging.ts"
import type { ArrivalOutcome, ArrivalProcessing } from "./ArrivalProcessing.ts"
import { arrivalId, quarantineId, readArrival } from "./ArrivalRecord.ts"

export interface Quarantined extends IntakeRow {
  /** As the channel had it. */
  readonly key: string
  readonly id: string
  readonly raw: string
}

export interface Quarantine {
  quarantined(after?: string): Promise<Page<Quarantined>>
  /** Opens the case of a quarantined arrival, completed or corrected, with its original receipt time. */
  release(id: string, feedback: Command.Submission, actor: Actor.Actor): Promise<ArrivalOutcome>
}

export const makeQuarantine = (context: Context, { open }: ArrivalProcessing): Quarantine => {
  const quarantinedAt = (place: { readonly after?: string }): Promise<Page<IntakeRow>> =>
    context.store.intake(context.tenant, { state: "quarantined", limit: 200, ...place })

  const quarantined: Quarantine["quarantined"] = async (after) => {
    const page = await quarantinedAt(defined({ after }))
    const items: Quarantined[] = []
    for (const row of page.items) {
      const found = await readArrival(context, row.key)
      const { key = "", channel = row.channel, raw, feedback = null } = found?.arrival ?? {}
      const reason = found?.reason ?? row.reason ?? ""
      items.push({ ...row, key, channel, reason, id: quarantineId(row.key), raw: raw ?? JSON.stringify(feedback) })
    }
    return { ...page, items }
  }

  const release: Quarantine["release"] = async (id, feedback, actor) => {
    for await (const { key } of itemsOf(quarantinedAt)) {
      if (quarantineId(key) !== id && arrivalId(id) !== key) continue
      const found = await readArrival(context, key)
      if (found === undefined) continue
      // The person who releases it has seen that no machine wrote it.
      const { automatic: _, ...arrival } = found.arrival
      return open({ ...found, arrival: { ...arrival, channel: feedback.channel, feedback, actor } })
    }
    throw engineError("closed", `nothing in quarantine is called "${id}"`)
  }
  return { quarantined, release }
}
