/** What of a message may stand in the clear, on a case and in quarantine alike. */
import type { Case } from "@hearback/core"
import type { ClearFields } from "./FieldRule.ts"

type Queued = Pick<Case.Bodies, "message-queued">

export const messageQueued: ClearFields<Queued>["message-queued"] = {
  id: "id",
  message: "id",
  to: "id",
  audience: "plain",
  party: "id",
  channel: "name",
  language: "plain",
  subject: "sealed",
  text: "sealed",
  gate: "id",
  notBefore: "plain",
  overdue: "plain",
  digest: "plain",
  before: "plain"
}
