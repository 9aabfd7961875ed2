/** Arrivals without a case: visible with the reason and the raw text, and released by a person. */
import type { Actor, Command, Refusal } from "@hearback/core"
import { defined } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import { engineError } from "../context/EngineError.ts"
import { makeCommandBatch } from "../decide/CommandBatch.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { ArrivalSource } from "../port/ArrivalSource.ts"
import { itemsOf } from "../port/Cursor.ts"
import type { IntakeRow, Page } from "../port/ListRow.ts"
import { sha256 } from "../record/Chain.ts"
import * as KeySubject from "../record/KeySubject.ts"
import type { ArrivalOutcome, ArrivalProcessing } from "./ArrivalProcessing.ts"
import {
  type ArrivalRecord,
  arrivalId,
  isQuarantineId,
  keyOfArrival,
  outcomeWrite,
  quarantineId,
  readArrival
} from "./ArrivalRecord.ts"

/** An arrival that waits: in quarantine, or stored and not decided yet. */
export interface WaitingArrival extends IntakeRow {
  /** The channel's key of the message. */
  readonly key: string
  readonly id: string
  readonly raw: string
  /** The values that the sentence of the reason's code needs, if it has any. */
  readonly says?: Refusal.Says
  readonly source?: ArrivalSource
  /** What could be read of it. */
  readonly feedback?: Command.Submission
}

/** Selects waiting arrivals. */
interface WaitingQuery {
  readonly state: "quarantined" | "received"
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** The quarantine of an engine. */
export interface IntakeQuarantine {
  waiting(query: WaitingQuery): Promise<Page<WaitingArrival>>
  /** Returns why an entry with this id is in quarantine; undefined if there is none. */
  whyWaiting(id: string): Promise<Pick<WaitingArrival, "reason" | "says"> | undefined>
  /**
   * Opens the case of a quarantined arrival, completed or corrected, with its original receipt time if no other is
   * given.
   */
  release(id: string, feedback: Command.Submission, by: Releasing): Promise<ArrivalOutcome>
  /**
   * Ends the entry with a key and deletes its content, after its row has come to a case or another entry under another
   * key. Does nothing if there is no entry.
   */
  settle(key: string, found: { readonly case?: string }): Promise<void>
}

interface Releasing {
  readonly actor: Actor.Actor
  readonly receivedAt?: number | undefined
}

/** Makes the quarantine of an engine. */
export const makeQuarantine = (context: EngineContext, { open, rowOf }: ArrivalProcessing): IntakeQuarantine => {
  const rowsOf = (query: WaitingQuery): Promise<Page<IntakeRow>> => context.store.intake(context.tenant, defined(query))

  const waiting: IntakeQuarantine["waiting"] = async (query) => {
    const page = await rowsOf(query)
    const items: WaitingArrival[] = []
    for (const row of page.items) {
      const found = await readArrival(context, row.key)
      const {
        key = "",
        channel = row.channel,
        feedback,
        raw = JSON.stringify(feedback ?? null),
        source
      } = found?.arrival ?? {}
      const reason = found?.reason ?? row.reason ?? ""
      const id = quarantineId(row.key)
      items.push(defined({ ...row, key, channel, reason, says: found?.says, id, raw, source, feedback }))
    }
    return { ...page, items }
  }

  /** Returns the entry with an id or a key. */
  const entryOf = async (id: string): Promise<ArrivalRecord | undefined> => {
    const row = await rowOf(id)
    if (row?.state === "quarantined") return readArrival(context, row.key)
    for await (const { key } of itemsOf((place) => rowsOf({ state: "quarantined", limit: 200, ...place })))
      if (quarantineId(key) === id) return readArrival(context, key)
    return undefined
  }

  const release: IntakeQuarantine["release"] = async (id, feedback, { actor, receivedAt }) => {
    const found = await entryOf(id)
    if (found === undefined) throw engineError("quarantine/unknown", `nothing in quarantine is called \`${id}\``)
    // The person who releases it has seen that no machine wrote it.
    const { automatic: _, ...arrival } = found.arrival
    const completed = { ...arrival, channel: feedback.channel, feedback, actor }
    return open({ ...found, arrival: { ...completed, receivedAt: receivedAt ?? arrival.receivedAt } })
  }

  const settle: IntakeQuarantine["settle"] = async (key, found) => {
    const row = await rowOf(key)
    const entry = row?.state === "quarantined" ? await readArrival(context, row.key) : undefined
    if (entry === undefined) return
    const { arrival, version, recordedAt } = entry
    const batch = makeCommandBatch(context, recordedAt)
    const write = await outcomeWrite(context, arrival, { ...found, state: "released" }, version, batch)
    // If another process was faster, it has settled the entry.
    await context.store.append({
      tenant: context.tenant,
      key: UnitKey.settlement(arrivalId(arrival.key), version),
      fingerprint: sha256(found.case ?? ""),
      writes: [write],
      outbox: []
    })
    const subject = KeySubject.render(keyOfArrival(arrival.key))
    if ((await context.keys.find(context.tenant, subject)) !== undefined)
      await context.keys.destroy(context.tenant, subject)
  }
  return { waiting, whyWaiting: async (id) => (isQuarantineId(id) ? entryOf(id) : undefined), release, settle }
}
