/** The receipt for submitted feedback: its case, or its entry in quarantine. */
import type { Engine } from "@hearback/engine"
import { caseSentence, waitingSentence, whyNoCase } from "../answer/ReceiptSentence.ts"
import type { Session } from "../call/Call.ts"

interface Common {
  readonly key: string
  readonly replayed: boolean
  /** One sentence in the reader's language. */
  readonly message: string
}

/**
 * The result of feedback: a case was opened or joined (`opened`, `joined`), it waits for a person (`quarantined`), or
 * it is stored and not decided yet (`received`). Each has the `key`, a sentence (`message`), and `replayed`: whether the
 * key was taken before.
 */
export type Receipt =
  | (Common & {
      readonly outcome: "opened" | "joined"
      readonly case: string
      readonly owner: string
    })
  | (Common & {
      /**
       * `quarantined`: it cannot become a case as it is, and waits for a person. `received`: it is stored, and nothing is
       * decided yet since an adapter failed or the caller left; `tick` goes on with it, and so does the same `submit`.
       */
      readonly outcome: "quarantined" | "received"
      /** No case yet: the entry's id. A command on it is refused, since there is nothing to act on. */
      readonly case: string
      readonly id: string
      readonly reason: string
    })

type Taken = Awaited<ReturnType<Engine["intake"]["take"]>>

/** Returns the receipt of submitted feedback. */
export const receiptOf = (session: Session, taken: Taken, key: string): Receipt => {
  if ("owner" in taken) return { ...taken, key, message: caseSentence(session, taken) }
  const { outcome, id, reason, replayed } = taken
  const why = whyNoCase(reason, "says" in taken ? taken.says : undefined, session.language)
  const message = waitingSentence(session.language, { outcome, id, why })
  return { outcome, case: id, id, reason, key, replayed, message }
}

/** Returns the receipt of an entry that stays in quarantine. */
export const quarantinedReceipt = (session: Session, id: string, reason: string): Receipt =>
  receiptOf(session, { outcome: "quarantined", id, reason, replayed: false }, id)
