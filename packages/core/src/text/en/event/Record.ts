/** How long the record is kept, and what became of the personal data in it. */

import type { RecordEvents } from "../../../case/track/Record.ts"
import { opt } from "../../shape/Said.ts"
import type { Lines } from "../../shape/Voice.ts"

export const record: Lines<RecordEvents> = {
  "record-expired": () => "the retention period is over",
  "customer-erased": (e, v) =>
    `${v.who(e.by)} erased the personal data${opt(e.customer, (c) => ` of ${c}`)}${v.why(e.reason)}`
}
