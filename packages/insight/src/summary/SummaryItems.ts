/**
 * The summary of a case as a list of items. An item has a statement, which many cases can share, and two numbers.
 * Invariant: the items of a summary, read in their order within each kind, give the same summary.
 */
import type { PointKind } from "../measure/PointKind.ts"
import type { Owned } from "../story/CaseStory.ts"
import type { CaseSummary, CaseTraits, ProblemOfCase } from "./CaseSummary.ts"
import type { Grant } from "./Grants.ts"
import type { CaseReason } from "./Reasons.ts"
import type { SurveyAnswer } from "./SurveyAnswers.ts"

/** The statement of an item, as plain data that begins with its kind. */
export type ItemParts =
  | readonly [kind: 0, about: Sort]
  | PointSaid
  | readonly [kind: 2, owned: Omit<Owned, "from">]
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
  | readonly [kind: 15, fact: string]

type PointSaid = readonly [kind: 1, measure: number, gate?: string | null, apart?: PointKind["apart"]]
type Sort = Pick<CaseTraits, "isRoutine" | "kind" | "category" | "channel" | "isUnsorted">
type ReasonSaid = CaseReason extends infer R ? (R extends unknown ? Omit<R, "at" | "metAt"> : never) : never

/** An item of a summary. `at` (ms since 1970) and `value` are NaN if the item has none. */
export interface SummaryItem {
  readonly said: ItemParts
  readonly at: number
  readonly value: number
}

const none = Number.NaN
const item = (said: ItemParts, at = none, value = none): SummaryItem => ({ said, at, value })

/** Returns the items of a summary. */
export const itemsOf = (summary: CaseSummary): readonly SummaryItem[] => [
  ...aboutItems(summary.about),
  ...pointItems(summary),
  ...summary.owned.map(({ from, ...owned }) => item([2, owned], from)),
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

/** Traits with few different values are items of their own, so that many cases share each statement. */
const aboutItems = (about: CaseTraits): readonly SummaryItem[] => {
  const { firstAt, receivedAt, closedAt, siblings, problem, grades, facts, texts, ...sort } = about
  const { customers, cases, customer, ...said } = problem ?? { customers: 0, cases: 0, customer: undefined }
  return [
    item([0, sort], receivedAt, closedAt),
    ...(firstAt === undefined ? [] : [item([7], firstAt)]),
    ...(Object.keys(grades).length === 0 ? [] : [item([13, grades])]),
    ...(Object.keys(facts).length === 0 ? [] : [item([14, facts])]),
    ...[...texts].map(([name, number]) => item([15, name], none, number)),
    ...(siblings.length === 0 ? [] : [item([8, siblings])]),
    ...(problem === undefined ? [] : [item([9, said as ProblemOfCase], customers, cases)]),
    ...(customer === undefined ? [] : [item([10, customer])])
  ]
}

const pointItems = (summary: CaseSummary): readonly SummaryItem[] => {
  const items: SummaryItem[] = []
  summary.eachPoint(({ measure, gate, apart }, at, value) =>
    items.push(item(pointSaid(measure, gate, apart), at, value))
  )
  return items
}

const pointSaid = (measure: number, gate: string | undefined, apart: PointKind["apart"]): PointSaid => {
  if (apart !== undefined) return [1, measure, gate ?? null, apart]
  return gate === undefined ? [1, measure] : [1, measure, gate]
}

/** The kind of an item, with which its statement begins. */
export type ItemKind = ItemParts[0]

/** Returns the kind of a statement in JSON. */
export const kindIn = (said: string): ItemKind => {
  const [tens, ones] = [said.charCodeAt(1) - zero, said.charCodeAt(2) - zero]
  return (ones >= 0 && ones <= 9 ? tens * 10 + ones : tens) as ItemKind
}

const zero = "0".charCodeAt(0)

/** Which of the numbers of an item are instants at which it counts. */
export type InstantNumbers = "nothing" | "at" | "both"

/** Returns which numbers of an item of a kind are instants at which it counts. */
export const countingOf = (kind: ItemKind): InstantNumbers => {
  if (kind === 0) return "both"
  return isTimeless.has(kind) ? "nothing" : "at"
}

const isTimeless: ReadonlySet<ItemKind> = new Set([2, 7, 8, 9, 10, 13, 14, 15] as const)

/** For each kind of item that a list of the summary contains, a function that returns the element of the list. */
export const readers = {
  2: ([, { as, owner, department }]: Said<2>, at: number): Owned => ({ from: at, as, owner, department }),
  3: ([, grant]: Said<3>, at: number, amount: number): Grant => ({ ...grant, at, amount }),
  4: ([, answer]: Said<4>, at: number): SurveyAnswer => ({ ...answer, at }),
  5: ([, reason]: Said<5>, at: number, metAt: number): CaseReason =>
    (Number.isNaN(metAt) ? { ...reason, at } : { ...reason, at, metAt }) as CaseReason,
  6: (_: Said<6>, at: number): number => at,
  11: ([, as]: Said<11>, at: number): CaseSummary["endings"][number] => ({ at, as }),
  12: (_: Said<12>, at: number): number => at
} as const

/** The statement of an item of a kind. */
export type Said<K extends ItemKind> = Extract<ItemParts, readonly [K, ...unknown[]]>
