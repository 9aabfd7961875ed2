/**
 * What counts of a case as a list of small items, each a list that begins with its kind.
 * Invariant: items that are read into nothing, in any order of kinds, are the summary that they come from.
 */
import { defined } from "@hearback/core"
import type { CasePoint } from "../measure/CasePoints.ts"
import type { Owned } from "../story/CaseStory.ts"
import type { About, CaseSummary } from "./CaseSummary.ts"
import type { Grant } from "./Grants.ts"
import type { CaseReason } from "./Reasons.ts"
import type { SurveyAnswer } from "./SurveyAnswers.ts"

export type SummaryItem =
  | readonly [kind: 0, about: About]
  | readonly [kind: 1, measure: number, at: number, value: number, gate?: string | null, apart?: CasePoint["apart"]]
  | readonly [kind: 2, from: number, as: string, owner: string, department: string | null]
  | readonly [kind: 3, grant: Grant]
  | readonly [kind: 4, answer: SurveyAnswer]
  | readonly [kind: 5, reason: CaseReason]
  | readonly [kind: 6, handover: number]

export const itemsOf = (summary: CaseSummary): readonly SummaryItem[] => [
  [0, summary.about],
  ...summary.points.map(pointItem),
  ...summary.owned.map(({ from, as, owner, department = null }): SummaryItem => [2, from, as, owner, department]),
  ...summary.grants.map((grant): SummaryItem => [3, grant]),
  ...summary.answers.map((answer): SummaryItem => [4, answer]),
  ...summary.reasons.map((reason): SummaryItem => [5, reason]),
  ...summary.handovers.map((at): SummaryItem => [6, at])
]

const pointItem = ({ measure, at, value, gate, apart }: CasePoint): SummaryItem => {
  if (apart !== undefined) return [1, measure, at, value, gate ?? null, apart]
  return gate === undefined ? [1, measure, at, value] : [1, measure, at, value, gate]
}

/** Returns the instants at which an item counts. */
export const instantsOf = (item: SummaryItem): readonly number[] => {
  switch (item[0]) {
    case 0:
      return [item[1].receivedAt, item[1].closedAt].flatMap((at) => at ?? [])
    case 1:
      return [item[2]]
    case 2:
      return []
    case 3:
    case 4:
    case 5:
      return [item[1].at]
    case 6:
      return [item[1]]
  }
}

/** A summary that is put together. */
export type Parts = {
  -readonly [K in keyof CaseSummary]: CaseSummary[K] extends readonly (infer E)[] ? E[] : CaseSummary[K]
}

export const emptyParts = (id: string): Parts => ({
  id,
  about: nothing,
  owned: [],
  points: [],
  grants: [],
  answers: [],
  reasons: [],
  handovers: []
})

const nothing: About = { kind: "", category: "", channel: "", grades: {}, facts: {}, siblings: [] }

export const readItem = (parts: Parts, item: SummaryItem): void => {
  switch (item[0]) {
    case 0:
      parts.about = item[1]
      break
    case 1:
      parts.points.push(pointIn(item))
      break
    case 2: {
      const [, from, as, owner, department] = item
      parts.owned.push({ from, as, owner, department: department ?? undefined } satisfies Owned)
      break
    }
    case 3:
      parts.grants.push(item[1])
      break
    case 4:
      parts.answers.push(item[1])
      break
    case 5:
      parts.reasons.push(item[1])
      break
    case 6:
      parts.handovers.push(item[1])
  }
}

const pointIn = ([, measure, at, value, gate, apart]: Extract<SummaryItem, readonly [1, ...unknown[]]>): CasePoint =>
  gate == null && apart == null
    ? { measure, at, value }
    : defined({ measure, at, value, gate: gate ?? undefined, apart: apart ?? undefined })
