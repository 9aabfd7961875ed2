/** What the policy watches a case for. */

import type { WatchEvents } from "../../../case/track/Watch.ts"
import { opt } from "../../shape/Said.ts"
import type { Lines } from "../../shape/Voice.ts"

export const watch: Lines<WatchEvents> = {
  "alarm-raised": (e, v) =>
    `alarm “${e.alarm}”${opt(v.list(e.told.map((id) => v.who(id))), (who) => `, told to ${who}`)}`,
  "alarm-cleared": (e) => `alarm “${e.alarm}” has ended`,
  "assumption-broken": (e, v) =>
    `the policy assumes that this never happens${opt(v.place(e.assumption), (p) => ` (${p})`)}: ${e.because}`
}
