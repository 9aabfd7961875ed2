/**
 * What the commands of one batch share: one instant, the staff, the sealers, and the cases that earlier commands of the
 * batch have changed. Nothing is kept after the batch, in particular no keys.
 */
import type { Case, Person, Policy } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import * as KeySubject from "../record/KeySubject.ts"
import { recordedTime } from "../record/RecordedTime.ts"
import { type Sealer, sealer, sealerWith } from "../record/Seal.ts"

/** The shared data of one batch. */
export interface CommandBatch {
  /** When the batch is recorded. */
  readonly now: number
  /** How far the clock is behind.  Units: ms. */
  readonly clockBehind: number
  /** Returns everyone with a role of the policy, counting the cases that this batch has given them. */
  people(policy: Policy.Policy): Promise<readonly Person.PersonState[]>
  sealer(subject: KeySubject.KeySubject): Promise<Sealer>
  /** Returns whether a customer had no key before this batch, so that no readable data of them is stored. */
  isNewCustomer(customer: string): boolean
  /** Cases that were decided on and are not stored yet, by id. */
  readonly unstored: ReadonlyMap<string, Case.Case>
  /** Returns the unstored cases of a customer; undefined: of anonymous customers. */
  unstoredOf(customer: string | undefined): readonly Case.Case[]
  /** Adds a case that this batch opens or changes. */
  addUnstored(state: Case.Case): void
  /** Marks all cases of the batch as stored. */
  markStored(): void
}

/** Makes a batch. Nothing in it is recorded before `last`. */
export const makeCommandBatch = (context: EngineContext, last?: number): CommandBatch => {
  const { recordedAt: now, clockBehind } = recordedTime(context.clock.now(), last)
  const staff = new Map<Policy.Policy, Person.PersonState[]>()
  const sealers = new Map<string, Promise<Sealer>>()
  const unknown = new Set<string>()
  const unstored = new Map<string, Case.Case>()
  const unstoredBy = new Map<string | undefined, Map<string, Case.Case>>()
  const made = async (subject: string): Promise<Sealer> => {
    const key = await context.keys.find(context.tenant, subject)
    if (key !== undefined) return sealerWith(key, context.tenant, subject)
    unknown.add(subject)
    return sealer(context.keys, context.tenant, subject)
  }
  return {
    now,
    clockBehind,
    people: async (policy) => {
      const known = staff.get(policy) ?? [...(await context.staff.at(policy, now))]
      staff.set(policy, known)
      return known
    },
    sealer: (subject) => {
      const name = KeySubject.render(subject)
      const known = sealers.get(name) ?? made(name)
      sealers.set(name, known)
      return known
    },
    isNewCustomer: (customer) => unknown.has(KeySubject.render({ kind: "customer", id: customer })),
    unstored,
    unstoredOf: (customer) => [...(unstoredBy.get(customer)?.values() ?? [])],
    markStored: () => {
      for (const state of unstored.values()) unknown.delete(KeySubject.render(KeySubject.ofCase(state)))
      unstored.clear()
      unstoredBy.clear()
    },
    addUnstored: (state) => {
      const { owner } = state.ownership
      const customer = state.feedback.receipt?.customer
      unstored.set(state.id, state)
      unstoredBy.set(customer, (unstoredBy.get(customer) ?? new Map<string, Case.Case>()).set(state.id, state))
      if (state.lifecycle.closedAt !== undefined) return
      for (const people of staff.values()) {
        const at = people.findIndex((person) => person.id === owner)
        const person = people[at]
        if (person !== undefined) people[at] = { ...person, openCases: person.openCases + 1 }
      }
    }
  }
}
