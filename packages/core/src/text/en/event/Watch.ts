/** What the policy watches a case for. */

import type { WatchEvents } from "../../../case/track/Watch.ts"
import { opt, readable } from "../../shape/Said.ts"
import type { EventLines } from "../../shape/Voice.ts"

export const watch: EventLines<WatchEvents> = {
  "alarm-raised": (event, wording) =>
    `alarm “${readable(event.alarm)}”${opt(wording.list(event.told.map((id) => wording.who(id))), (who) => `, sent to ${who}`)}`,
  "alarm-cleared": (event) => `alarm “${readable(event.alarm)}” has ended`,
  "assumption-broken": (event, wording) =>
    `the policy assumes that this never happens${opt(wording.place(event.assumption), (p) => ` (${p})`)}: ${event.because}`
}
