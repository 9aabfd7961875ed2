/**
 * Finds what the record contains about a customer, as far as it can be read. Erasure does not wait until a record is
 * repaired: what cannot be read is judged by its row, its keys and the parts that can be opened.
 */
import { Case } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import type { Arrival } from "../intake/Arrival.ts"
import { keyOfArrival, readArrival } from "../intake/ArrivalRecord.ts"
import * as Stream from "../name/Stream.ts"
import { itemsOf } from "../port/Cursor.ts"
import type { StoredEvent } from "../port/Event.ts"
import type { IntakeRow } from "../port/ListRow.ts"
import { decode } from "../record/EventCodec.ts"
import * as KeySubject from "../record/KeySubject.ts"
import { unseal } from "../record/Seal.ts"
import { isRecordError } from "../record/shape/EventFault.ts"

/** A case with data of a customer. */
export interface ConcernedCase {
  /** The state of the case or, if it cannot be read, of the readable events. */
  readonly state: Case.Case
  readonly isReadable: boolean
  readonly standing: Case.Standing
}

/** A waiting arrival that is a customer's, or may be. */
export interface ConcernedArrival {
  /** The id of the arrival in the store. */
  readonly id: string
  /** `unknown`: its content cannot be opened, so nobody knows whose it is. */
  readonly whose: "theirs" | "unknown"
  readonly isReadable: boolean
  /** The keys that seal it, if they are not the customer's. */
  readonly keys: readonly KeySubject.KeySubject[]
}

/** Finds the data of a customer. */
export interface CustomerTraces {
  /** Returns the cases with data of a customer: their own, and those into which their cases were merged. */
  casesOf(customer: string): Promise<readonly ConcernedCase[]>
  /** Returns arrivals that are a customer's or name them, and those that cannot be read. */
  arrivalsOf(customer: string): Promise<readonly ConcernedArrival[]>
  /** Returns the keys of what arrived before the customer of a case was known, if the case itself cannot be read. */
  arrivedAt(id: string): Promise<readonly KeySubject.KeySubject[]>
}

/** Makes the search for a customer's data. */
export const makeConcerned = (context: EngineContext, cases: Cases): CustomerTraces => {
  const { store, tenant } = context

  /** Returns the events of a stream; none if some are missing. */
  const eventsOf = async (name: Stream.Stream): Promise<readonly StoredEvent[]> => {
    const found = await readable(() => store.load({ tenant, stream: Stream.render(name) }))
    return found?.events ?? []
  }

  const partOf = async (id: string): Promise<Case.Case> => {
    let state = Case.empty(id)
    for (const stored of await eventsOf({ kind: "case", id })) {
      const event = await readable(() => decode(context.keys, "case", stored))
      if (event !== undefined) state = Case.evolve(state, event)
    }
    return state
  }

  const caseOf = async (id: string, standing?: Case.Standing): Promise<ConcernedCase> => {
    const loaded = await readable(() => cases.load(id))
    const state = loaded?.state ?? (await partOf(id))
    return {
      state,
      isReadable: loaded !== undefined,
      standing: loaded === undefined && standing ? standing : Case.standing(state)
    }
  }

  const namesOf = async (customer: string): Promise<readonly string[]> => {
    const address = (await context.customers(customer))?.address
    return [customer, ...(address === undefined ? [] : [address])]
  }

  /** Returns whose an unreadable arrival is, by what seals it or, if it was anonymous, by what can be opened of it. */
  const unreadable = async (
    id: string,
    customer: string,
    names: readonly string[]
  ): Promise<ConcernedArrival | undefined> => {
    const sealed = (await eventsOf({ kind: "arrival", id })).flatMap((stored) =>
      stored.sealed === undefined
        ? []
        : [{ part: stored.sealed, key: { kind: "arrival", command: stored.command } as const }]
    )
    const own = KeySubject.render({ kind: "customer", id: customer })
    if (sealed.some(({ part }) => part.customer === own)) return { id, whose: "theirs", isReadable: false, keys: [] }
    const unknown = sealed.filter(({ part, key }) => part.customer === KeySubject.render(key))
    // What is sealed for another customer is theirs.
    if (sealed.length > 0 && unknown.length === 0) return undefined
    const opened = await Promise.all(unknown.map(({ part }) => unseal(context.keys, tenant, part)))
    const isNamedIn = opened.some(
      (found) => found.ok && names.some((name) => isNamed(name, JSON.stringify(found.value)))
    )
    if (isNamedIn) return { id, whose: "theirs", isReadable: false, keys: unknown.map(({ key }) => key) }
    const isClosed = sealed.length === 0 || opened.some((found) => !found.ok && found.reason !== "erased")
    return isClosed ? { id, whose: "unknown", isReadable: false, keys: [] } : undefined
  }

  const rows = (state: readonly IntakeRow["state"][]): AsyncIterable<IntakeRow> =>
    itemsOf((place) => store.intake(tenant, { state, ...place }))

  return {
    casesOf: async (customer) => {
      const found = new Map<string, ConcernedCase>()
      const follow = async (id: string, standing?: Case.Standing): Promise<void> => {
        if (found.has(id)) return
        const one = await caseOf(id, standing)
        found.set(id, one)
        const { mergedInto } = one.state.relations
        if (mergedInto !== undefined) await follow(mergedInto)
      }
      const listed = itemsOf((place) => store.list(tenant, { customer, limit: 200, ...place }))
      for await (const { id, state } of listed) await follow(id, state)
      return [...found.values()]
    },
    arrivalsOf: async (customer) => {
      const names = await namesOf(customer)
      const found: ConcernedArrival[] = []
      for await (const { key: id } of rows(["received", "quarantined"])) {
        const record = await readable(async () => ({ read: await readArrival(context, id) }))
        const arrival = record?.read?.arrival
        const closed = record === undefined ? await unreadable(id, customer, names) : undefined
        if (closed !== undefined) found.push(closed)
        if (arrival !== undefined && isOf(arrival, customer, names))
          found.push({ id, whose: "theirs", isReadable: true, keys: [keyOfArrival(arrival.key)] })
      }
      return found
    },
    arrivedAt: async (id) => {
      const keys: KeySubject.KeySubject[] = []
      for await (const { key, caseId } of rows(["opened", "joined", "released"]))
        if (caseId === id)
          for (const { command } of await eventsOf({ kind: "arrival", id: key }))
            keys.push({ kind: "arrival", command })
      return keys
    }
  }
}

/** Returns what is read; undefined if the record cannot be read, which is no reason to stop. */
export const readable = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await read()
  } catch (cause) {
    if (!isRecordError(cause)) throw cause
    return undefined
  }
}

/** Returns whether an arrival is a customer's, by its fields or, if it could not be read, by a name in it. */
const isOf = ({ feedback, raw = "" }: Arrival, customer: string, names: readonly string[]): boolean =>
  feedback?.customer === undefined
    ? names.some((name) => isNamed(name, `${raw} ${JSON.stringify(feedback ?? "")}`))
    : feedback.customer === customer

/** Returns whether a text contains a name as a whole. */
const isNamed = (name: string, text: string): boolean => {
  const isPart = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}_-]/u.test(character)
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!isPart(text[at - 1]) && !isPart(text[at + name.length])) return true
  return false
}
