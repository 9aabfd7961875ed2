import type { Case } from "@hearback/core"
import type { ClearFields } from "./FieldRule.ts"

type Queued = Pick<Case.Bodies, "message-queued">

/** The fields of a message that may be in the clear, on a case and in quarantine alike. */
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
