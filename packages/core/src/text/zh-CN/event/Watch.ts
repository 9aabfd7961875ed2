import type { WatchEvents } from "../../../case/track/Watch.ts"
import { opt } from "../../shape/Said.ts"
import type { Lines } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const watch: Lines<WatchEvents> = {
  "alarm-raised": (e, v) =>
    zh`触发警报“${e.alarm}”${opt(v.list(e.told.map((id) => v.who(id))), (who) => zh`，已知会 ${who}`)}`,
  "alarm-cleared": (e) => zh`警报“${e.alarm}”已解除`,
  "assumption-broken": (e, v) =>
    zh`出现了策略认定不会发生的情形${opt(v.place(e.assumption), (p) => `（${p}）`)}：${e.because}`
}
