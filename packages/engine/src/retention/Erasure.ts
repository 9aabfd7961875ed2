/**
 * Erasure: when a key is destroyed, nothing that was sealed under it can be read any more, wherever it was copied; the
 * record itself stays whole. A customer has one key, so it is destroyed when the last of their records is due.
 * Source: docs/decisions/0013-one-key-a-customer.md
 */
import { Actor, Case } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import type { CustomerSurveys } from "../decide/CustomerSurveys.ts"
import { quarantineId, readArrival } from "../intake/ArrivalRecord.ts"
import * as UnitKey from "../name/UnitKey.ts"
import { itemsOf } from "../port/Paging.ts"
import * as KeySubject from "../record/KeySubject.ts"

/** A record for which the data of a customer is still kept: an open or retained case, or an arrival in quarantine. */
export interface RetainedRecord {
  /** The id of the case, or of the arrival in quarantine. */
  readonly id: string
  readonly state: Case.Standing | "quarantined"
  /** When it is due for deletion, in ms since 1970; null where that is not known yet, or never. */
  readonly until: number | null
}

export interface Erasure {
  /** The record of a case is due for deletion: its customer is erased unless another record is still kept. */
  expireRecord(id: string, key: string): Promise<void>
  /** Returns the records for which the data of a customer is still kept. */
  retainedRecords(customer: string): Promise<readonly RetainedRecord[]>
  /** Erases a customer at once, whatever is still kept; `key` names the call. Returns the cases that it concerns. */
  erase(customer: string, by: Actor.Actor, reason: string, key: string): Promise<readonly string[]>
}

export const makeErasure = (context: Context, cases: Cases, surveys: CustomerSurveys): Erasure => {
  const destroyKey = (subject: KeySubject.KeySubject): Promise<void> =>
    context.keys.destroy(context.tenant, KeySubject.render(subject))

  /** The cases that speak of a customer: their own, and those that theirs were merged into. */
  const casesOf = async (customer: string): Promise<readonly Case.Case[]> => {
    const found = new Map<string, Case.Case>()
    const follow = async (id: string): Promise<void> => {
      if (found.has(id)) return
      const { state } = await cases.load(id)
      found.set(id, state)
      if (state.relations.mergedInto !== undefined) await follow(state.relations.mergedInto)
    }
    const rows = itemsOf((place) => context.store.list(context.tenant, { customer, limit: 200, ...place }))
    for await (const { id } of rows) await follow(id)
    return [...found.values()]
  }

  const quarantined = async (customer: string): Promise<readonly RetainedRecord[]> => {
    const found: RetainedRecord[] = []
    const rows = itemsOf((place) =>
      context.store.intake(context.tenant, { state: ["received", "quarantined"], ...place })
    )
    for await (const { key } of rows)
      if ((await readArrival(context, key))?.arrival.feedback?.customer === customer)
        found.push({ id: quarantineId(key), state: "quarantined", until: null })
    return found
  }

  const retainedRecords = async (customer: string): Promise<readonly RetainedRecord[]> => {
    const kept = (await casesOf(customer)).filter((state) => Case.standing(state) !== "expired")
    return [
      ...kept.map((state) => ({ id: state.id, state: Case.standing(state), until: Case.keptUntil(state) })),
      ...(await quarantined(customer))
    ]
  }

  const erase: Erasure["erase"] = async (customer, by, reason, key) => {
    const concerned = await casesOf(customer)
    await destroyKey({ kind: "customer", id: customer })
    await surveys.execute(customer, { do: "forget" }, UnitKey.surveyErasure(key))
    for (const { id, feedback, record } of concerned) {
      const isTheirs = feedback.receipt?.customer === customer
      if (isTheirs && isOver(record)) continue
      const other = isTheirs ? {} : { customer }
      const command = { do: "erase", reason, ...other } as const
      await cases.execute({ case: id, command, actor: by, key: UnitKey.caseErasure(key, id, customer) })
    }
    return concerned.map(({ id }) => id)
  }

  return {
    retainedRecords,
    erase,
    expireRecord: async (id, key) => {
      const actor = Actor.system("retention")
      // An arrival of nobody known has a key of its own.
      for (const { stored, event } of await cases.history(id))
        if (event.event === "case-opened" || event.event === "feedback-joined")
          await destroyKey({ kind: "arrival", command: stored.command })
      const { feedback, conversation } = (await cases.load(id)).state
      if (feedback.receipt?.customer === undefined) {
        await destroyKey({ kind: "case", id })
        await cases.execute({ case: id, command: { do: "erase", reason: "retention" }, actor, key })
      }
      const customers = [feedback.receipt, ...conversation.others].flatMap((party) => party?.customer ?? [])
      for (const customer of new Set(customers))
        if ((await retainedRecords(customer)).length === 0) await erase(customer, actor, "retention", key)
    }
  }
}

/** Whether the customer was erased after the record ended: nothing that can be read was added since. */
const isOver = ({ erasedAt, expiredAt }: Case.Case["record"]): boolean =>
  erasedAt !== undefined && expiredAt !== undefined && erasedAt >= expiredAt
