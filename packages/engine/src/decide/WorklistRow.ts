/** The line of the worklist that a case shows; written in the same append as its events. */
import type { Policy } from "@hearback/core"
import { Case } from "@hearback/core"
import type { CaseRow } from "../port/ListRow.ts"

const isPromise =
  (policy: Policy.Policy, c: Case.Case) =>
  (clock: string): boolean =>
    policy.loops.get(c.lifecycle.loop ?? "")?.clocks.get(clock)?.promise ?? false

export const worklistRow = (policy: Policy.Policy, c: Case.Case, updatedAt: number): CaseRow => {
  const { feedback, relations, lifecycle } = c
  const customer = feedback.receipt?.customer
  // What came too often to reopen the case waits for a person like anything else that is not sure.
  const parked = lifecycle.parked === undefined ? undefined : policy.bundle.dictionary.reviewBy
  const review = feedback.review ?? parked
  const priority = c.grades["priority"]?.level
  return {
    id: c.id,
    kind: feedback.understanding?.kind ?? "",
    category: feedback.understanding?.category ?? "",
    loop: lifecycle.loop ?? "",
    ...(priority === undefined ? {} : { priority }),
    grades: Object.fromEntries(Object.entries(c.grades).map(([dimension, grade]) => [dimension, grade.level])),
    owner: c.ownership.owner,
    ...(customer === undefined ? {} : { customer }),
    channel: feedback.receipt?.channel ?? "",
    state: Case.standing(c),
    ...(lifecycle.customerLoop === undefined ? {} : { outcome: lifecycle.customerLoop.outcome }),
    receivedAt: feedback.receipt?.receivedAt ?? updatedAt,
    updatedAt,
    dueAt: Case.due(c),
    promiseAt: Case.nextPromise(c, isPromise(policy, c))?.dueAt ?? null,
    ...(review === undefined ? {} : { review }),
    ...(relations.problem === undefined ? {} : { problem: relations.problem.id })
  }
}
