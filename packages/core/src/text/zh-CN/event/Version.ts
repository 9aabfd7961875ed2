import type { VersionEvents } from "../../../case/track/Version.ts"
import { short } from "../../shape/Parts.ts"
import type { EventLines } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

export const version: EventLines<VersionEvents> = {
  "policy-moved": (event, wording) =>
    zh`${wording.who(event.by)} 将案件由策略版本 ${short(event.from.content)} 换为 ${short(event.policy.content)}${wording.why(event.reason)}`,
  "calendars-moved": (event, wording) => zh`${wording.who(event.by)} 为案件换用新的日历${wording.why(event.reason)}`
}
