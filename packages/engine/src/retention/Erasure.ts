/**
 * Erasure. When a key is destroyed, nothing that was sealed under it can be read any more, wherever it was copied; the
 * rest of the record stays. A customer has one key, so it is destroyed when the last of their records is due.
 *
 * Source: docs/decisions/0013-one-key-a-customer.md
 */
import { Actor, Case, Governing, type Refusal } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import type { CustomerSurveys } from "../decide/CustomerSurveys.ts"
import { quarantineId } from "../intake/ArrivalRecord.ts"
import * as Stream from "../name/Stream.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { Destroyed } from "../port/KeyStore.ts"
import * as KeySubject from "../record/KeySubject.ts"
import { type ConcernedArrival, type ConcernedCase, makeConcerned, readable } from "./CustomerTraces.ts"

/** A record for which a customer's data is still kept: an open or retained case, or an arrival in quarantine. */
export interface RetainedRecord {
  /** The id of the case, or of the arrival in quarantine. */
  readonly id: string
  readonly state: Case.Standing | "quarantined"
  /** When it is due for deletion, in ms since 1970; null if that is not known yet, or never. */
  readonly until: number | null
}

/** The actor by which a case learns that its customer was erased. */
const retention = Actor.system("retention")

/** Erases customers. */
export interface Erasure {
  /** Ends the retention of a case's record: its customer is erased unless another record is still kept. */
  expireRecord(id: string, key: string): Promise<void>
  /** Erases a customer if the policy in force allows it to the actor, unless something is still kept. */
  erase(customer: string, order: EraseOrder): Promise<Answer>
}

/** Who has a customer erased, why, and whether also if something is still kept. `key` identifies the call. */
interface EraseOrder extends Omit<Governing.Erasing, "customer"> {
  readonly by: Actor.Actor
  readonly key: string
}

type Answer =
  | Erased
  | { readonly kept: readonly RetainedRecord[] }
  | { readonly refusal: readonly Refusal.RefusalReason[] }

interface Erased {
  /** The ids of the cases that it concerns. */
  readonly cases: readonly string[]
  readonly leftIn: readonly LeftIn[]
  /** Cases, arrivals and consents that cannot be read. Their parts under the customer's key are erased nevertheless. */
  readonly unreadable: readonly string[]
  /** Whether there was anything: a case, an arrival, a key or an address of the customer. */
  readonly isKnown: boolean
}

/** Where data of an erased customer may be left: an old copy of their key, or data that a channel could not remove. */
export type LeftIn = { readonly in: "keys" } | { readonly in: "channel"; readonly channel: string }

/** Makes the erasure of an engine. */
export const makeErasure = (context: EngineContext, cases: Cases, surveys: CustomerSurveys): Erasure => {
  const about = makeConcerned(context, cases)
  const destroyKey = (subject: KeySubject.KeySubject): Promise<Destroyed> =>
    context.keys.destroy(context.tenant, KeySubject.render(subject))

  /** Destroys the keys of what arrived before its customer was known. */
  const destroyArrivals = async (
    customer: string,
    concerned: readonly ConcernedCase[],
    waiting: readonly ConcernedArrival[]
  ): Promise<void> => {
    const theirs = KeySubject.render({ kind: "customer", id: customer })
    const arrivals = new Map(waiting.flatMap(({ keys }) => keys.map((key) => [KeySubject.render(key), key])))
    const add = (key: KeySubject.KeySubject): void => void arrivals.set(KeySubject.render(key), key)
    for (const { state, isReadable } of concerned) {
      if (!isReadable) {
        // An anonymous arrival that joined another customer's case stays with that customer.
        if (state.feedback.receipt?.customer === customer || state.feedback.receipt === undefined)
          for (const key of await about.arrivedAt(state.id)) add(key)
        continue
      }
      for (const { stored, event } of await cases.history(state.id))
        if (KeySubject.render(KeySubject.subjectOf(state, event)) === theirs)
          add({ kind: "arrival", command: stored.command })
    }
    for (const [name, key] of arrivals)
      if ((await context.keys.find(context.tenant, name)) !== undefined) await destroyKey(key)
  }

  const retainedRecords = async (customer: string): Promise<readonly RetainedRecord[]> => {
    const kept = (await about.casesOf(customer)).filter(({ standing }) => standing !== "expired")
    const waiting = (await about.arrivalsOf(customer)).filter(({ whose }) => whose === "theirs")
    return [
      ...kept.map(({ state, standing }) => ({ id: state.id, state: standing, until: Case.keptUntil(state) })),
      ...waiting.map(({ id }): RetainedRecord => ({ id: quarantineId(id), state: "quarantined", until: null }))
    ]
  }

  /** Lets channels remove what they hold; returns those that could not. */
  const eraseFromChannels = async (
    customer: string,
    addresses: readonly string[],
    concerned: readonly Case.Case[]
  ): Promise<readonly LeftIn[]> => {
    const erased = { addresses: [customer, ...addresses], cases: concerned.map(({ id }) => id) }
    const left: LeftIn[] = []
    for (const channel of context.channels)
      try {
        const call = { port: "channel", operation: "erase", adapter: channel.name, personal: () => addresses } as const
        await context.call(call, (signal) => channel.erase?.(erased, { signal }))
      } catch {
        left.push({ in: "channel", channel: channel.name })
      }
    return left
  }

  /** Returns whether a customer gave consents, refused questions or was asked; true if that cannot be read. */
  const saidOfQuestions = async (customer: string): Promise<boolean> => {
    const said = await readable(() => surveys.load(customer))
    return said === undefined || said.refuses || said.questions.length > 0 || Object.keys(said.consents).length > 0
  }

  const eraseNow = async (customer: string, by: Actor.Actor, reason: string, key: string): Promise<Erased> => {
    const found = await about.casesOf(customer)
    const waiting = await about.arrivalsOf(customer)
    const concerned = found.map(({ state }) => state)
    // Addresses are sealed, so they are read before the key is destroyed.
    const onFile = (await context.customers(customer))?.address
    const addresses = [
      ...new Set([...concerned.flatMap(addressesOf(customer)), ...(onFile === undefined ? [] : [onFile])])
    ]
    const theirKey = await context.keys.find(context.tenant, KeySubject.render({ kind: "customer", id: customer }))
    const isTheirs = waiting.some(({ whose }) => whose === "theirs")
    const isKnown =
      found.length > 0 ||
      isTheirs ||
      theirKey !== undefined ||
      onFile !== undefined ||
      (await saidOfQuestions(customer))
    await destroyArrivals(customer, found, waiting)
    // The last key that is destroyed answers for all: what is cleared after it is cleared of every earlier key.
    const { complete } = await destroyKey({ kind: "customer", id: customer })
    await context.store.dropIndex(context.tenant, customer)
    const unreadable = waiting.flatMap(({ id, isReadable }) => (isReadable ? [] : [quarantineId(id)]))
    const told = async (id: string, tell: () => Promise<unknown>): Promise<void> => {
      if ((await readable(async () => ({ done: await tell() }))) === undefined) unreadable.push(id)
    }
    const surveysOf = Stream.render({ kind: "survey", id: customer })
    await told(surveysOf, () =>
      surveys.execute(customer, { do: "forget", by: Actor.nameOf(by) }, UnitKey.surveyErasure(key))
    )
    for (const { state, isReadable } of found) {
      const { id, feedback, record } = state
      const isTheirs = feedback.receipt?.customer === customer
      if (isReadable && isTheirs && isOver(record)) continue
      const other = isTheirs ? {} : { customer }
      const command = { do: "erase", reason, by: Actor.nameOf(by), ...other } as const
      // Nothing is written to a stream that cannot be read.
      await told(id, () =>
        cases.execute({ case: id, command, actor: retention, key: UnitKey.caseErasure(key, id, customer) })
      )
    }
    const inChannels = await eraseFromChannels(customer, addresses, concerned)
    const leftIn: readonly LeftIn[] = complete ? inChannels : [{ in: "keys" }, ...inChannels]
    return { cases: concerned.map(({ id }) => id), leftIn, unreadable, isKnown }
  }

  return {
    erase: async (customer, { by, reason, evenIfKept, key }) => {
      await context.policies.refresh()
      const { authority } = context.policies.active.bundle
      const refusal = Governing.againstErasing(authority, { customer, reason, evenIfKept }, by)
      if (refusal.length > 0) return { refusal }
      const kept = evenIfKept ? [] : await retainedRecords(customer)
      return kept.length > 0 ? { kept } : eraseNow(customer, by, reason, key)
    },
    expireRecord: async (id, key) => {
      // An anonymous arrival has a key of its own.
      for (const { stored, event } of await cases.history(id))
        if (event.event === "case-opened" || event.event === "feedback-joined")
          await destroyKey({ kind: "arrival", command: stored.command })
      const { feedback, conversation } = (await cases.load(id)).state
      if (feedback.receipt?.customer === undefined) {
        await destroyKey({ kind: "case", id })
        // The index of anonymous cases is made again, without this case.
        await destroyKey({ kind: "anonymous" })
        await context.store.dropIndex(context.tenant, null)
        await cases.execute({ case: id, command: { do: "erase", reason: "retention" }, actor: retention, key })
      }
      const customers = [feedback.receipt, ...conversation.others].flatMap((party) => party?.customer ?? [])
      for (const customer of new Set(customers))
        if ((await retainedRecords(customer)).length === 0) await eraseNow(customer, retention, "retention", key)
    }
  }
}

/** Returns the addresses of a customer from their cases, and from cases into which these were merged. */
const addressesOf =
  (customer: string) =>
  ({ conversation }: Case.Case): readonly string[] =>
    [conversation, ...conversation.others].flatMap((one) =>
      one.customer === customer ? Object.values(one.addresses ?? {}) : []
    )

/** Returns whether the customer was erased after the record ended, so that nothing readable was added since. */
const isOver = ({ erasedAt, expiredAt }: Case.Case["record"]): boolean =>
  erasedAt !== undefined && expiredAt !== undefined && erasedAt >= expiredAt
