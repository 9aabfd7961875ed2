import type { RecordEvents } from "../../../case/track/Record.ts"
import type { EventLines } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const record: EventLines<RecordEvents> = {
  "record-expired": () => "档案保存期满",
  "customer-erased": (event, wording) =>
    zh`${wording.who(event.by)} 擦除了 ${event.customer ?? "客户"} 的个人信息${wording.why(event.reason)}`
}
