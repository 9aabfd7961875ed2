/**
 * Checks for whom a desk may submit feedback. A customer submits only for themselves, and an actor whom the host
 * cannot name may not refer to a case or say that a machine wrote it. Other feedback is kept in quarantine.
 */
import type { ActorReference } from "../call/Actor.ts"
import type { Feedback } from "./Feedback.ts"
import { type ReadFeedback, rawOf, readFeedback } from "./Submission.ts"

/**
 * Reads feedback that a desk submits. A customer's desk need not name the customer. `isKnown`: the directory has the
 * actor.
 */
export const readOwnWord = (
  reference: ActorReference | undefined,
  isKnown: boolean,
  feedback: Feedback,
  now: number
): ReadFeedback => {
  if (typeof feedback !== "object" || feedback === null) return readFeedback(feedback, now)
  const claimed = claimOf(reference, isKnown, feedback)
  if (claimed !== undefined) return { raw: rawOf(feedback), problem: `intake/not-yours ${claimed}` }
  const own = reference !== undefined && "customer" in reference && customerOf(feedback) === undefined
  return readFeedback(own ? { ...feedback, customer: reference.customer } : feedback, now)
}

/** Returns the field by which feedback claims more than its desk may. */
const claimOf = (
  reference: ActorReference | undefined,
  isKnown: boolean,
  feedback: Feedback
): keyof Feedback | undefined => {
  if (reference === undefined) return undefined
  // Past feedback gets no answer, so nobody may call their own feedback past.
  if (feedback.history !== undefined) return "history"
  if ("id" in reference && isKnown) return undefined
  if (feedback.automatic === true) return "automatic"
  if ("id" in reference) return feedback.thread === undefined ? undefined : "thread"
  const own = "customer" in reference ? reference.customer : undefined
  const said = customerOf(feedback)
  return said === undefined || said === own ? undefined : "customer"
}

const customerOf = ({ customer }: Feedback): unknown =>
  typeof customer === "object" && customer !== null ? customer.id : (customer ?? undefined)
