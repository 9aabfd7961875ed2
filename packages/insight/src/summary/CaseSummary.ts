/**
 * What measures and reviews count of one case: plain data, without its events and without words of people. At every
 * instant in it something counts.
 */
import { type Case, defined } from "@hearback/core"
import { closings } from "../measure/AnswerMeasures.ts"
import { pointsOf } from "../measure/CasePoints.ts"
import type { EachPoint } from "../measure/PointKind.ts"
import {
  categoryOf,
  conclusionAt,
  isRoutine,
  kindAt,
  momentsOf,
  type Owned,
  receivedAt,
  type Story
} from "../story/CaseStory.ts"
import { type Grant, grantsOf } from "./Grants.ts"
import { type CaseReason, reasonsOf } from "./Reasons.ts"
import { type SurveyAnswer, surveyAnswersOf } from "./SurveyAnswers.ts"
import * as TextNumber from "./TextNumber.ts"

/** The summary of a case. */
export interface CaseSummary {
  readonly id: string
  readonly about: CaseTraits
  /** Returns the number of the free text of a fact. */
  textOf(fact: string): number | undefined
  /** The owners, each from an instant on, in the order of the record. */
  readonly owned: readonly Owned[]
  /** Returns who answered for it at an instant, whom it was given first where that was before anybody did. */
  ownershipAt(at: number): Ownership
  readonly eachPoint: EachPoint
  readonly grants: readonly Grant[]
  readonly answers: readonly SurveyAnswer[]
  /** Reasons to read the case. */
  readonly reasons: readonly CaseReason[]
  /** When it was handed over. */
  readonly handovers: readonly number[]
  /** How the customer was answered, at each close of the customer loop that did. */
  readonly endings: readonly Ending[]
  /** When something was done that a report to customers may mention. */
  readonly done: readonly number[]
}

type Ownership = Partial<Pick<Owned, "owner" | "department">>

interface Ending {
  readonly at: number
  /** An outcome, or `on-behalf` if the staff entered the customer's answer. */
  readonly as: string
}

/**
 * The properties of a case at the end of its story. Texts are empty if nobody has given them.  Units: instants in ms
 * since 1970.
 */
export interface CaseTraits {
  /** When its first event happened. */
  readonly firstAt?: number | undefined
  /** When the customer's first feedback was received; absent for a case that was never opened. */
  readonly receivedAt?: number | undefined
  readonly isRoutine?: true | undefined
  readonly kind: string
  readonly category: string
  readonly channel: string
  readonly grades: Readonly<Record<string, string>>
  /** Facts with words of the policy and numbers. */
  readonly facts: Readonly<Record<string, string>>
  /** For facts that are free text, the number of their text, which is the same for the same text. */
  readonly texts: ReadonlyMap<string, number>
  readonly closedAt?: number | undefined
  /** Whether neither its category nor anything else says what it is about. */
  readonly isUnsorted?: true | undefined
  /** The cases that somebody has linked by one cause. */
  readonly siblings: readonly string[]
  readonly problem?: ProblemOfCase | undefined
}

/** The problem of a case, with the count that the case was last told of. */
export interface ProblemOfCase {
  readonly id: string
  readonly customers: number
  readonly cases: number
  readonly progress?: "live" | "verified" | undefined
  /** The id of the customer of this case. */
  readonly customer?: string | undefined
  /** The facts that its cases have in common beside the category, as far as they are not personal. */
  readonly same: readonly string[]
}

/** Returns what counts of a case by its story. */
export const summaryOf = (story: Story): CaseSummary => ({
  id: story.id,
  about: aboutOf(story),
  textOf: (fact) => TextNumber.parse(story.state.feedback.facts[fact] ?? ""),
  owned: story.owned,
  ownershipAt: (at) => ownershipAt(ownersOf(story.owned), at),
  eachPoint: pointsOf(story),
  grants: grantsOf(story),
  answers: surveyAnswersOf(story),
  reasons: reasonsOf(story),
  handovers: momentsOf(story, "handover-accepted").map(({ event }) => event.at),
  endings: closings(story).map(({ at, outcome, isOnBehalf }) => ({
    at,
    as: isOnBehalf === true ? "on-behalf" : outcome
  })),
  done: momentsOf(story, "gate-passed").flatMap(({ event, before }) => (isDone(story, before, event) ? [event.at] : []))
})

/** Returns whether a passed gate shows that a suggestion was adopted, or that a recurrence is prevented. */
const isDone = (story: Story, before: Case.Case, { gate, evidence }: Case.EventNamed<"gate-passed">): boolean =>
  conclusionAt(story, before, gate, evidence.decision) === "adopted" || kindAt(story, before, gate)?.brings === "live"

const aboutOf = (story: Story): CaseTraits => {
  const { events, state, policy } = story
  const { feedback, lifecycle, relations, grades } = state
  const category = categoryOf(story)
  return defined({
    firstAt: events[0]?.at,
    receivedAt: receivedAt(story),
    isRoutine: isRoutine(story) ? (true as const) : undefined,
    kind: feedback.understanding?.kind ?? "",
    category,
    channel: feedback.receipt?.channel ?? "",
    grades: Object.fromEntries(Object.entries(grades).map(([name, { level }]) => [name, level])),
    facts: Object.fromEntries(
      Object.entries(feedback.facts).flatMap(([name, value]) =>
        TextNumber.parse(value) === undefined ? [[name, String(value)]] : []
      )
    ),
    texts: new Map(
      Object.entries(feedback.facts).flatMap(([name, value]): readonly (readonly [string, number])[] => {
        const number = TextNumber.parse(value)
        return number === undefined ? [] : [[name, number]]
      })
    ),
    closedAt: lifecycle.closedAt,
    isUnsorted: category === "" || category === policy.bundle.dictionary.otherwise ? (true as const) : undefined,
    siblings: relations.siblings,
    problem: problemOf(story)
  })
}

const problemOf = (story: Story): ProblemOfCase | undefined => {
  const { feedback, relations } = story.state
  if (relations.problem === undefined) return undefined
  const { id, customers = 0, cases = 0, progress } = relations.problem
  return defined({ id, customers, cases, progress, customer: feedback.receipt?.customer, same: sameOf(story) })
}

/** Returns the values of `problems.same` beside the category, as far as they are not personal. */
export const sameOf = ({ policy: { bundle }, state }: Story): readonly string[] =>
  bundle.problems.same.flatMap((name) => {
    const fact = Object.hasOwn(bundle.facts, name) ? bundle.facts[name] : undefined
    const value = state.feedback.facts[name] ?? fact?.default
    if (fact === undefined || fact.personal !== undefined || value === undefined) return []
    return TextNumber.parse(value) === undefined ? [String(value)] : []
  })

/** Returns the owners of a case; if there is none, its last custodian. */
export const ownersOf = (owned: readonly Owned[]): readonly Owned[] => {
  const owners: Owned[] = []
  for (const one of owned) if (one.as !== "custodian") owners.push(one)
  return owners.length > 0 ? owners : owned.slice(-1)
}

/** Returns the owner and department of a case at an instant; before the first owner, the first one. */
export const ownershipAt = (owners: readonly Owned[], at: number): Ownership => {
  // A loop without intermediate lists, because it is called for every data point of every case.
  for (let n = owners.length - 1; n > 0; n--) {
    const one = owners[n]
    if (one !== undefined && one.from <= at) return one
  }
  return owners[0] ?? {}
}
