/** How long the record is kept, and what became of the personal data in it. */

import type { RecordEvents } from "../../../case/track/Record.ts"
import { opt } from "../../shape/Said.ts"
import type { EventLines } from "../../shape/Voice.ts"

export const record: EventLines<RecordEvents> = {
  "record-expired": () => "the retention period is over",
  "customer-erased": (event, wording) =>
    `${wording.who(event.by)} erased the personal data${opt(event.customer, (c) => ` of ${c}`)}${wording.why(event.reason)}`
}
