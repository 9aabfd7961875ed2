import type { WatchEvents } from "../../../case/track/Watch.ts"
import { opt, readable } from "../../shape/Said.ts"
import type { EventLines } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const watch: EventLines<WatchEvents> = {
  "alarm-raised": (event, wording) =>
    zh`触发警报“${readable(event.alarm)}”${opt(wording.list(event.told.map((id) => wording.who(id))), (who) => zh`，已知会 ${who}`)}`,
  "alarm-cleared": (event) => zh`警报“${readable(event.alarm)}”已解除`,
  "assumption-broken": (event, wording) =>
    zh`出现了策略认定不会发生的情形${opt(wording.place(event.assumption), (p) => `（${p}）`)}：${event.because}`
}
