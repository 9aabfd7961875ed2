/**
 * For whom a desk may hand in feedback: that of a customer for this customer alone, and nobody whom the host cannot name
 * may answer for a case or say that a machine wrote. What says otherwise is kept, and waits in quarantine.
 */
import type { ActorReference } from "../call/Actor.ts"
import type { Feedback } from "./Feedback.ts"
import { type ReadFeedback, rawOf, readFeedback } from "./Submission.ts"

/** Reads feedback that a desk hands in; a customer's desk need not say whose it is. `isKnown`: the directory has the actor. */
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

/** Returns the field by which feedback claims more than its desk may say. */
const claimOf = (
  reference: ActorReference | undefined,
  isKnown: boolean,
  feedback: Feedback
): keyof Feedback | undefined => {
  if (reference === undefined) return undefined
  // What is over is owed nothing: nobody may say so of feedback that their own desk hands in.
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
