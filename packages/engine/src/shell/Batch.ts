/**
 * What the orders of one batch share: gathered once, at one instant, and what one of them decided before the others.
 * Lives as long as the batch; a key looked up here is not kept beyond it.
 */
import type { Actor, Case, Policy } from "@hearback/core"
import { type Sealer, sealer } from "../record/Seal.ts"
import type { Context } from "./Context.ts"

export interface Batch {
  /** When the batch is recorded. */
  readonly now: number
  /** Everyone with a role of the policy, with the cases that this batch has given them. */
  people(policy: Policy.Policy): Promise<readonly Actor.Person[]>
  sealer(subject: string): Promise<Sealer>
  /** Cases of a customer that were decided on and are not stored yet. */
  of(customer: string): readonly Case.Case[]
  /** Takes note of a case that this batch opens. */
  opened(state: Case.Case): void
}

export const makeBatch = (x: Context): Batch => {
  const now = x.clock.now()
  const staff = new Map<Policy.Policy, readonly Actor.Person[]>()
  const sealers = new Map<string, Promise<Sealer>>()
  const cases = new Map<string, Case.Case[]>()
  return {
    now,
    people: async (policy) => {
      const known = staff.get(policy) ?? (await x.staff.at(policy, now))
      staff.set(policy, known)
      return known
    },
    sealer: (subject) => {
      const known = sealers.get(subject) ?? sealer(x.keys, x.tenant, subject)
      sealers.set(subject, known)
      return known
    },
    of: (customer) => cases.get(customer) ?? [],
    opened: (state) => {
      const customer = state.intake.receipt?.customer
      const { owner } = state.ownership
      if (customer !== undefined) cases.set(customer, [...(cases.get(customer) ?? []), state])
      if (state.lifecycle.closedAt !== undefined) return
      for (const [policy, people] of staff)
        staff.set(
          policy,
          people.map((person) => (person.id === owner ? { ...person, openCases: person.openCases + 1 } : person))
        )
    }
  }
}
