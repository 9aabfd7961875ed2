/** How long the record is kept, and what became of the personal data in it. */
import type { RecordEvents } from "../../track/record/State.ts"
import { zh } from "../Said.ts"
import type { Lines } from "./Voice.ts"
import { why } from "./Voice.ts"

export const record: Lines<RecordEvents> = {
  "record-expired": {
    en: () => "the time to keep the record is over",
    "zh-CN": () => "档案保存期满"
  },
  "customer-erased": {
    en: (e, v) => `${v.who(e.by)} erased the customer: nobody can read any more what was personal${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 擦除了客户信息，个人内容不再可读${why(v, e.reason)}`
  }
}
