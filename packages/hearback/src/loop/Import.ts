/** Submits many pieces of feedback at once, in few transactions. */
import { randomUUID } from "node:crypto"
import type { Session } from "../call/Call.ts"
import * as Shape from "../call/Shape.ts"
import type { Feedback, Keyed } from "../desk/Feedback.ts"
import { type Receipt, receiptOf } from "../desk/Receipt.ts"
import { arrivalOf } from "../desk/Submission.ts"

/** Submits feedback in batches. The receipts are in the order of the feedback. */
export async function* importFeedback(
  session: Session,
  feedback: Iterable<Keyed> | AsyncIterable<Keyed>,
  options: { readonly signal?: AbortSignal; readonly batch?: number } = {}
): AsyncGenerator<Receipt> {
  session.begin()
  Shape.check("submitMany", options, { signal: Shape.signal, batch: Shape.positive })
  const { signal, batch: size = 100 } = options
  let batch: Item[] = []
  for await (const one of feedback) {
    signal?.throwIfAborted()
    batch.push(itemOf(one))
    if (batch.length < size) continue
    yield* await receiptsOf(session, batch)
    batch = []
  }
  if (batch.length > 0) yield* await receiptsOf(session, batch)
}

type Item = Keyed & { readonly key: string }

/** Keeps an item that is no object like feedback of a wrong shape. A key that is no text is ignored. */
const itemOf = (one: Keyed): Item => {
  const isItem = typeof one === "object" && one !== null && "feedback" in one
  const item: Keyed = isItem ? one : { feedback: one as unknown as Feedback }
  return { ...item, key: typeof item.key === "string" && item.key !== "" ? item.key : randomUUID() }
}

const receiptsOf = async (session: Session, batch: readonly Item[]): Promise<readonly Receipt[]> => {
  const { engine } = session
  const now = engine.clock.now()
  const taken = await engine.intake.takeMany(batch.map((item) => arrivalOf(item, now)))
  return taken.map((one, i) => receiptOf(session, one, batch[i]?.key ?? ""))
}
