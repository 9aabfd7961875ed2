/**
 * Erasure: when a key is destroyed, nothing that was sealed under it can be read any more, wherever it was copied; the
 * record itself stays whole. A customer has one key, so it is destroyed when the last of their records is due.
 * Source: docs/decisions/0013-one-key-a-customer.md
 */
import { Actor, Case, Governing, type Refusal } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import type { CustomerSurveys } from "../decide/CustomerSurveys.ts"
import type { Arrival } from "../intake/Arrival.ts"
import { keyOfArrival, quarantineId, readArrival } from "../intake/ArrivalRecord.ts"
import * as UnitKey from "../name/UnitKey.ts"
import { itemsOf } from "../port/Cursor.ts"
import type { Destroyed } from "../port/KeyStore.ts"
import * as KeySubject from "../record/KeySubject.ts"

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

interface QuarantinedArrival {
  /** Of the arrival within the store. */
  readonly id: string
  readonly key: KeySubject.KeySubject
}

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

type Answer = Erased | { readonly kept: readonly RetainedRecord[] } | { readonly refusal: readonly Refusal.Reason[] }

interface Erased {
  /** The cases that it concerns. */
  readonly cases: readonly string[]
  readonly leftIn: readonly LeftIn[]
}

/** Where something of an erased customer may be left: an old copy of their key, or what a channel could not remove. */
export type LeftIn = { readonly in: "keys" } | { readonly in: "channel"; readonly channel: string }

export const makeErasure = (context: Context, cases: Cases, surveys: CustomerSurveys): Erasure => {
  const destroyKey = (subject: KeySubject.KeySubject): Promise<Destroyed> =>
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

  /** Arrivals in quarantine that are a customer's, or name them: what could not be read says of nobody whose it is. */
  const quarantined = async (customer: string): Promise<readonly QuarantinedArrival[]> => {
    const address = (await context.customers(customer))?.address
    const names = [customer, ...(address === undefined ? [] : [address])]
    const found: QuarantinedArrival[] = []
    const rows = itemsOf((place) =>
      context.store.intake(context.tenant, { state: ["received", "quarantined"], ...place })
    )
    for await (const { key: id } of rows) {
      const arrival = (await readArrival(context, id))?.arrival
      if (arrival !== undefined && isOf(arrival, customer, names)) found.push({ id, key: keyOfArrival(arrival.key) })
    }
    return found
  }

  /** Destroys the keys of what arrived before its customer was known. */
  const destroyArrivals = async (customer: string, concerned: readonly Case.Case[]): Promise<void> => {
    const theirs = KeySubject.render({ kind: "customer", id: customer })
    const arrivals = new Map((await quarantined(customer)).map(({ key }) => [KeySubject.render(key), key]))
    for (const state of concerned)
      for (const { stored, event } of await cases.history(state.id)) {
        if (KeySubject.render(KeySubject.subjectOf(state, event)) !== theirs) continue
        const key = { kind: "arrival", command: stored.command } as const
        arrivals.set(KeySubject.render(key), key)
      }
    for (const [name, key] of arrivals)
      if ((await context.keys.find(context.tenant, name)) !== undefined) await destroyKey(key)
  }

  const retainedRecords = async (customer: string): Promise<readonly RetainedRecord[]> => {
    const kept = (await casesOf(customer)).filter((state) => Case.standing(state) !== "expired")
    return [
      ...kept.map((state) => ({ id: state.id, state: Case.standing(state), until: Case.keptUntil(state) })),
      ...(await quarantined(customer)).map(
        ({ id }): RetainedRecord => ({ id: quarantineId(id), state: "quarantined", until: null })
      )
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

  const eraseNow = async (customer: string, by: Actor.Actor, reason: string, key: string): Promise<Erased> => {
    const concerned = await casesOf(customer)
    // Addresses are sealed: once the key is gone nobody knows them.
    const onFile = (await context.customers(customer))?.address
    const addresses = [
      ...new Set([...concerned.flatMap(addressesOf(customer)), ...(onFile === undefined ? [] : [onFile])])
    ]
    await destroyArrivals(customer, concerned)
    // The last one to be destroyed answers for all: what is cleared after it is cleared of every key before.
    const { complete } = await destroyKey({ kind: "customer", id: customer })
    await context.store.dropIndex(context.tenant, customer)
    await surveys.execute(customer, { do: "forget", by: Actor.nameOf(by) }, UnitKey.surveyErasure(key))
    for (const { id, feedback, record } of concerned) {
      const isTheirs = feedback.receipt?.customer === customer
      if (isTheirs && isOver(record)) continue
      const other = isTheirs ? {} : { customer }
      const command = { do: "erase", reason, by: Actor.nameOf(by), ...other } as const
      await cases.execute({ case: id, command, actor: retention, key: UnitKey.caseErasure(key, id, customer) })
    }
    const inChannels = await eraseFromChannels(customer, addresses, concerned)
    return { cases: concerned.map(({ id }) => id), leftIn: complete ? inChannels : [{ in: "keys" }, ...inChannels] }
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

/** Whether an arrival is a customer's, by what it says of itself or, where it could not be read, by a name in it. */
const isOf = ({ feedback, raw = "" }: Arrival, customer: string, names: readonly string[]): boolean =>
  feedback?.customer === undefined
    ? names.some((name) => isNamed(name, `${raw} ${JSON.stringify(feedback ?? "")}`))
    : feedback.customer === customer

/** Whether a name stands in a text as a whole. */
const isNamed = (name: string, text: string): boolean => {
  const isPart = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}_-]/u.test(character)
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!isPart(text[at - 1]) && !isPart(text[at + name.length])) return true
  return false
}

/** Whether the customer was erased after the record ended: nothing that can be read was added since. */
const isOver = ({ erasedAt, expiredAt }: Case.Case["record"]): boolean =>
  erasedAt !== undefined && expiredAt !== undefined && erasedAt >= expiredAt
