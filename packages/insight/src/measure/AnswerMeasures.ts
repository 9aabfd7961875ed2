/**
 * Measures of customers' answers at the end of a case. Outcomes are never mixed: silence is no confirmation, and
 * cases that were withdrawn, forwarded or merged were not answered, so they belong to none of these measures.
 */
import type { Case } from "@hearback/core"
import { defined, Gate, Lifecycle } from "@hearback/core"
import { asksPerson, momentsOf, type Story } from "../story/CaseStory.ts"
import { type Reckoning, sharePoint } from "./Measure.ts"
import type { DataPoint } from "./Tally.ts"

/** A close of the customer loop. */
export interface Closing {
  readonly at: number
  readonly outcome: Lifecycle.CaseOutcome
  /** Whether the staff entered the customer's answer. */
  readonly isOnBehalf?: true
  /** When the loop was reopened; absent for the first close. */
  readonly since?: number
}

/** Outcomes by which the loop ends without an answer to the customer, or with an unknown one. */
export const unanswered: ReadonlySet<string> = new Set<Lifecycle.CaseOutcome>([
  "withdrawn",
  "forwarded",
  "turned-away",
  "merged",
  "recorded"
])

/**
 * Returns every close of the customer loop that answered the customer: one, and one more after each reopening. Left
 * out: closes before which no gate asked a person for anything, such as praise that is thanked for automatically.
 */
export const closings = (story: Story): readonly Closing[] =>
  momentsOf(story, "customer-loop-closed")
    .filter(({ event, before }) => !unanswered.has(event.outcome) && neededPerson(story, before))
    .map(({ event: { at, outcome, isOnBehalf } }, index) => {
      const since = momentsOf(story, "case-reopened").findLast(
        ({ event }) => event.at <= at && event.side === "customer-loop"
      )?.event.at
      return defined({ at, outcome, isOnBehalf, since: index === 0 ? undefined : since })
    })

const neededPerson = ({ policy }: Story, { lifecycle, gates }: Case.Case): boolean =>
  policy.loops
    .get(lifecycle.loop ?? "")
    ?.rule.gates.some(
      (rule) => rule.side === "customer-loop" && asksPerson(rule) && Gate.at(gates, rule.name).status !== "not-needed"
    ) === true

const asked: ReadonlySet<Lifecycle.CaseOutcome> = new Set(["confirmed", "unconfirmed", "dissatisfied"])

/** Returns how a close counts: an answer that the staff entered is counted apart. */
const wordPoint = (at: number, is: boolean, isOnBehalf: boolean): DataPoint =>
  isOnBehalf ? { at, value: 0, apart: "on-behalf" } : sharePoint(at, is)

/**
 * Returns the closes at which the customer was asked. Their outcomes add up to all of them, except answers that the
 * staff entered.
 */
const askedShare = (outcome: Lifecycle.CaseOutcome): Reckoning => ({
  shape: "share",
  points: (story) =>
    closings(story)
      .filter((closing) => asked.has(closing.outcome))
      .map(({ at, isOnBehalf, ...closing }) => wordPoint(at, closing.outcome === outcome, isOnBehalf === true))
})

/**
 * Closes of the customer loop that the customer confirmed, of all closes at which the customer was asked: confirmed,
 * silent or dissatisfied. A reopened case adds its next close; the earlier one stays. Left out: loops that ask
 * nobody.
 */
const resolution = askedShare("confirmed")

/** Closes by silence, of the same closes as `resolution`. */
const unconfirmed = askedShare("unconfirmed")

/**
 * Reopenings of the customer loop that somebody decided. Left out: gates that opened again because of a regrade, a
 * bounced message, a date or a merged case.
 */
const reopenings = (story: Story): readonly number[] =>
  momentsOf(story, "case-reopened").flatMap(({ event: { at, side, cause } }) =>
    side === "customer-loop" && Lifecycle.isReopening(cause) ? [at] : []
  )

/**
 * Answers `satisfied`, of all answers satisfied or dissatisfied in the period. Silence is no answer. Apart: answers
 * `satisfied` before a later reopening, which asks again, and answers that the staff entered.
 */
const satisfaction: Reckoning = {
  shape: "share",
  points: (story) => {
    const again = reopenings(story)
    return [
      ...momentsOf(story, "customer-dissatisfied").map(({ event: { at, onBehalfOf } }) =>
        wordPoint(at, false, onBehalfOf !== undefined)
      ),
      ...momentsOf(story, "customer-confirmed").map(
        ({ event: { at, onBehalfOf } }): DataPoint =>
          again.some((later) => later > at)
            ? { at, value: 0, apart: "overtaken" }
            : wordPoint(at, true, onBehalfOf !== undefined)
      )
    ]
  }
}

const disputes = (story: Story): readonly number[] =>
  momentsOf(story, "case-reopened").flatMap(({ event }) => (event.cause === "dissatisfied" ? [event.at] : []))

/** Returns when the customer was first answered: the first close, or an earlier dispute. */
const answeredAt = (story: Story): number | undefined => {
  const instants = [
    ...closings(story)
      .slice(0, 1)
      .map(({ at }) => at),
    ...disputes(story).slice(0, 1)
  ]
  return instants.length === 0 ? undefined : Math.min(...instants)
}

const onceAnswered = (is: (story: Story) => boolean | undefined): Reckoning => ({
  shape: "share",
  points: (story) => {
    const [at, value] = [answeredAt(story), is(story)]
    return at === undefined || value === undefined ? [] : [sharePoint(at, value)]
  }
})

/**
 * Cases that a dissatisfied customer sent back, of all cases first answered in the period: closed, or disputed
 * by the customer before that. A case counts once, in the period of its first answer, however often and whenever it happened.
 */
const reopened = onceAnswered((story) => disputes(story).length > 0)

/** Cases whose cause recurred within its window, of all cases first answered in the period. */
const recurred = onceAnswered(
  (story) =>
    momentsOf(story, "case-linked").some(({ event }) => event.as === "recurrence") ||
    momentsOf(story, "verification-failed").some(({ event }) => event.case !== undefined) ||
    momentsOf(story, "case-reopened").some(({ event }) => event.cause === "recurrence")
)

/**
 * Cases answered or confirmed at their first close, without a handover, a second contact of the customer or a
 * reopening, of all cases first answered in the period. A second contact is repeated feedback, or a message that
 * nobody had asked for. Left out: cases whose first close was silence, because their result is unknown.
 */
const firstContactResolution = onceAnswered((story) => {
  const [first] = closings(story)
  const times = reopenings(story).length
  if (first?.outcome === "unconfirmed" && times === 0) return undefined
  const isContacted =
    story.state.feedback.contacts.contacts > 1 ||
    momentsOf(story, "customer-wrote").some(
      ({ event, before }) => event.as === undefined && !before.conversation.isAsked
    )
  const isResolved = first?.outcome === "confirmed" || first?.outcome === "answered"
  return isResolved && times === 0 && story.state.ownership.hops === 0 && !isContacted
})

/** The measures of this file. */
export const answerMeasures = {
  resolution,
  unconfirmed,
  satisfaction,
  "first-contact-resolution": firstContactResolution,
  reopened,
  recurred
} as const
