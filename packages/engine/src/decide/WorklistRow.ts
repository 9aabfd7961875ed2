/** The line of the worklist that a case shows; written in the same append as its events. */
import type { Policy } from "@hearback/core"
import { Case } from "@hearback/core"
import type { CaseRow } from "../port/ListRow.ts"

const isPromise =
  (policy: Policy.Policy, c: Case.Case) =>
  (clock: string): boolean =>
    policy.loops.get(c.lifecycle.loop ?? "")?.clocks.get(clock)?.promise ?? false

export const worklistRow = (policy: Policy.Policy, c: Case.Case, updatedAt: number): CaseRow => {
  const { intake, lifecycle } = c
  const customer = intake.receipt?.customer
  // What came too often to reopen the case waits for a person like anything else that is not sure.
  const parked = lifecycle.parked === undefined ? undefined : policy.bundle.dictionary.reviewBy
  const review = intake.review ?? parked
  const priority = c.grades["priority"]?.level
  return {
    id: c.id,
    kind: intake.understanding?.kind ?? "",
    category: intake.understanding?.category ?? "",
    loop: lifecycle.loop ?? "",
    ...(priority === undefined ? {} : { priority }),
    grades: Object.fromEntries(Object.entries(c.grades).map(([dimension, grade]) => [dimension, grade.level])),
    owner: c.ownership.owner,
    ...(customer === undefined ? {} : { customer }),
    channel: intake.receipt?.channel ?? "",
    state: Case.standing(c),
    ...(lifecycle.customerLoop === undefined ? {} : { outcome: lifecycle.customerLoop.outcome }),
    receivedAt: intake.receipt?.receivedAt ?? updatedAt,
    updatedAt,
    dueAt: Case.due(c),
    promiseAt: Case.nextPromise(c, isPromise(policy, c))?.dueAt ?? null,
    ...(review === undefined ? {} : { review }),
    ...(intake.problem === undefined ? {} : { problem: intake.problem.id })
  }
}
