import type { CaseEvent } from "../../case/Case.ts"
import { type BrokenDecider, changed } from "./Decider.ts"

const breaks = "notices-are-owed"

const isNotice = (event: CaseEvent, ...names: readonly string[]): boolean =>
  event.event === "message-queued" &&
  event.audience === "staff" &&
  (names.length === 0 || names.includes(event.message))

/** Deciders that notify the staff too little, too much, too late, or that notify the wrong people. */
export const brokenNotices: readonly BrokenDecider[] = [
  {
    name: "who asked does not hear that it was denied",
    breaks,
    decider: changed(({ events }) => events.filter((event) => !isNotice(event, "request-denied")))
  },
  {
    name: "the owner does not hear of what the customer writes",
    breaks,
    decider: changed(({ events }) => events.filter((event) => !isNotice(event, "word-to-read")))
  },
  {
    name: "a notice leaves twice",
    breaks,
    decider: changed(({ events }) =>
      events.flatMap((event) =>
        event.event === "message-queued" && isNotice(event) ? [event, { ...event, id: `${event.id}b` }] : [event]
      )
    )
  },
  {
    name: "a notice goes to somebody who has left",
    breaks,
    decider: changed(({ events }) =>
      events.map((event) => (event.event === "message-queued" && isNotice(event) ? { ...event, to: "gone" } : event))
    )
  },
  {
    name: "an approval is asked for once more when its request has ended",
    breaks,
    decider: changed(({ events, state }) => {
      const asked = events.find((event) => isNotice(event, "request-ended"))
      return asked?.event === "message-queued" && state.authority.approvals.length === 0
        ? [...events, { ...asked, id: `${asked.id}b`, message: "approval-asked" }]
        : events
    })
  }
]
