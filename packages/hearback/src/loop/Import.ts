/** Many pieces of feedback at once, in few transactions. */
import { randomUUID } from "node:crypto"
import { Actor } from "@hearback/core"
import type { Session } from "../call/Call.ts"
import { toInstant } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import type { Keyed } from "../desk/Feedback.ts"
import { type Receipt, receiptOf } from "../desk/Receipt.ts"
import { channelOf, readFeedback } from "../desk/Submission.ts"

/** Takes feedback in batches; receipts come in the order of the feedback. */
export async function* importFeedback(
  session: Session,
  feedback: Iterable<Keyed> | AsyncIterable<Keyed>,
  options: { readonly signal?: AbortSignal; readonly batch?: number } = {}
): AsyncGenerator<Receipt> {
  session.begin()
  Shape.check("submitMany", options, { signal: Shape.signal, batch: Shape.positive })
  const { signal, batch: size = 100 } = options
  let batch: Required<Keyed>[] = []
  for await (const { feedback: one, key = randomUUID() } of feedback) {
    signal?.throwIfAborted()
    batch.push({ feedback: one, key })
    if (batch.length < size) continue
    yield* await receiptsOf(session, batch)
    batch = []
  }
  if (batch.length > 0) yield* await receiptsOf(session, batch)
}

const receiptsOf = async (session: Session, batch: readonly Required<Keyed>[]): Promise<readonly Receipt[]> => {
  const { engine } = session
  const now = engine.clock.now()
  const taken = await engine.intake.takeMany(
    batch.map(({ feedback, key }) => {
      const channel = channelOf(feedback)
      const receivedAt = feedback.received === undefined ? now : Math.min(now, toInstant(feedback.received))
      return { key, channel, actor: Actor.channel(channel), receivedAt, ...readFeedback(feedback) }
    })
  )
  return taken.map((one, i) => receiptOf(session, one, batch[i]?.key ?? ""))
}
