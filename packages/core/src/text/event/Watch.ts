/** What the policy watches a case for. */
import type { WatchEvents } from "../../case/track/Watch.ts"
import { opt, zh } from "../phrase/Said.ts"
import type { Lines } from "../phrase/Voice.ts"

export const watch: Lines<WatchEvents> = {
  "alarm-raised": {
    en: (e, v) => `alarm ${e.alarm}${opt(v.list(e.told.map((id) => v.who(id))), (who) => `: ${who} heard of it`)}`,
    "zh-CN": (e, v) =>
      zh`触发警报 ${e.alarm}${opt(v.list(e.told.map((id) => v.who(id))), (who) => zh`，已知会 ${who}`)}`
  },
  "alarm-cleared": {
    en: (e) => `alarm ${e.alarm} no longer stands`,
    "zh-CN": (e) => zh`警报 ${e.alarm} 已解除`
  },
  "assumption-broken": {
    en: (e, v) =>
      `the policy assumes that this never happens${opt(v.place(e.assumption), (p) => ` (${p})`)}: ${e.because}`,
    "zh-CN": (e, v) => zh`策略认定这种情形绝不出现${opt(v.place(e.assumption), (p) => `（${p}）`)}：${e.because}`
  }
}
