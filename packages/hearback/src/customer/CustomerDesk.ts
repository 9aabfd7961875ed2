/**
 * What one customer sees and does: their own cases, and of these only what the customer may see. Notes, decisions,
 * grades and limits of the staff are not included, nor anything of another customer of the same case.
 */
import {
  type AnyNames,
  type Bundle,
  type Case,
  defined,
  isName,
  type PolicyNames,
  type Submission
} from "@hearback/core"
import { itemsOf, type Page, type StoredCaseEvent } from "@hearback/engine"
import type { Outcome } from "../answer/Outcome.ts"
import type { Call, Session } from "../call/Call.ts"
import { dateOrNull } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import { type Command, deskOf } from "../desk/Desk.ts"
import { type EventsOptions, positionOf } from "../desk/Events.ts"
import type { Feedback } from "../desk/Feedback.ts"
import type { Receipt } from "../desk/Receipt.ts"
import { type CustomerEntry, entryOf, isParty } from "./CustomerEntries.ts"
import { type FormView, formOf } from "./Form.ts"
import { awaitedOf, type Promised, promisedOf, type Reply } from "./Promises.ts"

/** One case in a customer's own list. */
export interface CustomerRow<N extends PolicyNames = AnyNames> {
  readonly id: string
  readonly state: "open" | "closed"
  readonly receivedAt: Date
  readonly channel: N["channel"]
  /** The nearest deadline that was promised to the customer; null if none is running. */
  readonly promiseAt: Date | null
}

/** A case as its customer may see it: without notes of staff, limits and names of rules. */
export interface CustomerCase<N extends PolicyNames = AnyNames> extends CustomerRow<N> {
  /** How the case ended, such as `confirmed`. */
  readonly outcome?: string
  /** The id of the case that continues this one. */
  readonly mergedInto?: string
  /** The deadlines that were promised to the customer. */
  readonly promises: readonly Promised[]
  /** What the customer is asked and may answer now. */
  readonly awaited: readonly Reply<N>[]
  /** What the customer said and was told, in order. */
  readonly entries: readonly CustomerEntry[]
}

/** A page of a customer's own cases. */
export interface CustomerQuery {
  /** Default `all`. */
  readonly state?: "open" | "closed" | "all"
  /** The `next` of the page before. */
  readonly after?: string
  /** How many items the page has at most. Default 50, at most 200. */
  readonly limit?: number
}

/**
 * What a program may do as one customer. The host identifies the person, limits the number of calls, and decides what
 * it shows of attachments, of which Hearback knows only the names.
 */
export interface CustomerDesk<N extends PolicyNames = AnyNames> {
  /** Takes feedback of the customer. */
  submit(feedback: Feedback<N>, call?: Call): Promise<Receipt>
  /** Gives a command on a case of the customer, such as `reply`. */
  execute(id: string, command: Command<N>, call?: Call): Promise<Outcome<N>>
  /** Returns the case; undefined if there is none, and also if it belongs to somebody else. */
  get(id: string): Promise<CustomerCase<N> | undefined>
  /** Returns a page of the customer's cases, the oldest first. */
  list(query?: CustomerQuery): Promise<Page<CustomerRow<N>>>
  /** Returns what the customer said and was told, in the order of positions. Errors: `events/position`. */
  events(options?: EventsOptions): AsyncIterable<CustomerEntry>
  /**
   * Returns the form of a channel; undefined if the policy has no such channel. `answers`: the answers to its survey so
   * far, which decide the next questions.
   */
  form(channel: N["channel"], answers?: Submission.Facts): FormView | undefined
}

const queryFields: Readonly<Record<keyof CustomerQuery, Shape.ValueKind>> = {
  state: Shape.oneOf(["open", "closed", "all"]),
  after: Shape.text,
  limit: Shape.positive
}

const eventsFields: Shape.ArgumentFields = {
  after: Shape.anything,
  case: Shape.name,
  follow: Shape.flag,
  signal: Shape.signal
}

/** Makes the desk of a customer, in their language. */
export const customerDeskOf = (given: Session, customer: string, language: Bundle.Language): CustomerDesk => {
  const session: Session = { ...given, language }
  const { engine } = session
  const desk = deskOf(session, { customer })

  const own = async (id: string): Promise<Case.Case | undefined> => {
    if (!isName(id)) return undefined
    const { state } = await engine.cases.load(id)
    return state.version > 0 && isParty(state, customer) ? state : undefined
  }

  /** Returns the cases of the customer: those opened for them, and those into which theirs were merged. */
  const ownCases = async (): Promise<readonly string[]> => {
    const found = new Set<string>()
    const rows = itemsOf((place) => engine.store.list(engine.tenant, { customer, limit: 200, ...place }))
    for await (const { id } of rows)
      for (let next: string | undefined = id; next !== undefined && !found.has(next); ) {
        const state: Case.Case | undefined = await own(next)
        if (state === undefined) break
        found.add(next)
        next = state.relations.mergedInto
      }
    return [...found]
  }

  const seen = async (one: StoredCaseEvent): Promise<CustomerEntry | undefined> => {
    const found = entryOf(one, customer)
    if (found === undefined) return undefined
    const state = await own(found.entry.case)
    return state !== undefined && found.isOf(state) ? found.entry : undefined
  }

  async function* follow(options: Parameters<typeof engine.feed>[0]): AsyncGenerator<CustomerEntry, void> {
    for await (const one of engine.feed(options)) {
      const entry = await seen(one)
      if (entry !== undefined) yield entry
    }
  }

  /** Events that exist already are read from the customer's own cases, not from the record of all. */
  async function* entriesOf(options: EventsOptions): AsyncGenerator<CustomerEntry, void> {
    const { case: id, follow: goesOn = false, signal } = options
    const ends = signal === undefined ? session.closing : AbortSignal.any([signal, session.closing])
    const after = options.after === undefined ? 0 : positionOf(options.after)
    if (id !== undefined && (await own(id)) === undefined) return
    try {
      if (id !== undefined) return yield* follow({ after, case: id, follow: goesOn, signal: ends })
      const { position } = await engine.store.status(engine.tenant)
      const entries: CustomerEntry[] = []
      for (const each of await ownCases())
        for await (const entry of follow({ after, case: each, signal: ends }))
          if (entry.position <= position) entries.push(entry)
      yield* entries.sort((a, b) => a.position - b.position)
      if (goesOn) yield* follow({ after: Math.max(after, position), follow: true, signal: ends })
    } catch (thrown) {
      if (!goesOn || !session.closing.aborted || signal?.aborted === true) throw thrown
    }
  }

  return {
    submit: (feedback, call) => desk.submit(feedback, call),
    execute: (id, command, call) => desk.execute(id, command, call),
    get: async (id) => {
      session.begin()
      const state = await own(id)
      if (state === undefined) return undefined
      const { policy } = await engine.cases.load(id)
      const entries: CustomerEntry[] = []
      for await (const entry of entriesOf({ case: id })) entries.push(entry)
      const { receipt } = state.feedback
      const isFirst = receipt?.customer === customer
      const promises = promisedOf(policy, state, language)
      return defined({
        id,
        state: standingOf(state),
        receivedAt: isFirst ? new Date(receipt.receivedAt) : (entries[0]?.at ?? new Date(receipt?.receivedAt ?? 0)),
        channel: (isFirst ? receipt.channel : entries.find(({ channel }) => channel !== undefined)?.channel) ?? "",
        promiseAt: dateOrNull(firstDue(promises)),
        outcome: state.lifecycle.customerLoop?.outcome,
        mergedInto: state.relations.mergedInto,
        promises,
        awaited: isFirst ? awaitedOf(policy, state, language) : [],
        entries
      })
    },
    list: async (query = {}) => {
      session.begin()
      Shape.check("list", query, queryFields)
      const { state, ...place } = query
      const states =
        state === undefined || state === "all" ? {} : { state: state === "open" ? openStates : closedStates }
      const page = await engine.store.list(engine.tenant, { ...place, ...states, customer, order: "received" })
      const items = page.items.map((row) => ({
        id: row.id,
        state: openStates.some((open) => open === row.state) ? ("open" as const) : ("closed" as const),
        receivedAt: new Date(row.receivedAt),
        channel: row.channel,
        promiseAt: dateOrNull(row.promiseAt)
      }))
      return defined({ items, next: page.next })
    },
    events: (options = {}) => {
      session.begin()
      Shape.check("events", options, eventsFields)
      if (options.after !== undefined) positionOf(options.after)
      return entriesOf(options)
    },
    form: (channel, answers = {}) => {
      session.begin()
      return formOf(engine.policies.active, channel, language, answers)
    }
  }
}

/** Returns the state for the customer: the case is closed once its customer loop is. */
const openStates: readonly Case.Standing[] = ["open"]
const closedStates: readonly Case.Standing[] = ["customer-loop-closed", "closed", "expired"]

const standingOf = ({ lifecycle }: Case.Case): "open" | "closed" =>
  lifecycle.closedAt === undefined && lifecycle.customerLoop === undefined ? "open" : "closed"

const firstDue = (promises: readonly Promised[]): number | null => {
  const dues = promises.flatMap(({ state, dueAt }) => (state === "running" && dueAt !== null ? [dueAt.getTime()] : []))
  return dues.length === 0 ? null : Math.min(...dues)
}
