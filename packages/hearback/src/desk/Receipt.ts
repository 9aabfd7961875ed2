/** What is handed out for feedback that was taken in: its case, or its entry in quarantine. */
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
      readonly outcome: "quarantined"
      /** No case yet: the entry's id. A command on it is refused, since there is nothing to act on. */
      readonly case: string
      readonly id: string
      readonly reason: string
      readonly key: string
      readonly replayed: boolean
    }

type Taken = Awaited<ReturnType<Engine["intake"]["take"]>>

/** Returns the receipt of what the engine has taken in. */
export const receiptOf = (taken: Taken, key: string): Receipt =>
  taken.outcome !== "quarantined"
    ? { outcome: taken.outcome, case: taken.case, owner: taken.owner, key, replayed: taken.replayed }
    : quarantinedReceipt(taken.id, taken.reason, key, taken.replayed)

/** Returns the receipt of what stays in quarantine. */
export const quarantinedReceipt = (id: string, reason: string, key: string, replayed = false): Receipt => ({
  outcome: "quarantined",
  case: id,
  id,
  reason,
  key,
  replayed
})
