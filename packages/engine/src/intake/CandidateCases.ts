/** Finds the cases that feedback may concern. The core decides which of them it concerns. */
import type { Case, Command, Gathered, Target } from "@hearback/core"
import { defined, Instant, Landing } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import type { CommandBatch } from "../decide/CommandBatch.ts"
import type { CaseQuery } from "../port/ListRow.ts"
import { isRecordError } from "../record/shape/EventFault.ts"
import { makeCommonText } from "./CommonText.ts"

/** Feedback, and the case that it names where it names one. */
interface CandidateQuery {
  readonly feedback: Command.Submission
  readonly receivedAt: number
  readonly thread?: string
}

/** Where feedback lands, and its words where they were read to find that out. */
interface Found {
  readonly landing: Landing.Landing
  readonly words?: Gathered.WordsRead
}

export type FindLanding = (query: CandidateQuery, batch: CommandBatch) => Promise<Found>

/** With so many of a customer's cases feedback is compared, the last ones: who has more says it again about one of these. */
const mostCompared = 200

export const makeFindLanding = (context: Context, cases: Cases): FindLanding => {
  const common = makeCommonText()
  /** A case that cannot be read takes nothing in: what is about the same opens a case of its own. */
  const readable = async (id: string): Promise<readonly Case.Case[]> => {
    try {
      return [(await cases.load(id)).state]
    } catch (cause) {
      if (!isRecordError(cause)) throw cause
      return []
    }
  }

  /** The last cases that match and lie in the window. */
  const within = async (query: CaseQuery, from: number, to: number): Promise<readonly Case.Case[]> => {
    const last = { order: "latest", limit: mostCompared, receivedBefore: to + 1 } as const
    const { items } = await context.store.list(context.tenant, { ...query, ...last })
    const found: Case.Case[] = []
    // A case that began before the window may have been spoken of again within it.
    for (const row of items.toReversed()) if (row.updatedAt >= from) found.push(...(await readable(row.id)))
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
    const policy = context.policies.active
    const theirs = await earlierCases(query, batch)
    const isNamed = named !== undefined && named.version > 0
    // Where there is nothing to compare them with, the words are read by the case that they open.
    const words = theirs.length > 0 || isNamed ? Landing.readWords(policy, Landing.textsOf(feedback)) : undefined
    const names = (await batch.people(policy)).map(({ name }) => name)
    const known = defined({
      named: isNamed ? named : undefined,
      names,
      read: words,
      common: theirs.length > 0 ? common.of(feedback.channel) : undefined
    })
    const landing = Landing.landing(policy, feedback, receivedAt, theirs, known)
    common.add(feedback)
    return defined({ landing, words })
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
