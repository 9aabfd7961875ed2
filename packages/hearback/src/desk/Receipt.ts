/** What is handed out for feedback that was taken in: its case, or its entry among what waits. */
import type { Engine } from "@hearback/engine"

export type Receipt =
  | {
      readonly outcome: "opened" | "joined"
      readonly case: string
      readonly owner: string
      readonly key: string
      readonly replayed: boolean
    }
  | {
      /**
       * `quarantined`: it cannot become a case as it is, and waits for a person. `received`: it is stored, and nothing is
       * decided yet since an adapter failed or the caller left; `tick` goes on with it, and so does the same `submit`.
       */
      readonly outcome: "quarantined" | "received"
      /** No case yet: the entry's id. A command on it is refused, since there is nothing to act on. */
      readonly case: string
      readonly id: string
      readonly reason: string
      readonly key: string
      readonly replayed: boolean
    }

type Taken = Awaited<ReturnType<Engine["intake"]["take"]>>

/** Returns the receipt of what the engine has taken in. */
export const receiptOf = (taken: Taken, key: string): Receipt => {
  if ("owner" in taken) return { ...taken, key }
  const { outcome, id, reason, replayed } = taken
  return { outcome, case: id, id, reason, key, replayed }
}

/** Returns the receipt of what stays in quarantine. */
export const quarantinedReceipt = (id: string, reason: string, key: string): Receipt => ({
  outcome: "quarantined",
  case: id,
  id,
  reason,
  key,
  replayed: false
})
