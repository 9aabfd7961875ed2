/** Finds the cases that feedback may concern. The core decides which of them it concerns. */
import type { Case, Command, Gathered, Target } from "@hearback/core"
import { defined, Instant, Landing } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import type { CommandBatch } from "../decide/CommandBatch.ts"
import { itemsOf } from "../port/Cursor.ts"
import type { CaseListQuery } from "../port/ListRow.ts"
import { isRecordError } from "../record/shape/EventFault.ts"
import { makeCommonText } from "./CommonText.ts"
import { type CaseReader, makeFindLike, mostRead } from "./LikeCases.ts"

/** Feedback, and the case that it names if it names one. */
interface CandidateQuery {
  readonly feedback: Command.Submission
  readonly receivedAt: number
  readonly thread?: string
}

/** The case that feedback goes to, with the reading of its words if they were read. */
interface Found {
  readonly landing: Landing.Landing
  readonly words?: Gathered.WordsRead
}

/** Finds the case that feedback goes to. */
export type FindLanding = (query: CandidateQuery, batch: CommandBatch) => Promise<Found>

/** Data with which feedback is compared, beside the cases. */
interface Known {
  /** The names of the staff. */
  readonly names: readonly string[]
  /** Sentences that most messages of the channel have. */
  readonly common: ReadonlySet<string>
  /** Returns the reading of the feedback's words; it is read on the first call. */
  readonly read: () => Gathered.WordsRead
}

/** Makes the search for the case of feedback. */
export const makeFindLanding = (context: EngineContext, cases: Cases): FindLanding => {
  const common = makeCommonText()
  /** Reads a case. An unreadable case is skipped, so feedback about its matter opens another case. */
  const readable: CaseReader = async (id, version) => {
    try {
      return (await cases.load(id, version)).state
    } catch (cause) {
      if (!isRecordError(cause)) throw cause
      return undefined
    }
  }

  const findLike = makeFindLike(context, readable)
  const policy = () => context.policies.active

  /** Returns a customer's cases, the last one first. */
  const latest = (query: CaseListQuery, to: number, place: Pick<CaseListQuery, "after" | "limit">) =>
    context.store.list(context.tenant, { ...query, order: "latest", receivedBefore: to + 1, ...place })

  /** Yields those of the cases about which something was said or done in a period. */
  async function* lately(query: CaseListQuery, from: number, to: number): AsyncGenerator<Case.Case> {
    for await (const row of itemsOf((place) => latest(query, to, place))) {
      const state = row.updatedAt >= from ? await readable(row.id) : undefined
      if (state !== undefined) yield state
    }
  }

  /** Returns all cases of a customer who has few, which is the usual case; undefined for a customer with many. */
  const few = async (customer: string, to: number): Promise<readonly Case.Case[] | undefined> => {
    const heads = await context.store.latest(context.tenant, customer, to + 1, mostRead + 1)
    if (heads.length > mostRead) return undefined
    const found: Case.Case[] = []
    for (const { id, version } of heads) {
      const state = await readable(id, version)
      if (state !== undefined) found.push(state)
    }
    return found
  }

  /** Returns the case that thanks are for, and the case whose question a score answers. */
  const addressed = async (feedback: Command.Submission, from: number, to: number): Promise<readonly Case.Case[]> => {
    const { customer } = feedback
    if (customer === undefined) return []
    const found: Case.Case[] = []
    for await (const state of lately({ customer }, from, to))
      if (Landing.isKept(state)) {
        found.push(state)
        break
      }
    for (const openGate of Landing.gatesAskedBy(policy(), feedback))
      for await (const state of lately({ customer, openGate }, from, to))
        if (isAnswer.has(Landing.landing(policy(), feedback, to, [state]).as)) {
          found.push(state)
          break
        }
    return found
  }

  /** Returns the cases, among many of the customer, that the feedback may concern. */
  const alike = async ({ feedback, receivedAt: to }: CandidateQuery, known: Known): Promise<readonly Case.Case[]> => {
    const { sameCase } = policy().bundle
    const from = to - windowMs(sameCase.within)
    return findLike({
      of: feedback.customer ?? null,
      alike: sameCase.alike,
      sought: () => ({
        content: Landing.contentOfFeedback(feedback, known.common),
        numbers: Landing.numbersOf(feedback),
        isShortened: known.common.size > 0,
        alike: sameCase.alike,
        from,
        to
      }),
      known: await addressed(feedback, from, to),
      repeated: (theirs) => Landing.repeated(policy(), feedback, to, theirs, { ...known, read: known.read() })
    })
  }

  /** Returns stored cases of the customer, the first one first. */
  const stored = async (query: CandidateQuery, known: Known): Promise<readonly Case.Case[]> => {
    const { feedback, receivedAt: to } = query
    const all = feedback.customer === undefined ? undefined : await few(feedback.customer, to)
    const found = all ?? (await alike(query, known))
    return found.filter((state) => receivedAt(state) <= to).sort((a, b) => receivedAt(a) - receivedAt(b))
  }

  const earlierCases = async (
    query: CandidateQuery,
    known: Known,
    batch: CommandBatch
  ): Promise<readonly Case.Case[]> => {
    const { customer } = query.feedback
    // Anonymous feedback can be the same matter only if the policy does not compare the customer.
    if (customer === undefined && policy().bundle.sameCase.same.includes("customer")) return []
    const isNew = customer !== undefined && batch.isNewCustomer(customer)
    const found = isNew ? [] : await stored(query, known)
    return [...found.filter(({ id }) => !batch.unstored.has(id)), ...batch.unstoredOf(customer)]
  }

  return async (query, batch) => {
    const { feedback, receivedAt, thread } = query
    const named = thread === undefined || thread === "" ? undefined : (await cases.load(thread)).state
    const isNamed = named !== undefined && named.version > 0
    const names = (await batch.people(policy())).map(({ name }) => name)
    const read = once(() => Landing.readWords(policy(), Landing.textsOf(feedback)))
    const known = { names, common: common.of(feedback.channel), read }
    const theirs = await earlierCases(query, known, batch)
    // Without cases to compare with, the words are read by the case that they open.
    const words = theirs.length > 0 || isNamed ? read() : undefined
    const all = defined({ ...known, named: isNamed ? named : undefined, read: words })
    const landing = Landing.landing(policy(), feedback, receivedAt, theirs, all)
    common.add(feedback)
    return defined({ landing, words })
  }
}

/** The ways in which feedback answers the case that asked for it. */
const isAnswer: ReadonlySet<Landing.Landing["as"]> = new Set(["answer", "answers", "word"])

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Returns when the feedback was received with which a case was opened.  Units: ms since 1970. */
const receivedAt = ({ feedback }: Case.Case): number => feedback.receipt?.receivedAt ?? 0

/** Returns a length that is certainly not shorter than the window; the core counts exactly.  Units: ms. */
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
