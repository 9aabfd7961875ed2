/**
 * Erasure: destroying a key makes what was sealed under it unreadable wherever it was copied; the record stays whole.
 * A customer has one key, so what is personal goes when the last of their records may go.
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

/** What still keeps the data of a customer: a case that is open or to be kept, or what waits in quarantine. */
export interface RetainedRecord {
  /** The id of the case, or of the arrival in quarantine. */
  readonly id: string
  readonly state: Case.Standing | "quarantined"
  /** When its time is over, in ms since 1970; null where that is not known yet, or never. */
  readonly until: number | null
}

export interface Erasure {
  /** The time of a case's record is over: its customer is erased unless something else keeps them. */
  expireRecord(id: string, key: string): Promise<void>
  /** What keeps a customer's data. */
  retainedRecords(customer: string): Promise<readonly RetainedRecord[]>
  /** Erases a customer at once, whatever keeps them; `key` names the call. Returns the cases that it concerns. */
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
      // What arrived before anybody was known has a key of its own.
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

/** Erased since it ended: nothing can have been added that could still be read. */
const isOver = ({ erasedAt, expiredAt }: Case.Case["record"]): boolean =>
  erasedAt !== undefined && expiredAt !== undefined && erasedAt >= expiredAt
