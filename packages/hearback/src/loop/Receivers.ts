/** Submits what the host's channels receive, like any feedback. */
import { defined } from "@hearback/core"
import { type Inbound, type Reception, startReception, type Taken } from "@hearback/engine"
import type { Session } from "../call/Call.ts"
import type { Feedback } from "../desk/Feedback.ts"
import { arrivalOf, unreadable } from "../desk/Submission.ts"

/** Begins to receive from channels. */
export const receive = (session: Session): Reception => {
  session.begin()
  const { engine } = session
  return startReception(engine, async (channel, message): Promise<Taken> => {
    session.begin()
    const feedback = feedbackOf(channel.name, message)
    // The channel is part of the key, because two channels can number their messages alike.
    const key = `channel:${channel.name}:${message.key}`
    const source = message.raw === undefined ? {} : { source: { raw: message.raw } }
    const now = engine.clock.now()
    const isRead = message.verbatim !== undefined || message.automatic === true
    const arrival = isRead
      ? arrivalOf({ feedback, key, ...source }, now)
      : arrivalOf({ feedback, key, ...source }, now, unreadable(message.raw ?? ""))
    const taken = await engine.intake.take(arrival)
    return "owner" in taken
      ? { outcome: taken.outcome, case: taken.case }
      : { outcome: taken.outcome, id: taken.id, reason: taken.reason }
  })
}

const feedbackOf = (name: string, { from, verbatim, attachments, at, automatic, thread, channel }: Inbound): Feedback =>
  defined({
    channel: channel ?? name,
    customer: from === undefined || (from.id ?? from.address) === undefined ? undefined : from,
    verbatim,
    attachments,
    received: at === undefined ? undefined : new Date(at),
    automatic,
    thread
  })
