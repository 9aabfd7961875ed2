/**
 * What counts of a case as a list of items. What an item says is shared by many cases; its two numbers are its own.
 * Invariant: items that are read into nothing, those of each kind in their order, are the summary that they come from.
 */
import { defined } from "@hearback/core"
import type { CasePoint } from "../measure/CasePoints.ts"
import type { Owned } from "../story/CaseStory.ts"
import type { CaseSummary, CaseTraits, ProblemOfCase } from "./CaseSummary.ts"
import type { Grant } from "./Grants.ts"
import type { CaseReason } from "./Reasons.ts"
import type { SurveyAnswer } from "./SurveyAnswers.ts"

/** What an item says, as plain data that begins with its kind. */
export type ItemParts =
  | readonly [kind: 0, about: Sort]
  | readonly [kind: 1, measure: number, gate?: string | null, apart?: CasePoint["apart"]]
  | readonly [kind: 2, as: string, owner: string, department: string | null]
  | readonly [kind: 3, grant: Omit<Grant, "at" | "amount">]
  | readonly [kind: 4, answer: Omit<SurveyAnswer, "at">]
  | readonly [kind: 5, reason: ReasonSaid]
  | readonly [kind: 6]
  | readonly [kind: 7]
  | readonly [kind: 8, siblings: readonly string[]]
  | readonly [kind: 9, problem: Omit<ProblemOfCase, "customers" | "cases" | "customer">]
  | readonly [kind: 10, customer: string]
  | readonly [kind: 11, ending: string]
  | readonly [kind: 12]
  | readonly [kind: 13, grades: CaseTraits["grades"]]
  | readonly [kind: 14, facts: CaseTraits["facts"]]

type Sort = Pick<CaseTraits, "isRoutine" | "kind" | "category" | "channel" | "isUnsorted">
type ReasonSaid = CaseReason extends infer R ? (R extends unknown ? Omit<R, "at" | "metAt"> : never) : never

/** `at` and `value` are NaN where there is none. */
export interface SummaryItem {
  readonly said: ItemParts
  readonly at: number
  readonly value: number
}

const none = Number.NaN
const item = (said: ItemParts, at = none, value = none): SummaryItem => ({ said, at, value })

export const itemsOf = (summary: CaseSummary): readonly SummaryItem[] => [
  ...aboutItems(summary.about),
  ...summary.points.map(({ measure, at, value, gate, apart }) => item(pointSaid(measure, gate, apart), at, value)),
  ...summary.owned.map(({ from, as, owner, department = null }) => item([2, as, owner, department], from)),
  ...summary.grants.map(({ at, amount, ...grant }) => item([3, grant], at, amount)),
  ...summary.answers.map(({ at, ...answer }) => item([4, answer], at)),
  ...summary.reasons.map((reason) => {
    const { at, metAt = none, ...said } = { metAt: none, ...reason }
    return item([5, said as ReasonSaid], at, metAt)
  }),
  ...summary.handovers.map((at) => item([6], at)),
  ...summary.endings.map(({ at, as }) => item([11, as], at)),
  ...summary.done.map((at) => item([12], at))
]

/** What cases have in common in few ways stands apart, so that each way is said once. */
const aboutItems = (about: CaseTraits): readonly SummaryItem[] => {
  const { firstAt, receivedAt, closedAt, siblings, problem, grades, facts, ...sort } = about
  const { customers, cases, customer, ...said } = problem ?? { customers: 0, cases: 0, customer: undefined }
  return [
    item([0, sort], receivedAt, closedAt),
    ...(firstAt === undefined ? [] : [item([7], firstAt)]),
    ...(Object.keys(grades).length === 0 ? [] : [item([13, grades])]),
    ...(Object.keys(facts).length === 0 ? [] : [item([14, facts])]),
    ...(siblings.length === 0 ? [] : [item([8, siblings])]),
    ...(problem === undefined ? [] : [item([9, said as ProblemOfCase], customers, cases)]),
    ...(customer === undefined ? [] : [item([10, customer])])
  ]
}

const pointSaid = (measure: number, gate: string | undefined, apart: CasePoint["apart"]): ItemParts => {
  if (apart !== undefined) return [1, measure, gate ?? null, apart]
  return gate === undefined ? [1, measure] : [1, measure, gate]
}

/** Which of the numbers of an item are instants at which it counts. */
export type InstantNumbers = "nothing" | "at" | "both"

export const countingOf = (said: ItemParts): InstantNumbers => {
  if (said[0] === 0) return "both"
  return isTimeless.has(said[0]) ? "nothing" : "at"
}

const isTimeless: ReadonlySet<ItemParts[0]> = new Set([2, 7, 8, 9, 10, 13, 14] as const)

/** A summary that is put together. */
export type Parts = {
  -readonly [K in keyof CaseSummary]: CaseSummary[K] extends readonly unknown[] ? CaseSummary[K] : Open<CaseSummary[K]>
}
type Open<T> = T extends object ? { -readonly [K in keyof T]: T[K] } : T

export const emptyParts = (id: string): Parts => ({
  id,
  about: { kind: "", category: "", channel: "", grades: {}, facts: {}, siblings: [] },
  owned: noItems,
  points: noItems,
  grants: noItems,
  answers: noItems,
  reasons: noItems,
  handovers: noItems,
  endings: noItems,
  done: noItems
})

/** Most cases have nothing of most kinds, and share this list. */
const noItems: readonly never[] = []

const and = <E>(list: readonly E[], one: E): readonly E[] => {
  if (list.length === 0) return [one]
  ;(list as E[]).push(one)
  return list
}

export const readItem = (parts: Parts, said: ItemParts, at: number, value: number): void => {
  const { about } = parts
  switch (said[0]) {
    case 0:
      Object.assign(about, said[1])
      if (!Number.isNaN(at)) about.receivedAt = at
      if (!Number.isNaN(value)) about.closedAt = value
      break
    case 1:
      parts.points = and(parts.points, pointIn(said, at, value))
      break
    case 2: {
      const [, as, owner, department] = said
      const owned: Owned = { from: at, as, owner, department: department ?? undefined }
      parts.owned = and(parts.owned, owned)
      break
    }
    case 3:
      parts.grants = and(parts.grants, { ...said[1], at, amount: value })
      break
    case 4:
      parts.answers = and(parts.answers, { ...said[1], at })
      break
    case 5:
      parts.reasons = and(parts.reasons, reasonIn(said[1], at, value))
      break
    case 6:
      parts.handovers = and(parts.handovers, at)
      break
    case 7:
      about.firstAt = at
      break
    case 8:
      about.siblings = said[1]
      break
    case 9:
      about.problem = { ...about.problem, ...said[1], customers: at, cases: value }
      break
    case 10:
      about.problem = { id: "", customers: 0, cases: 0, same: [], ...about.problem, customer: said[1] }
      break
    case 11:
      parts.endings = and(parts.endings, { at, as: said[1] })
      break
    case 12:
      parts.done = and(parts.done, at)
      break
    case 13:
      about.grades = said[1]
      break
    case 14:
      about.facts = said[1]
  }
}

const pointIn = (
  [, measure, gate, apart]: Extract<ItemParts, readonly [1, ...unknown[]]>,
  at: number,
  value: number
): CasePoint =>
  gate == null && apart == null
    ? { measure, at, value }
    : defined({ measure, at, value, gate: gate ?? undefined, apart: apart ?? undefined })

const reasonIn = (said: ReasonSaid, at: number, metAt: number): CaseReason =>
  (Number.isNaN(metAt) ? { ...said, at } : { ...said, at, metAt }) as CaseReason
