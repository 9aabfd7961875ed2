/** Finds the cases that feedback may concern. The core decides which of them it concerns. */
import type { Case, Command } from "@hearback/core"
import { Instant, Landing, type Target } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import type { CommandBatch } from "../decide/CommandBatch.ts"
import type { CaseQuery } from "../port/ListRow.ts"
import { itemsOf } from "../port/Paging.ts"

/** Feedback, and the case that it names where it names one. */
interface CandidateQuery {
  readonly feedback: Command.Submission
  readonly receivedAt: number
  readonly thread?: string
}

export type FindLanding = (query: CandidateQuery, batch: CommandBatch) => Promise<Landing.Landing>

export const makeFindLanding = (context: Context, cases: Cases): FindLanding => {
  /** Every case that matches and lies in the window, however many the customer has. */
  const within = async (query: CaseQuery, from: number, to: number): Promise<readonly Case.Case[]> => {
    const rows = itemsOf((place) =>
      context.store.list(context.tenant, { ...query, order: "received", limit: 200, ...place })
    )
    const found: Case.Case[] = []
    // A case that began before the window may have been spoken of again within it.
    for await (const row of rows)
      if (row.updatedAt >= from && row.receivedAt <= to) found.push((await cases.load(row.id)).state)
    return found
  }

  const earlierCases = async (
    { feedback, receivedAt }: CandidateQuery,
    batch: CommandBatch
  ): Promise<readonly Case.Case[]> => {
    const { sameCase } = context.policies.active.bundle
    const from = receivedAt - windowMs(sameCase.within)
    const { customer } = feedback
    // Without a customer it can be the same matter only where the policy compares something else.
    if (customer === undefined && sameCase.same.includes("customer")) return []
    const query: CaseQuery = customer === undefined ? { state: "open" } : { customer }
    const isNew = customer !== undefined && batch.isNewCustomer(customer)
    const stored = isNew ? [] : await within(query, from, receivedAt)
    const waiting = [...batch.unstored.values()].filter(
      (c) => customer === undefined || c.feedback.receipt?.customer === customer
    )
    return [...stored.filter(({ id }) => !batch.unstored.has(id)), ...waiting]
  }

  return async (query, batch) => {
    const { feedback, receivedAt, thread } = query
    const named = thread === undefined || thread === "" ? undefined : (await cases.load(thread)).state
    return Landing.landing(
      context.policies.active,
      feedback,
      receivedAt,
      await earlierCases(query, batch),
      named === undefined || named.version === 0 ? undefined : named,
      (await batch.people(context.policies.active)).map(({ name }) => name)
    )
  }
}

/** Returns a length that the window surely does not exceed; the core counts it exactly.  Units: ms. */
const windowMs = (within: Target.Target): number => {
  switch (within._tag) {
    case "Elapsed":
      return within.ms
    case "Working":
      return within.ms * 21 + 14 * Instant.DAY
    case "WorkingDays":
      return (within.days * 2 + 14) * Instant.DAY
    case "Civil":
      return (within.months * 31 + within.days + 1) * Instant.DAY
  }
}
