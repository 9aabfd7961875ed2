/** Measures over the cases that were opened in the period. Each belongs to the instant of the customer's feedback. */
import { gateFacts } from "@hearback/core"
import { kindAt, momentsOf, receivedAt, type Story } from "../story/CaseStory.ts"
import { unanswered } from "./AnswerMeasures.ts"
import type { Reckoning } from "./Measure.ts"
import type { DataPoint } from "./Tally.ts"

const onOpening = (story: Story, value: number): readonly DataPoint[] => {
  const at = receivedAt(story)
  return at === undefined ? [] : [{ at, value }]
}

/** Opened cases. Feedback that joined an open case opened none; a case that was merged later counts. */
const volume: Reckoning = { shape: "count", points: (story) => onOpening(story, 1) }

/** Accepted handovers for each case, over all opened cases. Offers that were declined or lapsed are no handovers. */
const handovers: Reckoning = {
  shape: "mean",
  points: (story) => onOpening(story, story.state.ownership.hops)
}

/** Cases with at least one compensation, discount or grant of resources, of all opened cases. */
const authorityUsed: Reckoning = {
  shape: "share",
  points: (story) => onOpening(story, story.state.authority.grants.length > 0 ? 1 : 0)
}

/**
 * Cases for whose first words the dictionary found a category with certainty, of all cases opened with words. Left
 * out: scores without words. Later changes by a person do not count.
 */
const classified: Reckoning = {
  shape: "share",
  points: (story) => {
    const [first] = momentsOf(story, "classified")
    if (first === undefined) return []
    const { sure, hits } = first.event.understanding
    return sure && hits.length === 0 ? [] : onOpening(story, sure ? 1 : 0)
  }
}

/**
 * Cases whose owner communicated with the customer: wrote to them, made a proposal, or passed a gate that tells them
 * (receipt by a person, decision, result). Of all opened cases whose loop asks a person for such a gate. A deputy
 * acts for the owner, a machine does not. Left out: cases withdrawn, forwarded or merged before the customer was
 * reached.
 */
const response: Reckoning = {
  shape: "share",
  points: (story) => {
    const { policy, state } = story
    const loop = policy.loops.get(state.lifecycle.loop ?? "")?.rule
    const isOwed = loop?.gates.some(
      ({ side, kind, by }) => side === "customer-loop" && gateFacts[kind].speaks === true && !by.includes("automatic")
    )
    const isReached = momentsOf(story, "customer-told", "proposal-made", "gate-passed").some(({ event, before }) => {
      const isWord = event.event !== "gate-passed" || kindAt(story, state, event.gate)?.speaks === true
      return isWord && event.by === before.ownership.owner
    })
    const isEarly = unanswered.has(state.lifecycle.customerLoop?.outcome ?? "")
    return isOwed !== true || (isEarly && !isReached) ? [] : onOpening(story, isReached ? 1 : 0)
  }
}

/**
 * Promoters (9, 10) minus detractors (0 to 6), in points of all answers in the period on channels with a scale from 0
 * to 10. The same message through a second channel, and answers of a merged case, count once.
 */
const nps: Reckoning = {
  shape: "net",
  points: (story) => {
    const answers: readonly Answered[] = [
      ...momentsOf(story, "case-opened").map(({ event }) => event.receipt),
      ...momentsOf(story, "feedback-joined").flatMap(({ event }) =>
        event.again === true || event.from !== undefined ? [] : [event]
      )
    ]
    return answers.flatMap(({ channel, score, receivedAt: at }): readonly DataPoint[] => {
      const [low, high] = story.policy.bundle.channels[channel]?.scale ?? []
      if (score === undefined || low !== 0 || high !== 10) return []
      return [{ at, value: score >= 9 ? 1 : score <= 6 ? -1 : 0 }]
    })
  }
}

interface Answered {
  readonly channel: string
  readonly receivedAt: number
  readonly score?: number
}

/** The measures of this file. */
export const openingMeasures = {
  volume,
  classified,
  response,
  nps,
  handovers,
  "authority-used": authorityUsed
} as const
