/** How long the record is kept, and what became of the personal data in it. */
import type { RecordEvents } from "../../case/track/Record.ts"
import { opt, zh } from "../phrase/Said.ts"
import type { Lines } from "../phrase/Voice.ts"
import { why } from "../phrase/Voice.ts"

export const record: Lines<RecordEvents> = {
  "record-expired": {
    en: () => "the time to keep the record is over",
    "zh-CN": () => "档案保存期满"
  },
  "customer-erased": {
    en: (e, v) =>
      `${v.who(e.by)} made what is personal${opt(e.customer, (c) => ` of ${c}`)} unreadable${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 擦除了 ${e.customer ?? "客户"} 的个人信息${why(v, e.reason)}`
  }
}
