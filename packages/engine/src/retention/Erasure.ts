/**
 * Erasure: when a key is destroyed, nothing that was sealed under it can be read any more, wherever it was copied; the
 * record itself stays whole. A customer has one key, so it is destroyed when the last of their records is due.
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

/** A record for which the data of a customer is still kept: an open or retained case, or an arrival in quarantine. */
export interface RetainedRecord {
  /** The id of the case, or of the arrival in quarantine. */
  readonly id: string
  readonly state: Case.Standing | "quarantined"
  /** When it is due for deletion, in ms since 1970; null where that is not known yet, or never. */
  readonly until: number | null
}

/** A case is told by this part of the engine that its customer was erased, and by whom. */
const retention = Actor.system("retention")

export interface Erasure {
  /** The record of a case is due for deletion: its customer is erased unless another record is still kept. */
  expireRecord(id: string, key: string): Promise<void>
  /** Erases a customer for somebody who may, by the policy in force, unless something is still kept. */
  erase(customer: string, order: EraseOrder): Promise<Answer>
}

/** Who has a customer erased, why, and whether also where something is still kept; `key` names the call. */
interface EraseOrder extends Omit<Governing.Erasing, "customer"> {
  readonly by: Actor.Actor
  readonly key: string
}

type Answer =
  | Erased
  | { readonly kept: readonly RetainedRecord[] }
  | { readonly refusal: readonly Refusal.RefusalReason[] }

interface Erased {
  /** The cases that it concerns. */
  readonly cases: readonly string[]
  readonly leftIn: readonly LeftIn[]
  /** Cases, arrivals and consents that cannot be read: what of them is sealed under the customer's key is gone all the same. */
  readonly unreadable: readonly string[]
  /** Whether anything was there: a case, an arrival, a key, an address of theirs. */
  readonly isKnown: boolean
}

/** Where something of an erased customer may be left: an old copy of their key, or what a channel could not remove. */
export type LeftIn = { readonly in: "keys" } | { readonly in: "channel"; readonly channel: string }

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
        // What came to a case of another customer's and cannot be told apart stays with that customer.
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

  /** Whether a customer agreed to something, refused questions or was asked; what cannot be read may say so. */
  const saidOfQuestions = async (customer: string): Promise<boolean> => {
    const said = await readable(() => surveys.load(customer))
    return said === undefined || said.refuses || said.questions.length > 0 || Object.keys(said.consents).length > 0
  }

  const eraseNow = async (customer: string, by: Actor.Actor, reason: string, key: string): Promise<Erased> => {
    const found = await about.casesOf(customer)
    const waiting = await about.arrivalsOf(customer)
    const concerned = found.map(({ state }) => state)
    // Addresses are sealed: once the key is gone nobody knows them.
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
    // The last one to be destroyed answers for all: what is cleared after it is cleared of every key before.
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
      // Nothing is written after what cannot be read.
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
      // An arrival of nobody known has a key of its own.
      for (const { stored, event } of await cases.history(id))
        if (event.event === "case-opened" || event.event === "feedback-joined")
          await destroyKey({ kind: "arrival", command: stored.command })
      const { feedback, conversation } = (await cases.load(id)).state
      if (feedback.receipt?.customer === undefined) {
        await destroyKey({ kind: "case", id })
        // What cases of nobody known are found by is made anew, without this one.
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

/** Where a customer was reached, as a case of theirs knows it, or one that theirs was merged into. */
const addressesOf =
  (customer: string) =>
  ({ conversation }: Case.Case): readonly string[] =>
    [conversation, ...conversation.others].flatMap((one) =>
      one.customer === customer ? Object.values(one.addresses ?? {}) : []
    )

/** Whether the customer was erased after the record ended: nothing that can be read was added since. */
const isOver = ({ erasedAt, expiredAt }: Case.Case["record"]): boolean =>
  erasedAt !== undefined && expiredAt !== undefined && erasedAt >= expiredAt
