/**
 * Returns what a piece of feedback would become on this loop now: the answer of `hearback grade`, as a value. Nothing
 * is stored.
 */
import { Actor, defined, type Refusal, Text } from "@hearback/core"
import { whyNoCase } from "../answer/ReceiptSentence.ts"
import { type Rejection, rejectionOf } from "../answer/Rejection.ts"
import type { Session } from "../call/Call.ts"
import { type Instantish, toInstant } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import { dryRun } from "../preview/DryRun.ts"
import { type Preview, previewOf } from "../preview/Preview.ts"
import type { Feedback } from "./Feedback.ts"
import { readFeedback } from "./Submission.ts"

/** The preview, or every reason why no case would be opened. */
export type Previewed = ({ readonly ok: true } & Preview) | { readonly ok: false; readonly rejection: Rejection }

/** When the feedback of a preview comes, and how often the customer has contacted you about it. */
export interface PreviewOptions {
  /** When the feedback comes. Default: now. */
  readonly at?: Instantish
  /** The number of the contact about the same matter. Default: 1. */
  readonly contacts?: number
}

/** Grades a piece of feedback without storing it. `by` is its receiver; absent if its channel receives it. */
export const preview = async (
  session: Session,
  by: Actor.Actor | undefined,
  feedback: Feedback,
  options: PreviewOptions = {}
): Promise<Previewed> => {
  Shape.check("preview", options, { at: Shape.instant, contacts: Shape.count })
  const { engine, language } = session
  const policy = engine.policies.active
  const at = options.at === undefined ? engine.clock.now() : toInstant(options.at, "at")
  const read = readFeedback(feedback, at)
  if ("problem" in read) return waits(read.problem, {}, session)
  const { feedback: submission, automatic } = read
  const { channel } = submission
  if (!Object.hasOwn(policy.bundle.channels, channel)) return waits("intake/unknown-channel", { channel }, session)
  if (automatic === true) return waits("intake/automatic", {}, session)
  const [people, customer] = await Promise.all([
    engine.staff.at(policy, at),
    submission.customer === undefined ? undefined : engine.customers(submission.customer)
  ])
  const receiver = by ?? Actor.channel(channel)
  const step = dryRun(policy, submission, {
    at,
    people,
    receiver,
    ...defined({ contacts: options.contacts, customer })
  })
  if (step.refusal !== undefined) return { ok: false, rejection: rejectionOf(session, policy, step.refusal) }
  return { ok: true, ...previewOf(policy, step, submission.verbatim ?? "", people, at, language) }
}

/** Returns the refusal if the feedback would go into quarantine without a case. */
const waits = (problem: string, says: Refusal.Says, { language }: Session): Previewed => {
  const [code = problem] = problem.split(" ")
  const messages = Text.eachLanguage((each) => whyNoCase(problem, says, each))
  const message = messages[language]
  return { ok: false, rejection: { code, message, messages, reasons: [{ code, message }], rules: [], allowed: [] } }
}
