/**
 * Erasure: destroying a key makes what was sealed under it unreadable wherever it was copied; the record stays whole.
 * A customer has one key, so what is personal goes when the last of their records may go.
 * Source: docs/decisions/0013-one-key-a-customer.md
 */
import { Actor } from "@hearback/core"
import type { CaseRow, CaseState } from "../port/CaseRow.ts"
import type { Asking } from "./Asking.ts"
import type { Cases } from "./Cases.ts"
import type { Context } from "./Context.ts"
import { idOf, readReceipt, subjectOf } from "./Receipt.ts"

/** What still keeps the data of a customer: a case that is open or to be kept, or what waits in quarantine. */
export interface Kept {
  /** The id of the case, or of the arrival in quarantine. */
  readonly id: string
  readonly state: CaseState | "quarantined"
  /** When its time is over, in ms since 1970; null where that is not known yet, or never. */
  readonly until: number | null
}

export interface Erasure {
  /** The time of a case's record is over: its customer is erased unless something else keeps them. */
  expired(id: string, key: string): Promise<void>
  /** What keeps a customer's data. */
  keeping(customer: string): Promise<readonly Kept[]>
  /** Erases a customer at once, whatever keeps them; `key` names the call. Returns the cases that it concerns. */
  erase(customer: string, by: Actor.Actor, reason: string, key: string): Promise<readonly string[]>
}

export const makeErasure = (x: Context, cases: Cases, asking: Asking): Erasure => {
  const casesOf = async (customer: string): Promise<readonly CaseRow[]> => {
    const found: CaseRow[] = []
    for (let after: string | undefined; ; ) {
      const page = await x.store.list(x.tenant, { customer, limit: 200, ...(after === undefined ? {} : { after }) })
      found.push(...page.items)
      if (page.next === undefined) return found
      after = page.next
    }
  }

  const quarantined = async (customer: string): Promise<readonly Kept[]> => {
    const found: Kept[] = []
    for (let after: string | undefined; ; ) {
      const page = await x.store.intake(x.tenant, {
        state: ["received", "quarantined"],
        ...(after === undefined ? {} : { after })
      })
      for (const { key } of page.items)
        if ((await readReceipt(x, key))?.arrival.feedback?.customer === customer)
          found.push({ id: idOf(key), state: "quarantined", until: null })
      if (page.next === undefined) return found
      after = page.next
    }
  }

  const keeping = async (customer: string): Promise<readonly Kept[]> => {
    const found: Kept[] = []
    for (const { id, state } of await casesOf(customer))
      if (state !== "expired") {
        const clock = state === "closed" ? (await cases.load(id)).state.clocks["retention"] : undefined
        found.push({ id, state, until: clock?.dueAt ?? null })
      }
    return [...found, ...(await quarantined(customer))]
  }

  const marked = async (ids: readonly string[], actor: Actor.Actor, reason: string, key: string): Promise<void> => {
    for (const id of ids)
      await cases.execute({ case: id, command: { do: "erase", reason }, actor, key: `${key}:${id}` })
  }

  const erase: Erasure["erase"] = async (customer, by, reason, key) => {
    const ids = (await casesOf(customer)).map(({ id }) => id)
    await x.keys.destroy(x.tenant, customer)
    await asking.execute(customer, { do: "forget" }, `${key}:asked`)
    await marked(ids, by, reason, key)
    return ids
  }

  return {
    keeping,
    erase,
    expired: async (id, key) => {
      const retention = Actor.system("retention")
      // What arrived before anybody was known has a key of its own.
      for (const { stored, event } of await cases.history(id))
        if (event.event === "case-opened" || event.event === "feedback-joined")
          await x.keys.destroy(x.tenant, subjectOf(stored.command))
      const customer = (await cases.load(id)).state.intake.receipt?.customer
      if (customer === undefined) {
        await x.keys.destroy(x.tenant, `case:${id}`)
        await marked([id], retention, "retention", key)
      } else if ((await keeping(customer)).length === 0) await erase(customer, retention, "retention", key)
    }
  }
}
