import type { Policy } from "@hearback/core"
import { awaited, Case, defined } from "@hearback/core"
import * as AwaitedName from "../name/AwaitedName.ts"
import type { CaseListRow } from "../port/ListRow.ts"

const isPromise =
  (policy: Policy.Policy, state: Case.Case) =>
  (clock: string): boolean =>
    policy.loops.get(state.lifecycle.loop ?? "")?.clocks.get(clock)?.promise ?? false

const openGatesOf = ({ gates, lifecycle }: Case.Case): readonly string[] | undefined => {
  if (lifecycle.closedAt !== undefined) return undefined
  const open = Object.keys(gates).filter((gate) => gates[gate]?.status === "open")
  return open.length === 0 ? undefined : open
}

const awaitsOf = (policy: Policy.Policy, state: Case.Case): CaseListRow["awaits"] => {
  const all = awaited(policy, state).map((one) => ({ as: one.as, who: AwaitedName.render(one) }))
  return all.length === 0 ? undefined : all
}

/** Returns the worklist row of a case, which is written in the same append as its events. */
export const worklistRow = (policy: Policy.Policy, state: Case.Case, updatedAt: number): CaseListRow => {
  const { feedback, relations, lifecycle } = state
  // A parked message waits for a person to decide about reopening, like feedback of which the dictionary is not sure.
  const parked = lifecycle.parked === undefined ? undefined : policy.bundle.dictionary.reviewBy
  const review = feedback.review ?? parked
  return defined({
    id: state.id,
    kind: feedback.understanding?.kind ?? "",
    category: feedback.understanding?.category ?? "",
    loop: lifecycle.loop ?? "",
    priority: state.grades["priority"]?.level,
    grades: Object.fromEntries(Object.entries(state.grades).map(([dimension, grade]) => [dimension, grade.level])),
    owner: state.ownership.owner,
    customer: feedback.receipt?.customer,
    channel: feedback.receipt?.channel ?? "",
    state: Case.standing(state),
    outcome: lifecycle.customerLoop?.outcome,
    receivedAt: feedback.receipt?.receivedAt ?? updatedAt,
    updatedAt,
    dueAt: Case.due(state),
    promiseAt: Case.nextPromise(state, isPromise(policy, state))?.dueAt ?? null,
    review,
    problem: relations.problem?.id,
    openGates: openGatesOf(state),
    awaits: awaitsOf(policy, state)
  })
}
