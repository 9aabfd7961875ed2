/** The cases that a review reads one by one, each with every reason for which it was chosen. */
import { defined } from "@hearback/core"
import { lateness, missOf, runsOf } from "../measure/TimeMeasures.ts"
import { momentsOf, type Story } from "../story/CaseStory.ts"
import { isWithin, type Period } from "../story/Period.ts"

/** Units: `at` in ms since 1970, `late` in ms. */
export type ReadingReason =
  | { readonly why: "promise-missed"; readonly at: number; readonly clock: string; readonly late: number }
  | { readonly why: "reopened"; readonly at: number }
  | { readonly why: "dissatisfied"; readonly at: number }
  | { readonly why: "verification-failed"; readonly at: number; readonly gate: string }
  | { readonly why: "spot-check-wrong"; readonly at: number; readonly duty: string }
  | { readonly why: "most-handovers"; readonly at: number; readonly times: number }

export interface CaseToRead {
  readonly case: string
  readonly category?: string
  readonly reasons: readonly ReadingReason[]
}

/** Returns the cases of a period that are worth reading, those with most reasons first, then the latest. */
export const casesToRead = (stories: readonly Story[], period: Period, now: number): readonly CaseToRead[] => {
  const most = stories.reduce((found, story) => Math.max(found, handoversIn(story, period).length), 1)
  return stories
    .flatMap((story): readonly CaseToRead[] => {
      const reasons = [...reasonsOf(story, now), ...mostHandovers(story, period, most)].filter(({ at }) =>
        isWithin(period, at)
      )
      const category = story.state.feedback.understanding?.category
      return reasons.length === 0
        ? []
        : [defined({ case: story.id, category, reasons: reasons.toSorted((a, b) => a.at - b.at) })]
    })
    .sort((a, b) => b.reasons.length - a.reasons.length || last(b) - last(a) || (a.case < b.case ? -1 : 1))
}

const last = ({ reasons }: CaseToRead): number => reasons.at(-1)?.at ?? 0

const reasonsOf = (story: Story, now: number): readonly ReadingReason[] => [
  ...runsOf(story, ({ promise }) => promise).flatMap((run): readonly ReadingReason[] => {
    const breach = missOf(run)
    return breach === undefined
      ? []
      : [{ why: "promise-missed", at: breach.dueAt, clock: run.rule.name, late: lateness(run, breach, now) }]
  }),
  ...disputesOf(story),
  ...momentsOf(story, "verification-failed").map(
    ({ event }): ReadingReason => ({ why: "verification-failed", at: event.at, gate: event.gate })
  ),
  ...momentsOf(story, "spot-check-found").flatMap(({ event, before }): readonly ReadingReason[] => {
    const duty = before.authority.draws.find(({ id }) => id === event.id)?.of ?? ""
    return event.finding === "wrong" ? [{ why: "spot-check-wrong", at: event.at, duty }] : []
  })
]

/** Answers "dissatisfied"; one that has reopened the case is given as a reopening. */
const disputesOf = (story: Story): readonly ReadingReason[] => {
  const reopened = momentsOf(story, "case-reopened").flatMap(({ event: { at, cause } }) =>
    cause === "dissatisfied" ? [at] : []
  )
  const other = momentsOf(story, "customer-dissatisfied").filter(({ event }) => !reopened.includes(event.at))
  return [
    ...reopened.map((at): ReadingReason => ({ why: "reopened", at })),
    ...other.map(({ event: { at } }): ReadingReason => ({ why: "dissatisfied", at }))
  ]
}

const handoversIn = (story: Story, period: Period) =>
  momentsOf(story, "handover-accepted").filter(({ event }) => isWithin(period, event.at))

/** One handover is how work finds its place; only cases with the most of them, and two at least, are worth reading. */
const mostHandovers = (story: Story, period: Period, most: number): readonly ReadingReason[] => {
  const handed = handoversIn(story, period)
  const at = handed.at(-1)?.event.at
  return at === undefined || handed.length < Math.max(2, most)
    ? []
    : [{ why: "most-handovers", at, times: handed.length }]
}
